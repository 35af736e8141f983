import type { Log } from "../../model/platform.ts";
import type { Bullet } from "../../model/story.ts";
import type { Summarizer, Summary, SummaryRequest } from "../../model/summarizer.ts";
import { roomOf } from "../forms.ts";
import { type CheckedBullet, checkBullet, type Gate } from "./answer.ts";
import type { Budget, ModelPrice } from "./budget.ts";
import { type NumberedSentence, numberSentences, type SplitSentences } from "./evidence.ts";
import { buildPrompt, systemPrompt } from "./prompt.ts";
import type { ModelProvider } from "./provider.ts";
import type { Tally } from "./tally.ts";

export interface ModelSummarizerDeps {
  readonly id: string;
  readonly provider: () => Promise<ModelProvider>;
  /** Always ready: what a failing bullet is replaced by. */
  readonly extractive: Summarizer;
  readonly gate: Gate;
  readonly split: SplitSentences;
  readonly budget: Budget;
  readonly price: ModelPrice;
  readonly now: () => Date;
  readonly log: Log;
  /** For /status. */
  readonly tally: Pick<Tally, "add" | "tellReasons">;
}

/**
 * Bullets worded by a model from numbered evidence, each checked before it is posted. Whatever goes wrong the extractive bullet
 * stands in: an edition is never late or missing because of a model. One call a story, one more with the reasons of a refusal.
 */
export function createModelSummarizer(deps: ModelSummarizerDeps): Summarizer {
  return {
    id: deps.id,
    async summarize(request, signal) {
      const plain = await deps.extractive.summarize(request, signal);
      if (plain.bullets.length === 0) return plain;
      if (!(await deps.budget.allows(deps.now()))) return standIn(plain, "today's budget for models is spent", deps);
      const { sentences } = numberSentences(request, deps.split);
      if (sentences.length === 0) return plain;
      const checked = await askTwice(request, sentences, deps, signal);
      if (!("bullets" in checked)) {
        await deps.tally.add("failed", 1);
        return standIn(plain, checked.problem, deps);
      }
      return combine(plain, checked.bullets, request, deps);
    },
  };
}

type Asked = { readonly bullets: readonly CheckedBullet[] } | { readonly problem: string };

/** The first answer, or the second when the first had faults. */
async function askTwice(
  request: SummaryRequest,
  sentences: readonly NumberedSentence[],
  deps: ModelSummarizerDeps,
  signal: AbortSignal,
): Promise<Asked> {
  const first = await askOnce(request, sentences, [], deps, signal);
  const reasons = reasonsOf(first);
  if (reasons.length === 0 || !(await deps.budget.allows(deps.now()))) return first;
  const second = await askOnce(request, sentences, reasons, deps, signal);
  return goodBullets(second) >= goodBullets(first) ? second : first;
}

async function askOnce(
  request: SummaryRequest,
  sentences: readonly NumberedSentence[],
  refused: readonly string[],
  deps: ModelSummarizerDeps,
  signal: AbortSignal,
): Promise<Asked> {
  const lang = sentences[0]?.article.lang ?? "en";
  const { maxWords } = request;
  const { bullets } = roomOf(request.form);
  try {
    const provider = await deps.provider();
    const answer = await provider.ask(systemPrompt, buildPrompt({ sentences, bullets, maxWords, lang, refused }), signal);
    await deps.budget.record(answer.usage, deps.price, deps.now());
    if (answer.bullets.length === 0) return { problem: "the model wrote no bullet" };
    return {
      bullets: answer.bullets.slice(0, bullets).map((bullet) => checkBullet(bullet, sentences, request.story, maxWords, deps.gate)),
    };
  } catch (error) {
    signal.throwIfAborted();
    deps.log.warn("A model did not answer; the sources' own words stand in.", { model: deps.id, problem: String(error) });
    return { problem: error instanceof Error ? error.message : String(error) };
  }
}

function reasonsOf(asked: Asked): readonly string[] {
  return "bullets" in asked ? [...new Set(asked.bullets.flatMap(({ reasons }) => reasons))] : [asked.problem];
}

const goodBullets = (asked: Asked): number => ("bullets" in asked ? asked.bullets.filter(({ bullet }) => bullet).length : -1);

/** Model bullets that stand, in the model's order; a refused one is replaced by the next extractive bullet that says something else. */
async function combine(
  plain: Summary,
  checked: readonly CheckedBullet[],
  request: SummaryRequest,
  deps: ModelSummarizerDeps,
): Promise<Summary> {
  const good = checked.flatMap(({ bullet }) => (bullet ? [bullet] : []));
  const spare = plain.bullets.filter((bullet) => !good.some((other) => restOnSame(bullet, other)));
  const bullets: Bullet[] = [];
  for (const { bullet, reasons } of checked) {
    if (bullet) bullets.push(bullet);
    else {
      const substitute = spare.shift();
      if (substitute) bullets.push({ ...substitute, replaced: reasons });
    }
  }
  await deps.tally.add("worded", good.length);
  await deps.tally.add("replaced", checked.length - good.length);
  await deps.tally.tellReasons(checked.flatMap(({ reasons }) => reasons));
  return { title: plain.title, bullets: bullets.slice(0, roomOf(request.form).bullets) };
}

function restOnSame(a: Bullet, b: Bullet): boolean {
  return a.evidence.some((one) =>
    b.evidence.some(
      (two) => one.articleId === two.articleId && one.spans.some((x) => two.spans.some((y) => x.start < y.end && y.start < x.end)),
    ),
  );
}

/** Every bullet in the sources' own words, with the reason why no model worded them. */
async function standIn(plain: Summary, reason: string, { tally }: ModelSummarizerDeps): Promise<Summary> {
  await tally.add("replaced", plain.bullets.length);
  await tally.tellReasons([reason]);
  return { ...plain, bullets: plain.bullets.map((bullet) => ({ ...bullet, replaced: [reason] })) };
}
