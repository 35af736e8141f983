import { extname } from "node:path";
import type { Article } from "../model/article.ts";
import { InputError, SourceError } from "../model/errors.ts";
import { buildArticle } from "./articles.ts";
import { refuseElsewhere } from "./belongs.ts";
import type { IngestDeps } from "./deps.ts";
import { pageAliases } from "./identity.ts";

/** What a person handed over: an address, pasted text, or a file's bytes. */
export type ReadInput =
  | { readonly url: string }
  | { readonly text: string }
  | { readonly bytes: Uint8Array; readonly name: string; readonly mediaType?: string };

type ReadDeps = Pick<IngestDeps, "fetcher" | "jobs" | "now">;

/** Longer input is no article: 5 MB is a thick novel. */
const maxInputBytes = 5_000_000;

/**
 * One article from whatever was handed over. It is not kept: its id is that of its text.
 * @throws InputError with words for the person; SourceError (with a reply) when an address cannot be read.
 */
export async function readArticle(input: ReadInput, deps: ReadDeps, signal: AbortSignal): Promise<Article> {
  if ("url" in input) return readAddress(input.url, deps, signal);
  if ("text" in input)
    return readBytes(
      Buffer.from(input.text, "utf8"),
      /<(?:p|div|article|html|body)[\s>]/i.test(input.text) ? "pasted.html" : "pasted.txt",
      deps,
    );
  if (isPdf(input.mediaType ?? "", input.bytes)) return readPdfFile(input.bytes, deps);
  refuseOther(input.mediaType ?? "", input.bytes);
  return readBytes(input.bytes, nameFor(input.name, input.mediaType), deps);
}

async function readAddress(url: string, deps: ReadDeps, signal: AbortSignal): Promise<Article> {
  try {
    const answer = await deps.fetcher.get({ url: url.trim(), want: "page" }, signal);
    refuseElsewhere(url.trim(), answer.url);
    const mediaType = answer.headers["content-type"] ?? "text/html";
    if (/^text\/(?:plain|markdown)/i.test(mediaType)) return await readBytes(answer.body, nameFor("page.txt", mediaType), deps, answer.url);
    if (isPdf(mediaType, answer.body)) return await readPdfFile(answer.body, deps, answer.url);
    refuseOther(mediaType, answer.body);
    refuseFeed(answer.body);
    const page = await deps.jobs.page(answer.body, { url: answer.url, headers: answer.headers });
    if (page.text === "") throw new SourceError("not-an-article", "Its page holds no article that can be read.");
    const aliases = pageAliases(page, answer.url, page.canonical);
    return buildArticle({ ...page, outlet: page.site, url: answer.url }, aliases, deps.now());
  } catch (error) {
    if (!(error instanceof SourceError) || error.reply !== undefined) throw error;
    throw new SourceError(error.kind, `${url}: ${error.message}`, {
      cause: error,
      reply: `That page could not be read. ${error.message}`,
      retryAfterMs: error.retryAfterMs,
    });
  }
}

function isPdf(mediaType: string, bytes: Uint8Array): boolean {
  return /^application\/(?:x-)?pdf\b/i.test(mediaType) || Buffer.from(bytes.subarray(0, 5)).toString("latin1") === "%PDF-";
}

/** @throws InputError */
async function readPdfFile(bytes: Uint8Array, deps: ReadDeps, url?: string): Promise<Article> {
  if (bytes.length > maxInputBytes) throw new InputError("That PDF is larger than 5 MB. Paste the article's text instead.");
  try {
    const read = await deps.jobs.pdf(bytes);
    return buildArticle({ ...read, outlet: "", url }, [`text:${read.text}`], deps.now());
  } catch (error) {
    if (!(error instanceof SourceError)) throw error;
    throw new InputError(`${error.message} Paste the article's text instead.`, { cause: error });
  }
}

/** Images and sound: said plainly instead of read as rubbish. */
function refuseOther(mediaType: string, bytes: Uint8Array): void {
  if (/^(?:image|audio|video|font)\//i.test(mediaType) || looksBinary(bytes))
    throw new InputError("That is no text: an article's link, its text or a text file works.");
}

/** A feed has many articles: which one was meant cannot be known. */
function refuseFeed(bytes: Uint8Array): void {
  const head = Buffer.from(bytes.subarray(0, 1_000)).toString("latin1");
  if (/^\s*(?:\xEF\xBB\xBF)?(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]/i.test(head))
    throw new InputError("That is a feed of many articles. Give the link of one of them, or add the feed as a source.");
}

/** Control characters where text has letters. Wide encodings begin with a mark and are full of zeros: they are let through. */
function looksBinary(bytes: Uint8Array): boolean {
  const head = bytes.subarray(0, 4_096);
  const isWide = (head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff);
  const controls = head.filter((byte) => byte < 9 || (byte > 13 && byte < 32 && byte !== 27)).length;
  return !isWide && controls > head.length / 50;
}

async function readBytes(bytes: Uint8Array, name: string, deps: ReadDeps, url?: string): Promise<Article> {
  if (bytes.length > maxInputBytes) throw new InputError("That is longer than 5 MB. Send the article alone.");
  const isPage = /^\.(?:html?|xhtml)$/i.test(extname(name));
  const page = isPage ? await deps.jobs.page(bytes, { url }) : undefined;
  // A pasted fragment is no whole page: where no article is found in it, all of it is the text.
  const read = page && page.text !== "" ? page : await deps.jobs.plain(bytes, /\.(?:md|markdown)$/i.test(name));
  if (!/\p{L}/u.test(read.text)) throw new InputError("There is no text in that. Paste an article of a few sentences, or its link.");
  const aliases = [`text:${read.text}`];
  return buildArticle({ ...read, outlet: page?.site ?? "", url: url ?? page?.canonical }, aliases, deps.now());
}

const endings: Readonly<Record<string, string>> = {
  "text/html": ".html",
  "application/xhtml+xml": ".html",
  "text/markdown": ".md",
  "text/plain": ".txt",
};

function nameFor(name: string, mediaType: string | undefined): string {
  if (extname(name) !== "" && mediaType === undefined) return name;
  const ending = endings[(mediaType ?? "").split(";")[0]?.trim().toLowerCase() ?? ""];
  return ending === undefined ? name : `${name}${ending}`;
}
