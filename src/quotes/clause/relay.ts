import type { Span } from "../../model/story.ts";
import { citationForms } from "../../text/citation.ts";
import type { Reading } from "./reading.ts";

/** Platforms that people write on; case endings and "-канал" may follow. */
const platform =
  /(?<!\p{L})(Facebook|Telegram|Twitter|Instagram|Mastodon|Bluesky|YouTube|TikTok|Threads|LinkedIn|Truth Social|X(?=[\s,.»]|$))/u;

/** Words that show a capitalised name to be an outlet's. */
const outletWord =
  /(?:zeitung|blatt|radio|rundfunk|fernseh|tv|news|press|presse|agentur|agence|agencia|kurier|courrier|anzeiger|journal|tagblatt|times|avis|posten|post|dagblad|bladet|gazet|głos|diario|faro|correo|crónica|вісник|вестник|новин|новост|радіо|радио|кур'єр|курьер|агентств|канал|газет|прес)/iu;

const markedName = '[«„“"»]\\s?([^»“”"«]{2,50}?)\\s?[»“”"«]';
const capitals =
  "((?:(?:El|La|Le|Les|Der|Die|Das)\\s)?\\p{Lu}[\\p{L}\\p{N}.’'-]*(?:\\s(?:de\\s|del\\s|du\\s|des\\s|von\\s)?\\p{Lu}[\\p{L}\\p{N}.’'-]*){0,3})";

/** The outlet or platform spoken to or through, as one sentence names it; undefined when it names none. */
export function findOutlet({ start, end }: Span, reading: Reading): string | undefined {
  const { grammar, text } = reading;
  const sentence = text.slice(start, end);
  const kinds = `(?:(?:${[...grammar.outlets].map((word) => RegExp.escape(word)).join("|")})\\s)`;
  for (const relay of grammar.relays) {
    const phrase = RegExp.escape(relay).replaceAll(/'|\\x27/g, "['’]");
    const match = new RegExp(`(?<!\\p{L})(?i:${phrase})\\s(${kinds}{0,2})(?:${markedName}|${capitals})`, "u").exec(sentence);
    const name = match?.[2] ?? match?.[3];
    if (!match || name === undefined || !/^\p{Lu}/u.test(name)) continue;
    const isStrong = relay.includes(" ") || match[1] !== "" || grammar.outlets.has(relay);
    if ((isStrong && !isPerson(start + match.index + match[0].indexOf(name), reading)) || outletWord.test(name))
      return citeOutlet(name, reading);
  }
  return platform.exec(sentence)?.[1];
}

const isPerson = (at: number, { peopleIn }: Reading): boolean => peopleIn({ start: at, end: at + 1 }).length > 0;

/** The first word of an outlet in the dictionary's form, where it declines ("Głosem Selmina"). */
function citeOutlet(name: string, { grammar: { code } }: Reading): string {
  const [first = "", ...rest] = name.replace(/[.,]$/, "").split(" ");
  if ((code === "uk" || code === "ru") && /ам$/.test(first)) return [first.replace(/ам$/, "и"), ...rest].join(" ");
  const declined = code === "pl" ? /(?:em|iem|owi)$/.test(first) : /(?:ом|ем|єм)$/.test(first);
  const cited =
    first === "Radiu" ? "Radio" : declined ? (citationForms(first, code).find(({ gender }) => gender === "he")?.form ?? first) : first;
  return [cited, ...rest].join(" ");
}
