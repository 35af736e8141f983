import { counter } from "../plural.ts";

export const locale = "uk";
export const count = counter(locale);
export const stories = count({ one: "новина", few: "новини", many: "новин", other: "новини" });
export const quotes = count({ one: "цитата", few: "цитати", many: "цитат", other: "цитати" });
export const subscriptions = count({ one: "підписка", few: "підписки", many: "підписок", other: "підписки" });
export const feeds = count({ one: "стрічка", few: "стрічки", many: "стрічок", other: "стрічки" });
export const sources = count({ one: "джерело", few: "джерела", many: "джерел", other: "джерела" });
export const editions = count({ one: "випуск", few: "випуски", many: "випусків", other: "випуску" });
export const seconds = count({ one: "секунду", few: "секунди", many: "секунд", other: "секунди" });
export const number = (value: number): string => value.toLocaleString(locale);
export const list = (values: readonly string[]): string => new Intl.ListFormat(locale, { type: "disjunction" }).format(values);
export const codes = (values: readonly string[]): string => values.map((value) => `\`${value}\``).join(", ");
