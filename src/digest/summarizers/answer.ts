import { z } from "zod";
import type { Bullet, Edit, Evidence, Story } from "../../model/story.ts";
import { countWords } from "../../text/words.ts";
import { setCitedDates } from "../dates.ts";
import type { NumberedSentence } from "./evidence.ts";
import { isInjected } from "./injection.ts";
import { findForbidden } from "./refuse.ts";

export const answerSchema = z.object({
  bullets: z.array(z.object({ text: z.string().max(2000), evidence: z.array(z.string().max(20)).max(12) })).max(20),
});

export type ModelBullet = z.infer<typeof answerSchema>["bullets"][number];

/** Is a claim supported by a text? Reasons in words where it is not; the same gate as `batch check`. */
export type Gate = (claim: string, evidence: string, lang: string) => readonly string[];

export interface CheckedBullet {
  readonly bullet?: Bullet;
  /** Why it is refused; empty when it stands. */
  readonly reasons: readonly string[];
}

/** Share of a bullet's words that must stand in its evidence: free prose cannot be certified by rules, close prose can. */
const leastCopied = 0.6;

/** Passes one bullet of a model through every line of defence. */
export function checkBullet(
  asked: ModelBullet,
  sentences: readonly NumberedSentence[],
  story: Story,
  maxWords: number,
  gate: Gate,
): CheckedBullet {
  const text = asked.text.trim().replace(/^[•*\-–—]\s*/, "");
  const cited = asked.evidence.map((id) => sentences.find((sentence) => sentence.id === id));
  const reasons = [...findFormFaults(text, maxWords), ...findCitationFaults(asked, cited)];
  if (reasons.length > 0) return { reasons };
  const evidence = cited.filter((sentence) => sentence !== undefined);
  const source = evidence.map((sentence) => sentence.text).join(" ");
  const lang = evidence[0]?.article.lang ?? "und";
  const unsupported = [...gate(text, source, lang), ...findNovelty(text, source)];
  if (unsupported.length > 0) return { reasons: unsupported };
  const dated = setCitedDates(text, evidence, maxWords);
  const told = groupByArticle(evidence, (sentence) => dated.edits.get(sentence) ?? []);
  return {
    reasons: [],
    bullet: { text: dated.text, by: "model", evidence: told, ...(isConfirmed(evidence, story) && { confirmed: true }) },
  };
}

function findFormFaults(text: string, maxWords: number): string[] {
  const words = countWords(text);
  const faults = findForbidden(text).map((what) => `it carries ${what}`);
  if (words === 0) faults.push("it is empty");
  if (words > maxWords) faults.push(`it has ${words} words, more than ${maxWords}`);
  if (isInjected(text)) faults.push("it addresses the reader instead of telling news");
  return faults;
}

function findCitationFaults(asked: ModelBullet, cited: readonly (NumberedSentence | undefined)[]): string[] {
  if (asked.evidence.length === 0) return ["it cites no sentence"];
  return asked.evidence.filter((_, index) => cited[index] === undefined).map((id) => `it cites ${JSON.stringify(id)}, which was not given`);
}

function findNovelty(text: string, source: string): string[] {
  const known = new Set(contentWords(source));
  const own = contentWords(text);
  const copied = own.filter((word) => known.has(word)).length;
  return own.length > 0 && copied / own.length < leastCopied ? ["its words are too far from the cited sentences"] : [];
}

/** Words of four letters and more, cut to six: inflection is no novelty. */
const contentWords = (text: string): readonly string[] =>
  (text.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu) ?? []).map((word) => word.slice(0, 6));

function groupByArticle(cited: readonly NumberedSentence[], editsOf: (sentence: NumberedSentence) => readonly Edit[]): readonly Evidence[] {
  return [...Map.groupBy(cited, ({ article }) => article.id).values()].map((sentences) => ({
    articleId: sentences[0]!.article.id,
    version: sentences[0]!.article.version,
    spans: sentences.map(({ span }) => span).toSorted((a, b) => a.start - b.start),
    edits: sentences.flatMap(editsOf).toSorted((a, b) => a.start - b.start),
  }));
}

/** Two voices must support a bullet before it counts as confirmed; two copies of one wire text are one voice. */
function isConfirmed(cited: readonly NumberedSentence[], story: Story): boolean {
  return new Set(cited.map(({ article }) => story.voices[article.id] ?? article.id)).size >= 2;
}
