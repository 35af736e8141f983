import { Readability } from "@mozilla/readability";
import { htmlToParagraphs } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import { parseDocument } from "./dom.ts";
import { readMetadata } from "./metadata.ts";
import { cleanPage } from "./clean.ts";
import { cleanLines } from "./lines.ts";
import Defuddle from "defuddle";
const X = +(process.env.X ?? 0), D = +(process.env.D ?? 0), L = process.env.L;
const cache = new Map<string, any>();
export function extractArticle(bytes: any, context: any) {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  if (isTooDeep(html)) return { text: "" };
  const meta0 = parseDocument(html);
  const metadata = readMetadata(meta0, context);
  const read = (gentle: boolean): any => { const d = parseDocument(html); cleanPage(d, gentle); 
    const ps = [...d.querySelectorAll("p,h2,h3,li")].map((p: any) => ({ t: (p.textContent ?? "").replace(/\s+/g, " ").trim(), l: [...p.querySelectorAll("a")].reduce((s: number, a: any) => s + (a.textContent ?? "").length, 0) })).filter((p) => p.t.length > 50 && p.l < 0.4 * p.t.length);
    const p = new Readability(d as never, { charThreshold: 250 }).parse(); return { lines: cleanLines(htmlToParagraphs(p?.content ?? ""), metadata.title), ps: [...new Set(ps.map((p) => p.t))] }; };
  let a = read(false); const len = (l: readonly string[]) => l.reduce((s, x) => s + x.length, 0);
  const g = read(true); if (len(a.lines) < 0.6 * len(g.lines)) a = { ...a, lines: g.lines };
  let lines = a.lines;
  if (X && len(lines) < X * len(a.ps)) { lines = cleanLines(a.ps, metadata.title); }
  if (D) { let df: string[] = []; try { const r = (new (Defuddle as any)(parseDocument(html), { url: context.url, useAsync: false })).parse(); df = htmlToParagraphs(r.content ?? "") as string[]; } catch (e) { console.log("DF", String(e).slice(0, 100)); } const dl = cleanLines(df, metadata.title).filter((l) => l.length > 30); if (len(lines) < D * len(dl)) lines = dl; }
  if (L) { const m: any = [...meta0.querySelectorAll("meta")].find((e) => /description/i.test(e.getAttribute("name") ?? e.getAttribute("property") ?? "")); const desc = (m?.getAttribute("content") ?? "").replace(/\s+/g, " ").trim(); const key = desc.slice(0, 40); if (key.length === 40 && !lines.join(" ").includes(key)) { const all = htmlToParagraphs(html); const hit = all.find((l) => l.startsWith(key) && l.length >= 60); if (hit) lines = [hit, ...lines]; } }
  return { ...metadata, text: lines.join("\n") };
}
