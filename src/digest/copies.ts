import type { Article } from "../model/article.ts";
import type { Story } from "../model/story.ts";
import { toLatin } from "./terms.ts";

/** Share of the shorter text's shingles that the other text has: from here on two articles are one wire copy. */
const sameCopy = 0.8;
const shingleWords = 3;
const comparedCharacters = 1200;
const leastShingles = 8;

/** Article id → voice number. Copies of one text share a voice: containment of 3-word shingles, so a cut copy still counts as one. */
export function findVoices(articles: readonly Article[]): Readonly<Record<string, number>> {
  if (articles.length === 1) return { [articles[0]!.id]: 0 };
  const voices: Record<string, number> = {};
  const kept: { readonly shingles: ReadonlySet<string>; readonly voice: number }[] = [];
  let next = 0;
  for (const article of articles) {
    const shingles = readShingles(`${article.title}. ${article.text.slice(0, comparedCharacters)}`);
    const copy = kept.find((other) => isCopy(shingles, other.shingles));
    const voice = copy ? copy.voice : next++;
    voices[article.id] = voice;
    kept.push({ shingles, voice });
  }
  return voices;
}

/** containment(a, b) >= sameCopy, given up at the first shingle too many: in a story of 1,000 articles each is compared with most others. */
function isCopy(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < leastShingles) return false;
  let spare = Math.floor(small.size * (1 - sameCopy) + 1e-9);
  for (const shingle of small) if (!large.has(shingle) && --spare < 0) return false;
  return true;
}

export function readShingles(text: string): ReadonlySet<string> {
  const words = toLatin(text.toLowerCase()).match(/[\p{L}\p{N}]+/gu) ?? [];
  const shingles = new Set<string>();
  for (let index = 0; index + shingleWords <= words.length; index++) shingles.add(words.slice(index, index + shingleWords).join(" "));
  return shingles;
}

/** Share of the smaller set that lies in the larger, 0..1; texts of few shingles are no evidence. */
export function containment(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  if (small.size < leastShingles) return 0;
  let shared = 0;
  for (const shingle of small) if (large.has(shingle)) shared++;
  return shared / small.size;
}

/** One article of each voice, in the story's order: what a copy says was said already. */
export function oneEachVoice({ articles, voices }: Story): Story["articles"] {
  const heard = new Set<number>();
  return articles.filter(({ id }) => {
    const voice = voices[id];
    if (voice === undefined) return true;
    if (heard.has(voice)) return false;
    heard.add(voice);
    return true;
  });
}
