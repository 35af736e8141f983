import { htmlToText, looksLikeHtml, plainToParagraphs } from "../text/html.ts";
import { detectLanguage } from "../text/language.ts";
import { type FeedLink, findFeedLinks } from "./discover.ts";
import { type DocumentContext, keepNewest } from "./document.ts";
import { extractArticle, type PageArticle } from "./extract.ts";
import { type ParsedFeed, parseFeed } from "./feed.ts";
import { type Opml, parseOpml } from "./opml.ts";
import { readPdf } from "./pdf.ts";
import { readTextFile } from "./textfile.ts";

export interface TextPiece {
  /** HTML or plain text. */
  readonly markup: string;
  /** Read for the language together with the text. */
  readonly title?: string | undefined;
  readonly declared?: string | undefined;
  readonly claimed?: string | undefined;
}

export interface PlainText {
  readonly text: string;
  readonly lang: string;
}

export interface TitledText extends PlainText {
  readonly title?: string;
}

/** Everything that reads what strangers wrote: each job may be slow or hungry on hostile input, so it runs where it can be killed. */
export interface Jobs {
  /** `newest` = entries that come back at most: what crosses between threads is copied, and copying holds up everything else. */
  feed(bytes: Uint8Array, context: DocumentContext, newest?: number): Promise<ParsedFeed>;
  page(bytes: Uint8Array, context: DocumentContext, declaredLang?: string): Promise<PageArticle & PlainText>;
  texts(pieces: readonly TextPiece[]): Promise<readonly PlainText[]>;
  links(bytes: Uint8Array, context: DocumentContext): Promise<readonly FeedLink[]>;
  opml(bytes: Uint8Array): Promise<Opml>;
  /** A text or Markdown file. */
  plain(bytes: Uint8Array, isMarkdown: boolean, declaredLang?: string): Promise<TitledText>;
  pdf(bytes: Uint8Array, declaredLang?: string): Promise<TitledText>;
}

/** The jobs themselves, in the thread that calls them. */
export const jobs: Jobs = {
  async feed(bytes, context, newest) {
    const parsed = parseFeed(bytes, context);
    return newest === undefined ? parsed : { ...parsed, document: keepNewest(parsed.document, newest) };
  },
  async page(bytes, context, declaredLang) {
    const page = extractArticle(bytes, context);
    const lang = await detectLanguage(`${page.title ?? ""} ${page.text}`, { declared: declaredLang, claimed: page.lang });
    return { ...page, lang };
  },
  async texts(pieces) {
    return Promise.all(pieces.map(readPiece));
  },
  async links(bytes, context) {
    return findFeedLinks(bytes, context);
  },
  async opml(bytes) {
    return parseOpml(bytes);
  },
  async plain(bytes, isMarkdown, declaredLang) {
    const file = readTextFile(bytes, isMarkdown);
    return { ...file, lang: await detectLanguage(`${file.title ?? ""} ${file.text}`, { declared: declaredLang }) };
  },
  async pdf(bytes, declaredLang) {
    const { paragraphs, ...rest } = await readPdf(bytes);
    const text = paragraphs.join("\n\n");
    return { ...rest, text, lang: await detectLanguage(`${rest.title ?? ""} ${text}`, { declared: declaredLang }) };
  },
};

async function readPiece({ markup, title, declared, claimed }: TextPiece): Promise<PlainText> {
  const text = looksLikeHtml(markup) ? htmlToText(markup) : plainToParagraphs(markup).join("\n\n");
  return { text, lang: await detectLanguage(`${title ?? ""} ${text}`, { declared, claimed }) };
}
