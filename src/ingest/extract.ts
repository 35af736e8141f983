import { Readability } from "@mozilla/readability";
import { htmlToParagraphs } from "../text/html.ts";
import { cleanPage } from "./clean.ts";
import { decodeBytes } from "./decode.ts";
import { isTooDeep } from "./depth.ts";
import type { DocumentContext } from "./document.ts";
import { type DomDocument, parseDocument } from "./dom.ts";
import { cleanLines } from "./lines.ts";
import { type PageMetadata, readMetadata } from "./metadata.ts";

/** What a page says: its article and what it tells of itself. */
export interface PageArticle extends PageMetadata {
  /** Paragraphs separated by one blank line; "" when the page holds no article. */
  readonly text: string;
}

/** Below this share of the gently cleaned article the thorough clean has cut into the article itself. */
const leastOfGentle = 0.6;

/** Bytes of a page → its article. Pure; never throws for odd input, but may be slow on hostile pages: run it in a worker. */
export function extractArticle(bytes: Uint8Array, context: DocumentContext): PageArticle {
  const { text: html } = decodeBytes(bytes, { contentType: context.headers?.["content-type"], kind: "html" });
  if (isTooDeep(html)) return { text: readableLines(htmlToParagraphs(html)).join("\n\n") };
  const document = parseDocument(html);
  const page = htmlToParagraphs(html);
  const metadata = readMetadata(document, page, context);
  const standfirst = findDescription(document);
  const lines = readBody(html, document, metadata.title);
  return { ...metadata, text: withStandfirst(lines, standfirst, page).join("\n\n") };
}

/** Readability over a thoroughly cleaned page, or over a gently cleaned one where the first clean took too much. */
function readBody(html: string, document: DomDocument, title: string | undefined): readonly string[] {
  const thorough = readClean(document, false, title);
  const gentle = readClean(parseDocument(html), true, title);
  return lengthOf(thorough) < leastOfGentle * lengthOf(gentle) ? gentle : thorough;
}

function readClean(document: DomDocument, gentle: boolean, title: string | undefined): readonly string[] {
  cleanPage(document, gentle);
  const parsed = new Readability(document as never, { charThreshold: 250 }).parse();
  return cleanLines(htmlToParagraphs(parsed?.content ?? ""), title);
}

const lengthOf = (lines: readonly string[]): number => lines.reduce((sum, line) => sum + line.length, 0);

/** The page's own description: often the article's opening paragraph, set apart from its body. */
function findDescription(document: DomDocument): string {
  const meta = [...document.querySelectorAll("meta[content]")].find((each) =>
    /description/i.test(each.getAttribute("name") ?? each.getAttribute("property") ?? ""),
  );
  return (meta?.getAttribute("content") ?? "").replace(/\s+/g, " ").trim();
}

/** Characters by which a paragraph is known as the one that the description quotes. */
const knownBy = 40;
/** A standfirst stands close before the body: farther up stand menus, farther down other articles. */
const closeBefore = 5;

function withStandfirst(lines: readonly string[], description: string, page: readonly string[]): readonly string[] {
  const head = description.slice(0, knownBy);
  const [first] = lines;
  if (first === undefined || head.length < knownBy || lines.some((line) => line.includes(head))) return lines;
  const at = page.findIndex((line) => line.startsWith(head) && line.length >= 60 && line.length < 600);
  const body = page.findIndex((line) => line.startsWith(first.slice(0, 60)));
  return at >= 0 && body > at && body - at <= closeBefore ? [page[at]!, ...lines] : lines;
}

/** Lines that look like sentences: what is left of a page whose structure cannot be used. */
function readableLines(lines: readonly string[]): readonly string[] {
  return lines.filter((line) => line.length >= 60 && /[.!?…]["”»)]?$/.test(line));
}
