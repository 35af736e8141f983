import { extractQuotes } from "../../src/quotes/extract.ts";
import { compareWording, differsInSubstance } from "../../src/quotes/merge.ts";
import { isSamePerson } from "../../src/quotes/people.ts";
import { parseQuestion } from "../../src/quotes/query.ts";
import { openStores } from "../../src/store/open.ts";
import { type GoldQuestion, readArticles, readPairs, readQuestions } from "./lookup-set.ts";
import type { Row } from "./row.ts";

const now = new Date("2026-05-20T12:00Z");
const looked = 10;

/** Questions as people type them over the project's own invented articles, extracted as any others are; then pairs of wordings and of names. */
export async function measure(): Promise<readonly Row[]> {
  const questions = readQuestions();
  const places = await findPlaces(questions);
  const missed = questions.filter((_, index) => !(places[index]! <= 3));
  for (const { kind, question } of missed) console.error(`  not in the first three: [${kind}] ${question}`);
  const share = (values: readonly boolean[]): number => values.filter(Boolean).length / values.length;
  const set = `${questions.length} questions`;
  const kinds = [...Map.groupBy(questions.keys(), (index) => questions[index]!.kind)];
  return [
    { task: "lookup", set, measure: "recall@3", value: share(places.map((place) => place <= 3)), target: "≥ 0.95, aim 1" },
    {
      task: "lookup",
      set,
      measure: "MRR",
      value: places.reduce((sum, place) => sum + 1 / place, 0) / places.length,
      target: "≥ 0.85, aim 0.92",
    },
    ...kinds.map(
      ([kind, indices]): Row => ({
        task: "lookup",
        set: `${kind} (${indices.length})`,
        measure: "recall@3",
        value: share(indices.map((index) => places[index]! <= 3)),
        target: "",
      }),
    ),
    ...measureWordings(),
    ...measureNames(),
  ];
}

/** Place of the first right answer, 1 = first; infinite where there is none. A right refusal and a right choice count as first. */
async function findPlaces(questions: readonly GoldQuestion[]): Promise<readonly number[]> {
  const stores = await openStores(":memory:");
  try {
    for (const article of readArticles()) await stores.quotes.add(article, extractQuotes(article));
    const places: number[] = [];
    for (const { question, answers, expects } of questions) {
      const answer = await stores.quotes.search(parseQuestion(question, now), { offset: 0, limit: looked }, now);
      const texts = answer.hits.map(({ quote }) => quote.text);
      const near = [...answer.near.speakers.map(({ name }) => name), answer.near.topicsOf];
      const isRight =
        expects === "nothing"
          ? texts.length === 0 && answers.every((name) => near.includes(name))
          : answers.every((name) => answer.ambiguous.some((each) => each.name === name)) && answer.ambiguous.length === answers.length;
      const place = texts.findIndex((text) => answers.some((beginning) => text.startsWith(beginning))) + 1;
      places.push(expects === "answer" ? (place > 0 ? place : Number.POSITIVE_INFINITY) : isRight ? 1 : Number.POSITIVE_INFINITY);
    }
    return places;
  } finally {
    await stores.close();
  }
}

function measureWordings(): readonly Row[] {
  const pairs = readPairs("wordings");
  const set = `${pairs.length} pairs of wordings`;
  const { precision, recall, wrong } = score(
    pairs,
    ({ label }) => label !== "other",
    ({ a, b }) => compareWording(a, b) !== "other",
  );
  const turned = pairs.filter(({ label }) => label !== "other");
  const shown = score(
    turned,
    ({ label }) => label === "turned",
    ({ a, b }) => differsInSubstance(a, b),
  );
  for (const { a, b } of [...wrong, ...shown.wrong]) console.error(`  wordings: ${a} / ${b}`);
  return [
    {
      task: "lookup",
      set,
      measure: "one utterance: precision / recall",
      value: `${precision.toFixed(3)} / ${recall.toFixed(3)}`,
      target: "",
    },
    {
      task: "lookup",
      set,
      measure: "turned meaning: precision / recall",
      value: `${shown.precision.toFixed(3)} / ${shown.recall.toFixed(3)}`,
      target: "recall 1",
    },
  ];
}

function measureNames(): readonly Row[] {
  const pairs = readPairs("names");
  const { precision, recall, wrong } = score(
    pairs,
    ({ label }) => label === "one",
    ({ a, b }) => isSamePerson(a, b),
  );
  for (const { a, b } of wrong) console.error(`  names: ${a} / ${b}`);
  return [
    {
      task: "lookup",
      set: `${pairs.length} pairs of names`,
      measure: "one person: precision / recall",
      value: `${precision.toFixed(3)} / ${recall.toFixed(3)}`,
      target: "precision 1",
    },
  ];
}

function score<Pair>(pairs: readonly Pair[], isGold: (pair: Pair) => boolean, isFound: (pair: Pair) => boolean) {
  const found = pairs.filter(isFound);
  const gold = pairs.filter(isGold);
  const right = found.filter(isGold).length;
  return {
    precision: right / Math.max(1, found.length),
    recall: right / Math.max(1, gold.length),
    wrong: pairs.filter((pair) => isGold(pair) !== isFound(pair)),
  };
}
