import type { Settings } from "../config/settings.ts";
import { extractive } from "../digest/summarizers/extractive.ts";
import { withoutRepeats } from "../digest/titles.ts";
import type { Ingest } from "../ingest/open.ts";
import { openIngest } from "../ingest/open.ts";
import { type ReadInput, readArticle } from "../ingest/read.ts";
import type { Article } from "../model/article.ts";
import type { Digest, Form } from "../model/digest.ts";
import type { Quote } from "../model/quote.ts";
import type { Stores } from "../model/stores.ts";
import type { Summarizer, Summary } from "../model/summarizer.ts";
import { extractQuotes } from "../quotes/extract.ts";
import { findMentions } from "../quotes/mentions.ts";

export const version = "0.1.0";

/** Opens what reads sources. The operator's own catalogue may name private hosts; nothing else reaches them. */
export function openReading(
  settings: Settings,
  digests: readonly Digest[],
  stores: Pick<Stores, "articles" | "ledger" | "sources" | "stories">,
): Ingest {
  return openIngest({
    articles: stores.articles,
    sources: stores.sources,
    ledger: stores.ledger,
    version,
    contact: settings.contact,
    allowPrivate: settings.ingest.allowPrivate || privateHosts(digests),
    pagesPerRound: settings.ingest.pagesPerRound,
    trace: (articleId, at, words) => stores.stories.addTrace(articleId, at, words),
  });
}

/** Hosts that the catalogue names by a private literal or as localhost: whoever wrote the file meant them. */
function privateHosts(digests: readonly Digest[]): readonly string[] {
  const hosts = digests
    .flatMap(({ sources }) => sources)
    .filter(({ address }) => URL.canParse(address))
    .map(({ address }) => new URL(address).hostname.replace(/^\[|\]$/g, "").toLowerCase());
  return [...new Set(hosts.filter((host) => host === "localhost" || host.includes(":") || /^[\d.]+$/.test(host)))];
}

export interface DigestedInput {
  readonly article: Article;
  readonly summary: Summary;
  readonly quotes: readonly Quote[];
}

const articleForm: Form = { style: "bullets", stories: 1, bullets: 4, quotes: true };

/** One article on the spot: read, told in bullets, its quotations found. Nothing is kept. */
export async function digestInput(
  input: ReadInput,
  reading: Ingest,
  signal: AbortSignal,
  summarizer: Summarizer = extractive,
): Promise<DigestedInput> {
  const article = await readArticle(input, reading, signal);
  const story = { id: "asked", articles: [article], voices: { [article.id]: 0 }, reasons: {} };
  const summary = await summarizer.summarize(
    { story, form: articleForm, maxWords: 30, mentions: findMentions, quotes: extractQuotes },
    signal,
  );
  return { article, summary: { ...summary, bullets: withoutRepeats(summary.bullets, summary.title) }, quotes: extractQuotes(article) };
}
