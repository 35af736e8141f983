import { type Installation, readInstallation } from "../app/installation.ts";
import { createLog } from "../app/log.ts";
import { withWorkbench } from "../app/once.ts";
import { type DigestedInput, digestInput } from "../app/reading.ts";
import { pickQuotes } from "../digest/pick-quotes.ts";
import { InputError } from "../model/errors.ts";
import type { Bullet } from "../model/story.ts";
import { type CliArguments, getWord, readArguments } from "./arguments.ts";
import { type ExitCode, findCommand, type Io } from "./commands.ts";
import { inputFrom } from "./input.ts";
import { wrap } from "./terminal.ts";

/** An article as bullets; `--explain` shows the source sentence of each with what was cut or replaced. Exit 3 when there is nothing to say. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  const form = findCommand("digest")?.form ?? "";
  const args = readArguments(words, form);
  const input = await inputFrom(getWord(args, form), io);
  const installation = readInstallation();
  const log = createLog("plain", io.errors, io.errors, installation.secrets, () => new Date());
  const model = modelFrom(args, installation);
  const digested = await withWorkbench(installation, log, ({ reading, models }) =>
    digestInput(input, reading, io.signal, models.summarizerFor(model)),
  );
  if (args.json) io.output.write(`${JSON.stringify(asJson(digested))}\n`);
  else io.output.write(asText(digested, args.explain, io.output.columns ?? 100));
  return digested.summary.bullets.length > 0 ? 0 : 3;
}

/** @throws InputError for a model that config/quoth.yaml does not name. */
function modelFrom({ model }: CliArguments, { settings }: Installation): { readonly model?: string } {
  if (model === undefined) return {};
  const known = Object.keys(settings.models);
  if (known.includes(model)) return { model };
  const hint = known.length > 0 ? `There is: ${known.join(", ")}.` : "None is configured: name one under `models:`.";
  throw new InputError(`No model is named ${model} in quoth.yaml. ${hint}`);
}

function asJson({ article, summary, quotes }: DigestedInput): object {
  return { title: summary.title, url: article.url, outlet: article.outlet, lang: article.lang, bullets: summary.bullets, quotes };
}

function asText({ article, summary, quotes }: DigestedInput, explain: boolean, columns: number): string {
  if (summary.bullets.length === 0) return "This text gives no bullet that could stand alone.\n";
  const lines = summary.bullets.flatMap((bullet) => [
    wrap(`• ${bullet.text}`, columns, ""),
    ...(explain ? explainBullet(bullet, article.text, columns) : []),
  ]);
  const [quote] = pickQuotes(quotes, summary.bullets);
  const said = quote
    ? ["", wrap(`“${quote.text}”`, columns, "  "), `     — ${[quote.speaker.name, quote.speaker.role].filter(Boolean).join(", ")}`]
    : [];
  return `${[summary.title, "", ...lines, ...said].join("\n")}\n`;
}

/** The source sentence with ~cut~ and {put instead}, and why. */
function explainBullet({ evidence, replaced = [] }: Bullet, text: string, columns: number): readonly string[] {
  const told = evidence.slice(0, 1).flatMap(({ spans, edits }) =>
    spans.map(({ start, end }) => {
      let shown = "";
      let at = start;
      for (const edit of edits) {
        shown += `${text.slice(at, edit.start)}${edit.end > edit.start ? `~${text.slice(edit.start, edit.end)}~` : ""}${edit.text ? `{${edit.text}}` : ""}`;
        at = edit.end;
      }
      const reasons = edits.length > 0 ? ` (${edits.map(({ why }) => why).join("; ")})` : "";
      return wrap(`${shown}${text.slice(at, end)}${reasons}`.replace(/\s+/g, " "), columns, "    ");
    }),
  );
  const why = replaced.map((reason) => wrap(`a model's wording was replaced: ${reason}`, columns, "    "));
  return [...told, ...why];
}
