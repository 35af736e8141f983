import type { Row } from "../eval/row.ts";
import { printTable } from "../eval/table.ts";

const benches: Readonly<Record<string, () => Promise<{ measure(): Promise<readonly Row[]> }>>> = {
  digest: () => import("./digest.ts"),
  quotes: () => import("./quotes.ts"),
  lookup: () => import("./lookup.ts"),
  stories: () => import("./stories.ts"),
  month: () => import("./month.ts"),
  extract: () => import("./extract.ts"),
  feeds: () => import("./feeds.ts"),
  process: () => import("./process.ts"),
  interactions: () => import("./interactions.ts"),
};

/** Half an hour each: measured only when named. */
const onlyNamed = ["month"];

const wanted = process.argv.slice(2).filter((word) => !word.startsWith("-"));
const unknown = wanted.filter((name) => !Object.hasOwn(benches, name));
if (unknown.length > 0) {
  console.error(`There is no benchmark named ${unknown.join(", ")}. Choose from: ${Object.keys(benches).join(", ")}.`);
  process.exit(2);
}

const rows: Row[] = [];
for (const [name, load] of Object.entries(benches)) {
  if (wanted.length > 0 ? !wanted.includes(name) : onlyNamed.includes(name)) continue;
  console.error(`measuring ${name} …`);
  rows.push(...(await (await load()).measure()));
}
printTable(rows);
