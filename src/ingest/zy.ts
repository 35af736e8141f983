import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { Readability } from "@mozilla/readability";
import { htmlToParagraphs } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { parseDocument } from "./dom.ts";
import { readMetadata } from "./metadata.ts";
import { cleanPage } from "./clean.ts";
import { cleanLines } from "./lines.ts";
const E = "/work/shared/eval/extraction/";
const gold = readFileSync(E + "gold.jsonl", "utf8").trim().split("\n").map((l) => JSON.parse(l)).filter((g: any) => g.corpus === "traf");
const ws = (s: string) => s.replace(/\s+/g, " ").trim();
const c: Record<string, number> = {}; const ex: Record<string, string[]> = {};
for (const g of gold) { const html = decodeBytes(gunzipSync(readFileSync(`${E}pages/${g.id}.html.gz`)), { kind: "html" } as any).text; const title = readMetadata(parseDocument(html), { url: g.url }).title;
  const rd = (f: (d: any) => void, lines: boolean) => { const d = parseDocument(html); f(d); const p = new Readability(d as never, { charThreshold: 250 }).parse(); const l = htmlToParagraphs(p?.content ?? ""); return ws((lines ? cleanLines(l, title) : l).join("\n")); };
  const A = rd((d) => cleanPage(d), true); if (g.with.every((w: string) => A.includes(ws(w)))) continue;
  const A0 = rd((d) => cleanPage(d), false), G0 = rd((d) => cleanPage(d, true), false), R = rd(() => {}, false), all = ws(htmlToParagraphs(html).join("\n"));
  for (const w0 of g.with) { const w = ws(w0); if (A.includes(w)) continue; const k = A0.includes(w) ? "lines" : G0.includes(w) ? "names" : R.includes(w) ? "elements" : all.includes(w) ? "readability" : "absent"; c[k] = (c[k] ?? 0) + 1; (ex[k] ??= []).push(`${g.id} ${A.length}/${R.length}/${all.length} ${w.slice(0, 90)}`); } }
console.log(c); for (const k of ["lines", "names", "elements", "readability"]) console.log(k, "\n  " + (ex[k] ?? []).slice(0, 25).join("\n  "));
