import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isInjected } from "../../src/digest/summarizers/injection.ts";
import { splitSentences } from "../../src/text/sentences.ts";
import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";

/** Orders to a model that are noticed (own set, eight languages), and sentences of real news that are wrongly dropped (development half). */
export async function measure(): Promise<readonly Row[]> {
  const file = new URL("../fixtures/injection/payloads.json", import.meta.url);
  const payloads = Object.values(JSON.parse(readFileSync(file, "utf8")) as Readonly<Record<string, readonly string[]>>).flat();
  const own = { task: "injection", set: `own ${payloads.length} orders`, measure: "dropped, %", target: "≥ 95" };
  const rows: Row[] = [{ ...own, value: percent(payloads.filter(isInjected).length, payloads.length) }];
  if (!hasEvalData()) return rows;
  const clean = ["dev", "dev.fr", "dev.es", "dev.nb"].flatMap(readSentences);
  const wrong = clean.filter(isInjected).length;
  return [
    ...rows,
    {
      task: "injection",
      set: `${clean.length} sentences of news`,
      measure: "dropped, %",
      value: percent(wrong, clean.length),
      target: "≤ 0.1",
    },
  ];
}

function readSentences(name: string): readonly string[] {
  const records = readFileSync(join(evalFolder, "summaries", `${name}.jsonl`), "utf8")
    .trim()
    .split("\n");
  return records.flatMap((line) => {
    const { text, lang } = JSON.parse(line) as { readonly text: string; readonly lang: string };
    return splitSentences(text, lang).map(({ start, end }) => text.slice(start, end));
  });
}

const percent = (part: number, whole: number): number => Math.round((part / Math.max(whole, 1)) * 100_000) / 1_000;
