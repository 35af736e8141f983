import { counter } from "../plural.ts";

export const locale = "en-GB";
export const count = counter(locale);
export const stories = count({ one: "story", other: "stories" });
export const quotes = count({ one: "quote", other: "quotes" });
export const subscriptions = count({ one: "subscription", other: "subscriptions" });
export const feeds = count({ one: "feed", other: "feeds" });
export const sources = count({ one: "source", other: "sources" });
export const editions = count({ one: "edition", other: "editions" });
export const number = (value: number): string => value.toLocaleString(locale);
export const list = (values: readonly string[]): string => new Intl.ListFormat(locale, { type: "disjunction" }).format(values);
export const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(", ");
