import { Readability } from "@mozilla/readability";
import { htmlToParagraphs } from "../text/html.ts";
import { cleanPage } from "./clean.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import { parseDocument } from "./dom.ts";
import { cleanLines } from "./lines.ts";
import { readMetadata } from "./metadata.ts";

const G = +(process.env.GUARD ?? 0.7),
  MODE = process.env.MODE ?? "B";

export function extractArticle(bytes: any, context: any) {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  if (isTooDeep(html)) return { text: "" };
  const read = (gentle: boolean, m?: any): string => {
    const d = parseDocument(html);
    cleanPage(d, gentle);
    const p = new Readability(d as never, { charThreshold: 250 }).parse();
    return cleanLines(htmlToParagraphs(p?.content ?? ""), m?.title).join("\n");
  };
  const metadata = readMetadata(parseDocument(html), context);
  let text = read(false, metadata);
  if (MODE !== "A") {
    const g = read(true, metadata);
    if (text.length < G * g.length) text = g;
  }
  return { ...metadata, text };
}
