import { createHash } from "node:crypto";
import { readdir, readFile, realpath, stat } from "node:fs/promises";
import { extname, join, relative, resolve, sep } from "node:path";
import type { Source } from "../../model/article.ts";
import { SourceError } from "../../model/errors.ts";
import { buildArticle } from "../articles.ts";
import type { IngestContext, IngestDeps, SourceResult } from "../deps.ts";
import type { FeedEntry } from "../document.ts";
import { keepEntries } from "../entries.ts";
import type { PageArticle } from "../extract.ts";
import { feedIdentity, pageAliases } from "../identity.ts";
import type { PlainText } from "../jobs.ts";
import { emptyReport, freshReport } from "./poll.ts";

const maxFileBytes = 15_000_000;
const maxFiles = 2_000;
const feedEndings = new Set([".xml", ".rss", ".atom", ".rdf", ".json"]);
const pageEndings = new Set([".html", ".htm", ".xhtml"]);
const markdownEndings = new Set([".md", ".markdown"]);
const pdfEnding = ".pdf";
const textEndings = new Set([".txt", ...markdownEndings]);

/** Reads a file, or every feed, page and text below a folder. Nothing outside the digest's folder is opened, whatever links say. */
export async function readFiles(source: Source, context: IngestContext, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  try {
    const paths = await findFiles(source, context.folder);
    const state = await deps.sources.find(source.address);
    const bodyHash = await hashFiles(paths);
    if (state?.bodyHash === bodyHash) return { report: emptyReport(source, "unchanged", ""), articles: [] };
    const firstPoll = state?.lastGoodAt === undefined;
    const results: SourceResult[] = [];
    for (const path of paths) {
      signal.throwIfAborted();
      results.push(await readOrTell(path, { source, context, firstPoll }, deps, signal));
    }
    const now = deps.now();
    await deps.sources.put({ address: source.address, nextAt: now, failures: 0, lastTriedAt: now, lastGoodAt: now, bodyHash });
    return merge(source, results);
  } catch (error) {
    signal.throwIfAborted();
    return { report: emptyReport(source, "failed", describe(error, source.address)), articles: [] };
  }
}

interface FileRound {
  readonly source: Source;
  readonly context: IngestContext;
  readonly firstPoll: boolean;
}

/** A bad file of a folder loses only itself. */
async function readOrTell(path: string, round: FileRound, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  try {
    return await readOne(path, round, deps, signal);
  } catch (error) {
    signal.throwIfAborted();
    const { source, context } = round;
    const file = source.kind === "file" ? "" : `${relative(context.folder, path)}: `;
    return { report: emptyReport(source, "failed", file + describe(error, source.address)), articles: [] };
  }
}

/** Changes when a file comes, goes, grows or is written. */
async function hashFiles(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const path of paths) {
    const { size, mtimeMs } = await stat(path);
    hash.update(`${path} ${size} ${mtimeMs}\n`);
  }
  return hash.digest("hex");
}

function describe(error: unknown, address: string): string {
  if (error instanceof SourceError) return error.message;
  const code = (error as NodeJS.ErrnoException).code ?? "";
  const words: Readonly<Record<string, string>> = {
    ENOENT: "is not there",
    EACCES: "may not be read",
    EISDIR: "is a folder: list it as kind folder",
    ENOTDIR: "is a file: list it as kind file",
  };
  if (code === "") throw error;
  return `${address} ${words[code] ?? `cannot be read (${code})`}.`;
}

async function findFiles(source: Source, folder: string): Promise<readonly string[]> {
  const home = await realpath(folder);
  const start = await inside(home, source.address);
  if (source.kind === "file") return [start];
  const names = (await readdir(start, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const known = names.map((entry) => join(entry.parentPath, entry.name)).filter((path) => endingsKnown(path));
  // A page that a feed of this folder names is read with its entry, so feeds come first.
  return known.sort((a, b) => Number(isFeed(b)) - Number(isFeed(a)) || (a < b ? -1 : 1)).slice(0, maxFiles);
}

function endingsKnown(path: string): boolean {
  const ending = extname(path).toLowerCase();
  return feedEndings.has(ending) || pageEndings.has(ending) || textEndings.has(ending) || ending === pdfEnding;
}

function isMarkdown(path: string): boolean {
  return markdownEndings.has(extname(path).toLowerCase());
}

function isFeed(path: string): boolean {
  return feedEndings.has(extname(path).toLowerCase());
}

/** The real path below the folder. @throws SourceError when it leads out of it. */
async function inside(home: string, address: string): Promise<string> {
  const real = await realpath(resolve(home, address));
  if (real !== home && !real.startsWith(home + sep))
    throw new SourceError("refused-address", `${address} lies outside the digest's folder.`);
  return real;
}

interface OpenFile extends FileRound {
  readonly bytes: Uint8Array;
  readonly path: string;
  /** The digest's folder, links resolved. */
  readonly home: string;
}

async function readOne(path: string, round: FileRound, deps: IngestDeps, signal: AbortSignal): Promise<SourceResult> {
  const { source, context } = round;
  const home = await realpath(context.folder);
  if ((await stat(path)).size > maxFileBytes) throw new SourceError("too-large", `${source.address} is larger than 15 MB.`);
  const file = { ...round, path, home, bytes: await readFile(path) };
  return isFeed(path) ? readFeedFile(file, deps, signal) : readArticleFile(file, deps);
}

async function readFeedFile(
  { bytes, path, home, source, firstPoll }: OpenFile,
  deps: IngestDeps,
  signal: AbortSignal,
): Promise<SourceResult> {
  const parsed = await deps.jobs.feed(bytes, {});
  const document = { ...parsed.document, entries: parsed.document.entries.map((entry) => nameLocalPage(entry, path, home)) };
  const readPage = async (link: string) => {
    if (!link.startsWith("file:")) return undefined; // A local feed never sends us into the network.
    return deps.jobs.page(await readFile(await inside(home, link.slice("file:".length))), {}, source.lang);
  };
  const identity = feedIdentity(source.address, document, false);
  const round = { source, document, identity, firstPoll, budget: { take: () => true }, readPage, ageless: true };
  const { articles } = await keepEntries(round, deps, signal);
  return { report: freshReport(source, articles, { skipped: document.skipped, firstPoll }), articles };
}

/** A relative link in a local feed means a page beside it: named by its path in the digest's folder. */
function nameLocalPage(entry: FeedEntry, path: string, home: string): FeedEntry {
  if (entry.url === undefined || /^[a-z][a-z0-9+.-]*:/i.test(entry.url)) return entry;
  return { ...entry, url: `file:${relative(home, resolve(path, "..", entry.url.replace(/[?#].*$/, "")))}` };
}

async function readArticleFile({ bytes, path, home, source, firstPoll }: OpenFile, deps: IngestDeps): Promise<SourceResult> {
  const file = relative(home, path);
  const read = await readByEnding(bytes, path, source, deps);
  if (read.text === "") return { report: emptyReport(source, "unchanged", `${file} holds no text.`), articles: [] };
  const aliases = [`file:${file}`, ...pageAliases(read, undefined, undefined)];
  const { site: outlet, canonical: url, ...fields }: PageArticle & PlainText = read;
  const { article, change } = await deps.articles.put(buildArticle({ ...fields, outlet, url }, aliases, deps.now(), source), aliases);
  const articles = change === "same" ? [] : [{ id: article.id, change }];
  return { report: freshReport(source, articles, { skipped: 0, firstPoll }), articles };
}

function readByEnding(bytes: Uint8Array, path: string, { lang }: Source, { jobs }: IngestDeps): Promise<PageArticle & PlainText> {
  const ending = extname(path).toLowerCase();
  if (pageEndings.has(ending)) return jobs.page(bytes, {}, lang);
  return ending === pdfEnding ? jobs.pdf(bytes, lang) : jobs.plain(bytes, isMarkdown(path), lang);
}

function merge(source: Source, results: readonly SourceResult[]): SourceResult {
  const articles = results.flatMap((result) => result.articles);
  if (results.length === 0) return { report: emptyReport(source, "failed", `${source.address} holds no feed, page or text.`), articles };
  const words = results.map((result) => result.report.words).filter(Boolean);
  const skipped = results.reduce((sum, result) => sum + result.report.skipped, 0);
  const merged = freshReport(source, articles, { skipped, firstPoll: results.some((result) => result.report.firstPoll) });
  const allFailed = results.every((result) => result.report.outcome === "failed");
  const outcome = articles.length > 0 ? "fresh" : allFailed ? "failed" : "unchanged";
  return { report: { ...merged, outcome, words: words.join(" ") }, articles };
}
