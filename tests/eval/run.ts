import { evalFolder, hasEvalData } from "./folder.ts";
import type { Row } from "./row.ts";
import { printTable } from "./table.ts";

const tasks: Readonly<Record<string, () => Promise<{ measure(): Promise<readonly Row[]> }>>> = {
  quotes: () => import("./quotes.ts"),
  languages: () => import("./languages.ts"),
  names: () => import("./names.ts"),
  lookup: () => import("./lookup.ts"),
  bullets: () => import("./bullets.ts"),
  check: () => import("./check.ts"),
  injection: () => import("./injection.ts"),
  sentences: () => import("./sentences.ts"),
  stories: () => import("./stories.ts"),
  extract: () => import("./extract.ts"),
  feeds: () => import("./feeds.ts"),
};

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = wanted.filter((name) => !Object.hasOwn(tasks, name));
if (unknown.length > 0) {
  console.error(`There is no evaluation named ${unknown.join(", ")}. Choose from: ${Object.keys(tasks).join(", ")}.`);
  process.exit(2);
}
if (!hasEvalData()) console.error(`The evaluation data is not there (${evalFolder}): only measures on the project's own sets are shown.`);

const rows: Row[] = [];
for (const [name, load] of Object.entries(tasks)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await (await load()).measure()));
}
printTable(rows);
