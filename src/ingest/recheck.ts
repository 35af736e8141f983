import type { Article } from "../model/article.ts";
import { SourceError } from "../model/errors.ts";
import { compareVersions } from "../text/revision.ts";
import { buildArticle } from "./articles.ts";
import type { IngestDeps } from "./deps.ts";

/** What a second look at an article's page found. */
export type SecondLook =
  | { readonly kind: "same" }
  | { readonly kind: "changed"; readonly article: Article }
  /** Nothing is there any more, or a notice that it was taken back. */
  | { readonly kind: "gone" }
  /** The page could not be read, or shows something else (a wall, a rewrite): nothing follows from it. */
  | { readonly kind: "unclear"; readonly words: string };

/** Of the sentences that were read before: with fewer left it is another text, not a corrected one. */
const leastKept = 0.5;

/**
 * Looks at an article's page again, as politely as the first time. A text whose sentences changed becomes a new version in the store; one
 * that differs only in what stands around it does not. Never rejects but for the signal.
 */
export async function lookAgain(article: Article, deps: IngestDeps, signal: AbortSignal): Promise<SecondLook> {
  if (article.url === undefined || !/^https?:/.test(article.url)) return { kind: "same" };
  try {
    const answer = await deps.fetcher.getPage(article.url, signal);
    const page = await deps.jobs.page(answer.body, { url: answer.url, headers: answer.headers }, article.lang);
    return await compare(article, page, deps);
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof SourceError)) throw error;
    return error.kind === "gone" || error.status === 404 ? { kind: "gone" } : { kind: "unclear", words: error.message };
  }
}

async function compare(
  article: Article,
  page: { readonly text: string; readonly title?: string | undefined },
  deps: IngestDeps,
): Promise<SecondLook> {
  const { kept, all } = compareVersions(article.text, page.text, article.lang);
  if (kept === all) return { kind: "same" };
  if (kept < all * leastKept) {
    if (isRetraction(page)) return { kind: "gone" };
    return { kind: "unclear", words: "Its page shows another text than before." };
  }
  const { id, outlet, url, author, publishedAt, source, lang } = article;
  const { source: _none, ...built } = buildArticle(
    { title: article.title, text: page.text, lang, outlet, url, author, publishedAt },
    [id],
    deps.now(),
  );
  const version = { ...built, id, outlet, ...(source !== undefined && { source }) };
  const { article: stored, change } = await deps.articles.put(version, []);
  if (change === "same") return { kind: "same" };
  await deps.trace?.(id, deps.now(), `${outlet} changed it: kept as a new version.`);
  return { kind: "changed", article: stored };
}

/** Short notices that stand where an article stood, in the languages Quoth reads. */
const retraction =
  /\b(?:retracted|retraction|(?:article|story|report) (?:has been|was) (?:removed|withdrawn|deleted)|zurückgezogen|retiré|retirad[oa]|wycofan[oya]|trukket tilbake)\b|(?:стат(?:тю|тя|ью|ья)|новину|новость|матеріал|материал)\s+(?:було\s+|был[аи]?\s+)?(?:видалено|відкликано|вилучено|удал[её]н[аы]?|отозван[аы]?|снят[аы]?)/iu;

const isRetraction = ({ text, title = "" }: { readonly text: string; readonly title?: string | undefined }): boolean =>
  text.length < 1_500 && retraction.test(`${title}\n${text.slice(0, 600)}`);
