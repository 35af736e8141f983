import { htmlToParagraphs } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import type { DocumentContext } from "./document.ts";
import { type DomDocument, parseDocument } from "./dom.ts";
import { type PageMetadata, readMetadata } from "./metadata.ts";
import { readLines } from "./readable.ts";
import { withStandfirst } from "./standfirst.ts";

/** What a page says: its article and what it tells of itself. */
export interface PageArticle extends PageMetadata {
  /** Paragraphs separated by one blank line; "" when the page holds no article. */
  readonly text: string;
}

/** Bytes of a page → its article. Pure; never throws for odd input, but may be slow on hostile pages: run it in a worker. */
export function extractArticle(bytes: Uint8Array, context: DocumentContext): PageArticle {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  const lines = htmlToParagraphs(html);
  if (isTooDeep(html)) return { text: readableLines(lines).join("\n\n") };
  const document = parseDocument(html);
  const metadata = readMetadata(document, lines, context);
  const description = findDescription(document);
  const body = readLines({ html, document, lines, title: metadata.title });
  return { ...metadata, text: withStandfirst(body, description, lines).join("\n\n") };
}

/** The page's own description: often the article's opening paragraph, set apart from its body. */
function findDescription(document: DomDocument): string {
  const meta = [...document.querySelectorAll("meta[content]")].find((each) =>
    /description/i.test(each.getAttribute("name") ?? each.getAttribute("property") ?? ""),
  );
  return (meta?.getAttribute("content") ?? "").replace(/\s+/g, " ").trim();
}

/** Lines that look like sentences: what is left of a page whose structure cannot be used. */
function readableLines(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length >= 60 && /[.!?…]["”»)]?$/.test(line));
}
