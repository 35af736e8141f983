import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { evalFolder } from "./folder.ts";

/** What the scorer that lies with the data counts in one document. */
interface Counted {
  readonly c: Readonly<Record<string, number>>;
  readonly by: Readonly<Record<string, { readonly n: number; readonly ok?: number }>>;
}

type Totals = Readonly<Record<string, number>>;

const resamples = 1000;

const f1 = (right: number, predicted: number, gold: number): number => (2 * right) / (predicted + gold);
const get = (totals: Totals, name: string): number => totals[name] ?? 0;

/** Each measure as a share of what the scorer counted over all documents. */
const measures: Readonly<Record<string, (totals: Totals) => number>> = {
  "span exact F1": (totals) => f1(get(totals, "ex"), get(totals, "np"), get(totals, "ng")),
  "full name": (totals) => get(totals, "fullOk") / get(totals, "full"),
  "joint F1": (totals) => f1(get(totals, "jTp"), get(totals, "jP"), get(totals, "jG")),
  "joint precision": (totals) => get(totals, "jTp") / get(totals, "jP"),
  verbatim: (totals) => get(totals, "verbatim") / get(totals, "rawPred"),
  "speaker, named": (totals) => get(totals, "speaker:name ok") / get(totals, "speaker:name"),
  "speaker, pronoun": (totals) => get(totals, "speaker:pronoun ok") / get(totals, "speaker:pronoun"),
  "speaker, description": (totals) => get(totals, "speaker:nominal ok") / get(totals, "speaker:nominal"),
  "speaker, organisation": (totals) => get(totals, "speaker:org ok") / get(totals, "speaker:org"),
};

export interface Score {
  readonly measure: string;
  /** In per cent. */
  readonly value: number;
  /** 95 % of resampled sets of documents lie between these, in per cent. */
  readonly interval?: readonly [number, number];
}

/** Scores predictions by the scorer that lies with the data; the interval by resampling documents, with a fixed seed. */
export async function scoreQuotes(
  gold: readonly { readonly id?: unknown }[],
  predicted: readonly { readonly id?: unknown }[],
  ci: boolean,
): Promise<readonly Score[]> {
  const scorer = (await import(pathToFileURL(join(evalFolder, "quotes/score.mjs")).href)) as {
    scoreDoc(doc: unknown, answer: unknown): Counted;
  };
  const answers = new Map(predicted.map((answer) => [answer.id, answer]));
  const documents = gold.map((doc) => flatten(scorer.scoreDoc(doc, answers.get(doc.id))));
  const totals = sum(documents);
  const draws = ci ? resample(documents).map(sum) : [];
  return Object.entries(measures).flatMap(([measure, of]): Score[] => {
    const value = of(totals);
    if (!Number.isFinite(value)) return [];
    const drawn = draws
      .map(of)
      .filter(Number.isFinite)
      .sort((a, b) => a - b);
    const at = (share: number): number => percent(drawn[Math.floor(share * (drawn.length - 1))]!);
    return [{ measure, value: percent(value), ...(ci ? { interval: [at(0.025), at(0.975)] as const } : {}) }];
  });
}

const percent = (share: number): number => Math.round(share * 1000) / 10;

const flatten = ({ c, by }: Counted): Totals => ({
  ...c,
  ...Object.fromEntries(
    Object.entries(by).flatMap(([kind, { n, ok }]) => [
      [kind, n],
      [`${kind} ok`, ok ?? 0],
    ]),
  ),
});

function sum(documents: readonly Totals[]): Totals {
  const totals: Record<string, number> = {};
  for (const document of documents) for (const [name, count] of Object.entries(document)) totals[name] = (totals[name] ?? 0) + count;
  return totals;
}

/** The same draws on every run: a linear congruential generator (Numerical Recipes) with a fixed seed. */
function resample(documents: readonly Totals[]): Totals[][] {
  let state = 12_345;
  const next = (): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
  return Array.from({ length: resamples }, () => documents.map(() => documents[Math.floor(next() * documents.length)]!));
}
