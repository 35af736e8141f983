import type { QuoteQuery } from "../model/quote.ts";
import { stem, stemsOf } from "../text/stem.ts";
import { toLatin } from "../text/transliterate.ts";
import { wordsOf } from "./merge.ts";
import { crossKey, nameWords } from "./people.ts";

/*
 * The index keeps two columns of words: what was said, and what stands around it. Beside stems the second holds marks, which no word can be
 * (they have a "_"): n_ a name in any script, s_ the speaker, o_ the outlet, l_ the language. So a filter is a word like any other, and the
 * index intersects them before anything is read.
 */

/** Languages a word of a question may belong to: asked without a hint, it is stemmed in each. */
const latinLanguages = ["en", "de", "fr", "es", "pl", "nb"];

const nameMark = (word: string): string => `n_${crossKey(word)}`;
const speakerMark = (id: number): string => `s_${id}`;

/** Index words of one quotation: what was said, and what stands around it (context, speaker in every spelling, outlet, language). */
export function indexWords(hit: {
  readonly said: string;
  /** Context before and behind it. */
  readonly before: string;
  readonly after: string;
  readonly title: string;
  readonly lang: string;
  readonly speaker?: string;
  readonly role?: string;
  readonly outlet: string;
  readonly speakerId?: number;
}): {
  readonly said: readonly string[];
  readonly around: readonly string[];
  readonly marks: readonly string[];
} {
  const name = nameWords(hit.speaker ?? "");
  return {
    said: stemsOf(hit.said, hit.lang),
    around: [
      ...stemsOf(`${hit.before} ${hit.after} ${hit.title}`, hit.lang),
      ...stemsOf(hit.role ?? "", hit.lang),
      ...name.map((word) => stem(word, "en")),
    ],
    marks: [
      ...new Set([...name, ...namesIn(`${hit.before} ${hit.said} ${hit.after}`)].map(nameMark)),
      ...outletWords(hit.outlet).map((word) => `o_${word}`),
      ...(hit.speakerId === undefined ? [] : [speakerMark(hit.speakerId)]),
      `l_${hit.lang}`,
    ],
  };
}

/** Capitalised words inside sentences: names of people and places, which a question may write in another script. */
const namesIn = (context: string): readonly string[] => context.match(/(?<=[\p{Ll},;] )\p{Lu}[\p{L}’'-]{2,}/gu) ?? [];

/** A speaker's name as the words of a question may give it. */
export const nameForms = (name: string): ReadonlySet<string> =>
  new Set(nameWords(name).flatMap((word) => [stem(word, "en"), nameMark(word)]));

/** An outlet by its words and as a whole: "selholm" and "radioselholm" both find Radio Selholm. */
const outletWords = (outlet: string): readonly string[] => {
  const words = toLatin(outlet)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return [...new Set([...words, words.join("")])].filter(Boolean);
};

const isCyrillic = (text: string): boolean => /\p{Script=Cyrillic}/u.test(text);

const languagesFor = (text: string, lang: string | undefined): readonly string[] =>
  isCyrillic(text) ? ["uk"] : lang === undefined ? latinLanguages : [lang, "en"];

/** The forms under which one word of a question may stand in the index. */
export function wordForms(word: string, lang: string | undefined): readonly string[] {
  const stems = languagesFor(word, lang).flatMap((each) => stemsOf(word, each).join(" "));
  return [...new Set([...stems, nameMark(word)])].filter((form) => form.length > 1);
}

/** A phrase as its stems follow one another, in each language it may be in. */
const phraseForms = (phrase: string, lang: string | undefined): readonly string[] => [
  ...new Set(languagesFor(phrase, lang).map((each) => stemsOf(phrase, each).join(" "))),
];

export const quoteTerm = (term: string): string => `"${term.replaceAll('"', "")}"`;
/** What quotations of a language have in the index; the expression of a question leaves it to its caller. */
export const languageMark = (lang: string): string => quoteTerm(`l_${lang}`);
const anyOf = (terms: readonly string[]): string => `(${terms.map(quoteTerm).join(" OR ")})`;

/** "each" = all words; "most" = all but any one of them. */
export type Demand = "each" | "most";

/** The question in FTS5's own words. Undefined = nothing to match by; a word that no index can hold is not asked for. */
export function matchExpression(query: QuoteQuery, speakerIds: readonly number[], demand: Demand = "each"): string | undefined {
  const words = query.words
    .map((word) => wordForms(word, query.lang))
    .filter((forms) => forms.length > 0)
    .map(anyOf);
  const phrases = query.phrases
    .map((phrase) => phraseForms(phrase, query.lang).filter(Boolean))
    .filter((forms) => forms.length > 0)
    .map((forms) => `{said} : ${anyOf(forms)}`);
  const parts = [
    ...(demand === "each" || words.length < 3 ? words : [allButOne(words)]),
    ...phrases,
    ...(speakerIds.length > 0 ? [anyOf(speakerIds.map(speakerMark))] : []),
    ...outletWords(query.outlet ?? "")
      .slice(-1)
      .map((whole) => `(${quoteTerm(`o_${whole}`)} OR (${partsOfOutlet(query.outlet ?? "")}))`),
  ];
  return parts.length === 0 ? undefined : parts.join(" AND ");
}

/** Every word of it, the last as far as it is typed. */
const partsOfOutlet = (outlet: string): string => {
  const words = toLatin(outlet)
    .split(/[^a-z0-9]+/)
    .filter(Boolean);
  return words.map((word, place) => `${quoteTerm(`o_${word}`)}${place === words.length - 1 && word.length > 2 ? " *" : ""}`).join(" AND ");
};

const allButOne = (words: readonly string[]): string =>
  `(${words.map((_, left) => `(${words.filter((_, place) => place !== left).join(" AND ")})`).join(" OR ")})`;

/** Word for word, marks and case aside. `phrase` is words joined by spaces. */
export const hasPhrase = (text: string, phrase: string): boolean => ` ${wordsOf(text).join(" ")} `.includes(` ${phrase} `);

const halfLifeDays = 180;

export interface Scored {
  readonly text: string;
  readonly lang: string;
  readonly kind: string;
  readonly saidAt: number;
  /** `nameForms` of who said it. */
  readonly name: ReadonlySet<string>;
}

/** Stems of those words alone that begin like one that is looked for: a stem keeps its first letter, and most words need no stemming then. */
function stemsAmong(text: string, lang: string, heads: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const word of text.split(/[\s-]+/)) {
    const head = /[\p{L}\p{N}]/u.exec(word)?.[0].toLowerCase() ?? "";
    if (heads.has(head) || heads.has(toLatin(head))) for (const each of stemsOf(word, lang)) found.add(each);
  }
  return found;
}

/** A question made ready to score many quotations by. */
export function createScorer(query: QuoteQuery, now: Date): (quote: Scored) => number {
  const forms = query.words.map((word) => wordForms(word, query.lang));
  const heads = new Set(forms.flat().map((form) => form[0] ?? ""));
  const phrases = query.phrases.map((phrase) => wordsOf(phrase).join(" "));
  const line = query.words.length > 1 ? query.words.join(" ").toLowerCase() : undefined;
  return ({ text, lang, kind, saidAt, name }) => {
    const said = stemsAmong(text, lang, heads);
    let score = 0;
    for (const each of forms) {
      if (each.some((form) => name.has(form))) score += 3;
      else if (each.some((form) => said.has(form))) score += 2;
      else score += 0.4;
    }
    const length = text.split(" ").length;
    if (phrases.length > 0) score += 4 * phrases.filter((phrase) => hasPhrase(text, phrase)).length;
    if (line !== undefined && text.toLowerCase().includes(line)) score += 1;
    const ageDays = Math.max(0, now.getTime() - saidAt) / 86_400_000;
    const standsAlone = (length >= 6 && length <= 60 ? 0.5 : 0) + (kind === "mixed" ? 0 : 0.3) + (name.size > 0 ? 0.4 : 0);
    return score + 0.5 ** (ageDays / halfLifeDays) + standsAlone;
  };
}
