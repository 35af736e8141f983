import { isCommon, readConcepts } from "./concepts.ts";

/** What story clustering reads of an article: a feed item is enough. */
export interface StoryText {
  readonly title: string;
  readonly text: string;
}

/** Term → weight before inverse document frequency. */
export type TermVector = ReadonlyMap<string, number>;

/** Title and this many characters cluster as well as the full text (B-cubed F1 within noise) and several times faster. */
const leadCharacters = 300;
const titleWeight = 1.5;
const nameBoost = 0.7;
/** Inflection differs behind the fifth or sixth letter in most languages that Quoth reads. */
const stemLetters = 6;

const isPlainLatin = /^[\u0000-\u007f]*$/;
const cyrillicLetters = [..."абвгґдеєжзиіїйклмнопрстуфхцчшщъыьэюяё"];
const latinLetters = "a b v g g d e e zh z i i i i k l m n o p r s t u f h c ch sh sch  y  e yu ya e".split(" ");
const cyrillic: ReadonlyMap<string, string> = new Map(cyrillicLetters.map((letter, index) => [letter, latinLetters[index]!]));

/** Words of title and lead as one vector: title words weigh more, names and numbers more again. Latin letters for every alphabet that has them. */
export function readTerms({ title, text }: StoryText, reading: Reading = plainReading, characters = leadCharacters): TermVector {
  const vector = new Map<string, number>();
  addTerms(vector, title, titleWeight, reading);
  addTerms(vector, text.slice(0, characters), 1, reading);
  for (const [term, weight] of vector) vector.set(term, Math.max(0.5, 1 + Math.log(weight)));
  return vector;
}

/**
 * Terms of the capitalised words that open no sentence, in title and opening: people, places, organisations.
 * Where every word or none is capitalised this says little, and then all terms or none are here.
 */
export function readNameTerms({ title, text }: StoryText): ReadonlySet<string> {
  const words = [title, text.slice(0, leadCharacters)].flatMap((part) => [
    ...part.matchAll(/(?<=[^\s.!?:“"«–—-]\s)\p{Lu}[\p{L}\p{M}'’]+/gu),
  ]);
  return new Set(words.flatMap(([word]) => termsOf(word)).filter((term) => !isCommon(term)));
}

/** Term → the first word of title and opening that is read as it: what a reader is shown. */
export function readWords({ title, text }: StoryText): ReadonlyMap<string, string> {
  const words = new Map<string, string>();
  for (const [word] of `${title}\n${text.slice(0, leadCharacters)}`.matchAll(wordPattern))
    for (const term of termsOf(word)) if (!words.has(term)) words.set(term, word);
  return words;
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}'’]*/gu;

function addTerms(vector: Map<string, number>, text: string, weight: number, reading: Reading): void {
  for (const match of text.matchAll(wordPattern)) {
    const word = match[0];
    for (const term of termsOf(word, reading)) {
      const boost = isName(word) ? 1 + nameBoost : 1;
      vector.set(term, (vector.get(term) ?? 0) + weight * boost);
    }
  }
}

function isName(word: string): boolean {
  const first = word[0] ?? "";
  return (first !== first.toLowerCase() && word.length > 1) || /\d/.test(first);
}

/** How a word is read: letters kept of it, and whether it is Cyrillic that somebody wrote in Latin letters, as addresses do. */
export interface Reading {
  readonly letters: number;
  readonly foldsSpelling: boolean;
}

const plainReading: Reading = { letters: stemLetters, foldsSpelling: false };

/** A word as its concept where that is known, else as its first letters; of Chinese and Japanese also each two letters. Function words give none. */
export function termsOf(word: string, reading: Reading = plainReading): readonly string[] {
  if (reading !== plainReading) return readWord(word, reading);
  if (remembered.size >= mostRemembered) remembered.clear();
  return remembered.getOrInsertComputed(word, () => readWord(word, reading));
}

/** The same words come again and again: what each gave is kept, some megabytes at most. */
const remembered = new Map<string, readonly string[]>();
const mostRemembered = 20_000;

function readWord(word: string, { letters, foldsSpelling }: Reading): readonly string[] {
  if (/\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u.test(word)) {
    const signs = [...word];
    return [...bigrams(signs), ...concepts.findHan(signs)];
  }
  const plain = toPlain(word.replace(/['’]s?$/i, ""));
  if (plain.length < 2 && !/\d/.test(plain)) return [];
  if (stopWords.has(plain)) return [];
  return [concepts.find(word, plain) ?? (foldsSpelling ? foldSpelling(plain) : plain).slice(0, letters)];
}

const bigrams = (signs: readonly string[]): readonly string[] =>
  signs.length < 2 ? signs : signs.slice(1).map((sign, index) => `${signs[index]}${sign}`);

/** Without the Arabic article and the conjunctions that are written together with it. */
const toPlain = (word: string): string => toLatin(word.toLowerCase()).replace(/^[وفبلك]?ال/, "");

const concepts = readConcepts(toPlain);

/** One spelling for the ways in which Cyrillic is written in Latin letters: shch and sch, ts and c, kh, h and x, yu, iu and ju. */
export const foldSpelling = (latin: string): string =>
  latin
    .replace(/shch|sch|shh|sh/g, "s")
    .replace(/zh/g, "j")
    .replace(/t[sz]|cz|ch/g, "c")
    .replace(/kh|x/g, "h")
    .replace(/[yji](?=[aeou])/g, "")
    .replace(/[yj]/g, "i")
    .replace(/(.)\1+/g, "$1")
    .replaceAll("w", "v");

/** Lower-case Latin without diacritics; Cyrillic by a 33-letter table. */
export function toLatin(word: string): string {
  if (isPlainLatin.test(word)) return word;
  let latin = "";
  for (const letter of word.normalize("NFD")) {
    if (letter >= "\u0300" && letter <= "\u036f") continue;
    latin += cyrillic.get(letter) ?? letter;
  }
  return latin;
}

/** Function words of the languages Quoth reads, in Latin letters: they carry no event. */
const stopWords: ReadonlySet<string> = new Set(
  (
    "the a an of to in on for and or at by with from as is are was were be been has have had it its this that his her he she they their will would can could not no but after over about into out up new says said say how why what who when you your we our i " +
    "der die das und in den von zu mit auf ist im nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem uber einen so zum war haben nur oder aber vor zur bis mehr durch man sein " +
    "le la les de des du et en un une pour que qui dans sur par au aux est pas plus avec ce il se son sa ses ont a sont cette mais ou " +
    "el los las y del al lo una con su por para como mas pero sus ha es no " +
    "w z i na do sie nie ze to o jest po od za jak przez dla ale co juz oraz ma byl " +
    "og er det som til av pa med den har for ikke et om var fra de " +
    "v na ne i s po chto za k iz o kak dlya ot do u ob eto bylo uzhe pri bolee svoyu svoego goda godu mln tys ego ee ih " +
    "ta sche abo yak vid pid pro scho tse bulo vzhe " +
    "il di che e per una sono del della dei nel alla con non piu " +
    "bir ve bu ile da icin olarak"
  ).split(" "),
);
