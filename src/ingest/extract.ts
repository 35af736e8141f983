import { Readability } from "@mozilla/readability";
import { htmlToParagraphs } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import type { DocumentContext } from "./document.ts";
import { parseDocument } from "./dom.ts";
import { type PageMetadata, readMetadata } from "./metadata.ts";

/** What a page says: its article and what it tells of itself. */
export interface PageArticle extends PageMetadata {
  /** Paragraphs separated by one blank line; "" when the page holds no article. */
  readonly text: string;
}

/** Bytes of a page → its article. Pure; never throws for odd input, but may be slow on hostile pages: run it in a worker. */
export function extractArticle(bytes: Uint8Array, context: DocumentContext): PageArticle {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  if (isTooDeep(html)) return { text: readableLines(htmlToParagraphs(html)).join("\n\n") };
  const document = parseDocument(html);
  const metadata = readMetadata(document, context);
  const parsed = new Readability(document as never, { charThreshold: 250 }).parse();
  return { ...metadata, text: htmlToParagraphs(parsed?.content ?? "").join("\n\n") };
}

/** Lines that look like sentences: what is left of a page whose structure cannot be used. */
function readableLines(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length >= 60 && /[.!?…]["”»)]?$/.test(line));
}
