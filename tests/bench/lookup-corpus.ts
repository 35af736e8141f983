import type { Article } from "../../src/model/article.ts";
import type { Quote, Speaker } from "../../src/model/quote.ts";
import { createRandom, type Random } from "../eval/random.ts";

/** Invented quotations in the proportions of news: words and speakers by Zipf's law, two thirds Latin and one third Cyrillic letters. */
export interface SyntheticCorpus {
  readonly articles: () => Generator<{ readonly article: Article; readonly quotes: readonly Quote[] }>;
  /** A word by its place in the order of frequency. */
  readonly word: (place: number, lang: "en" | "uk") => string;
}

const vocabularySize = 80_000;
const speakerCount = 50_000;
const outletCount = 300;
const quotesPerArticle = 5;
const firstDay = Date.UTC(2021, 0, 1);
const lastDay = Date.UTC(2026, 10, 24);
const latinSyllables =
  "ba ce di fo gu ha ja ke li mo nu pa re si to va wi ya ze bran stel mor tin dal ver kon rus lan per shi tra gor".split(" ");
const cyrillicSyllables = "ба ве го ду жи за ко ле му на пи ро су та фу хо че ше ми но стра вел кор тин дал гур лан пер тра зор".split(" ");
const endings = { en: ["", "s", "ed", "ing"], uk: ["", "а", "у", "ів"] } as const;

export const now = new Date(lastDay);

export function synthesize(quoteCount: number, seed: number): SyntheticCorpus {
  const vocabulary = { en: inventWords(latinSyllables), uk: inventWords(cyrillicSyllables) };
  return {
    word: (place, lang) => vocabulary[lang][place] ?? "",
    *articles() {
      const random = createRandom(seed);
      const count = Math.ceil(quoteCount / quotesPerArticle);
      for (let index = 0; index < count; index++) yield inventArticle(index, count, vocabulary, random);
    },
  };
}

type Vocabulary = Readonly<Record<"en" | "uk", readonly string[]>>;

/** The more frequent a word, the shorter: as many syllables as its place needs. */
function inventWords(syllables: readonly string[]): readonly string[] {
  return Array.from({ length: vocabularySize }, (_, place) => {
    let word = "";
    for (let rest = place + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
      word += syllables[rest % syllables.length];
    return word;
  });
}

/** A place by Zipf's law with exponent 1: the logarithm of the place is even. */
const zipf = (count: number, random: Random): number => Math.floor(Math.exp(random() * Math.log(count + 1))) - 1;

function inventSpeaker(place: number, lang: "en" | "uk", vocabulary: Vocabulary): Speaker {
  const words = vocabulary[lang];
  const capital = (word = ""): string => word.charAt(0).toUpperCase() + word.slice(1);
  return {
    kind: "person",
    name: `${capital(words[200 + (place % 900)])} ${capital(words[2_000 + place])}`,
    role: place % 3 === 0 ? `head of ${capital(words[500 + (place % 400)])}` : "minister",
  };
}

function inventArticle(
  index: number,
  count: number,
  vocabulary: Vocabulary,
  random: Random,
): { readonly article: Article; readonly quotes: readonly Quote[] } {
  const lang = random() < 0.67 ? "en" : "uk";
  const id = `a${index.toString(36).padStart(12, "0")}`;
  const parts: {
    readonly text: string;
    readonly start: number;
    readonly speaker: Speaker;
    readonly context: { readonly start: number; readonly end: number };
  }[] = [];
  let text = "";
  for (let each = 0; each < quotesPerArticle; each++) {
    const speaker = inventSpeaker(zipf(speakerCount, random), lang, vocabulary);
    const said = Array.from({ length: 10 + Math.floor(random() * 40) }, () => {
      const ending = endings[lang][Math.floor(random() * 4)] ?? "";
      return (vocabulary[lang][zipf(vocabularySize, random)] ?? "") + (random() < 0.3 ? ending : "");
    }).join(" ");
    const from = text.length;
    text += `“${said},” ${lang === "en" ? "said" : "сказав"} ${speaker.name}.`;
    parts.push({ text: said, start: from + 1, speaker, context: { start: from, end: text.length } });
    text += "\n\n";
  }
  const publishedAt = new Date(firstDay + Math.floor(((lastDay - firstDay) * index) / count));
  const outlet = `Outlet ${zipf(outletCount, random)}`;
  const article: Article = {
    id,
    version: 1,
    hash: id,
    title: `Story ${index}`,
    text,
    lang,
    outlet,
    publishedAt,
    fetchedAt: publishedAt,
    url: `https://news.example/${id}`,
  };
  const quotes = parts.map(
    (part, place): Quote => ({
      id: `q${id.slice(2)}${place}`,
      articleId: id,
      version: 1,
      text: part.text,
      start: part.start,
      end: part.start + part.text.length,
      context: part.context,
      kind: "direct",
      group: place,
      speaker: part.speaker,
      cue: "said",
      lang,
      why: [],
    }),
  );
  return { article, quotes };
}
