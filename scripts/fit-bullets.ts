/**
 * Fits the weights by which sentences are chosen as bullets, and writes src/digest/select.weights.json.
 *
 *   node scripts/fit-bullets.ts GOLD.jsonl SCORER.mjs [rounds]
 *
 * GOLD holds {id, source_dataset, lang, text, references}; SCORER exports scoreRecord(record, bullets, {refs}). Only sets whose
 * licence allows it are read. The aim is the summary's own score, searched one weight at a time from a fixed seed: with so few
 * weights that transfers better than learning to label sentences.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { chooseBest } from "../src/digest/choose.ts";
import { findFeatures, weigh } from "../src/digest/select.ts";
import type { Article } from "../src/model/article.ts";
import { findMentions } from "../src/quotes/mentions.ts";

interface Gold {
  readonly id: string;
  readonly source_dataset: string;
  readonly lang: string;
  readonly text: string;
  readonly references: readonly string[];
}
interface Scorer {
  scoreRecord(
    record: Gold,
    bullets: readonly string[],
    options: { readonly refs: "first" },
  ): { readonly rouge: number; readonly r2_r: number };
}

/** MIT, MIT and CC BY 4.0. */
const sets = new Set(["frank_cnndm", "summeval", "realsumm"]);
const maxBullets = 4;
const maxWords = 30;
/** How much recall of word pairs counts beside the mean of the F1 scores. */
const recallShare = 0.25;
/** Pull towards zero, so that a weight is worth having. */
const ridge = 0.02;

/** Set for the reader, not by the score: references of this kind were often written from captions. */
const held: Readonly<Record<string, number>> = { caption: -1.2, voice: -0.9 };

const [goldFile = "", scorerFile = "", rounds = "6"] = process.argv.slice(2);
const scorer = (await import(pathToFileURL(scorerFile).href)) as Scorer;
const target = new URL("../src/digest/select.weights.json", import.meta.url);
const known = JSON.parse(readFileSync(target, "utf8")) as { readonly least: number; readonly weights: Readonly<Record<string, number>> };

const records = readFileSync(goldFile, "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Gold)
  .filter(({ source_dataset }) => sets.has(source_dataset));
const examples = records.map((record) => {
  const article = articleOf(record);
  return { record, candidates: findFeatures(article, maxWords, findMentions(article)), scores: new Map<string, number>() };
});

let best: Readonly<Record<string, number>> = { least: known.least, ...known.weights, ...held };
const free = Object.keys(best).filter((key) => !Object.hasOwn(held, key));
let bestWorth = worth(best);
console.log(`${examples.length} articles, start ${bestWorth.toFixed(3)}`);
const random = createRandom(7);
for (let round = 0; round < Number(rounds); round++) {
  // Every round starts a step away from the best so far, or it would end in the first hollow it meets.
  const [found, foundWorth] = climb(round === 0 ? best : stray(best));
  if (foundWorth > bestWorth) [best, bestWorth] = [found, foundWorth];
  console.log(`round ${round + 1}: ${foundWorth.toFixed(3)}, best ${bestWorth.toFixed(3)}`);
}
const { least, ...weights } = best;
const origin = "scripts/fit-bullets.ts on the development halves of FRANK CNN/DM (MIT), SummEval (MIT) and REALSumm (CC BY 4.0)";
writeFileSync(target, `${JSON.stringify({ origin, least, weights }, null, 2)}\n`);

/** One weight at a time, by ever smaller steps. */
function climb(from: Readonly<Record<string, number>>): readonly [Readonly<Record<string, number>>, number] {
  let values = from;
  let value = worth(values);
  for (let step = 0.6; step > 0.04; step *= 0.6)
    for (const name of free)
      for (const change of [step, -step]) {
        const next = { ...values, [name]: Math.round(((values[name] ?? 0) + change) * 1000) / 1000 };
        const nextValue = worth(next);
        if (nextValue > value) [values, value] = [next, nextValue];
      }
  return [values, value];
}

function stray(values: Readonly<Record<string, number>>): Readonly<Record<string, number>> {
  return { ...values, ...Object.fromEntries(free.map((name) => [name, Math.round(((values[name] ?? 0) + random() - 0.5) * 1000) / 1000])) };
}

/** Mulberry32: small, fixed by its seed. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

function worth(values: Readonly<Record<string, number>>): number {
  const total = examples.reduce((sum, { record, candidates, scores }) => {
    const scored = candidates.map((candidate) => ({ ...candidate, score: weigh(candidate.features, values) }));
    const chosen = chooseBest(scored, maxBullets, values.least ?? 0);
    const key = chosen.map(({ place }) => place).join();
    const score =
      scores.get(key) ??
      measure(
        record,
        chosen.map(({ text }) => text),
      );
    scores.set(key, score);
    return sum + score;
  }, 0);
  return total / examples.length - ridge * Object.values(values).reduce((sum, value) => sum + value * value, 0);
}

function measure(record: Gold, bullets: readonly string[]): number {
  const { rouge, r2_r } = scorer.scoreRecord(record, bullets, { refs: "first" });
  return rouge + recallShare * r2_r;
}

function articleOf({ id, text, lang }: Gold): Article {
  return { id, version: 1, hash: "", title: "", text, lang, outlet: "", fetchedAt: new Date(0) };
}
