import type { Article } from "../model/article.ts";
import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import type { Quote } from "../model/quote.ts";
import { surround } from "../quotes/around.ts";
import { type Asked, type Command, callTimeoutMs, messageOf, note, type RoomDeps } from "./command.ts";
import type { ArticleInput, DigestedArticle } from "./deps.ts";
import { paragraphsOf, sourceText } from "./editions.ts";
import { urlFrom } from "./feed.ts";
import { speakerText } from "./quote-blocks.ts";

const shortest = 80;
const maxBytes = 5_000_000;
const quotesShown = 3;

/** A link, pasted text or a file: its bullets and quotes on the spot, each bullet with the sentence it rests on. Nothing of it is kept. */
export const article: Command = {
  name: "article",
  aliases: [],
  example: "/article https://example.org/ports",
  verbs: [
    {
      name: "",
      who: "anyone",
      private: false,
      isLookup: true,
      arguments: [
        { name: "text", kind: "words", takesRest: true },
        { name: "file", kind: "attachment" },
      ],
      run: answerArticle,
    },
  ],
};

async function answerArticle(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const digested = await deps.digestArticle(inputFrom(asked), AbortSignal.timeout(callTimeoutMs));
  const { article, summary, quotes } = digested;
  if (summary.bullets.length === 0 && quotes.length === 0) throw new InputError(asked.words.article.nothing);
  const others = quotes.filter(({ text }) => !summary.bullets.some((bullet) => bullet.text.includes(text.replace(/[,.]$/, ""))));
  const told = others.filter(({ speaker }) => speaker.name !== undefined || speaker.description !== undefined).slice(0, quotesShown);
  const blocks: readonly Block[] = [
    { kind: "heading", text: article.title || summary.title || asked.words.untitled },
    ...summary.bullets.flatMap((bullet) => bulletBlocks(bullet, digested, asked)),
    ...told.map((quote) => quoteBlock(quote, article, asked)),
    ...(others.length > told.length ? [note(asked.words.article.moreQuotes(others.length - told.length))] : []),
    note(sourceText(article, deps.settings.zone, asked)),
  ];
  return { message: { ...messageOf(blocks), lang: article.lang }, private: false, outcome: "done" };
}

/** @throws InputError */
function inputFrom(asked: Asked): ArticleInput {
  const { call, args, words } = asked;
  if (call.attachment) {
    if (call.attachment.bytes.byteLength > maxBytes) throw new InputError(words.article.tooLarge);
    return { kind: "file", ...call.attachment };
  }
  const text = (args.text ?? "").trim();
  if (text === "") throw new InputError(words.article.empty);
  if (/^https?:\/\/\S+$/i.test(text)) return { kind: "link", url: urlFrom(text, asked) };
  if (text.length < shortest) throw new InputError(words.article.tooShort);
  return { kind: "text", text };
}

function quoteBlock(quote: Quote, { text }: Article, asked: Asked): Block {
  const { start, end } = quote.context;
  const context = { text: text.slice(start, end), start: quote.start - start, end: quote.end - start };
  const { before, words, after } = surround({ quote, context });
  return { kind: "quote", before, text: words, after, speaker: speakerText(quote.speaker, asked) };
}

/** A bullet, and the paragraph it rests on where that says more than the bullet itself. */
function bulletBlocks(
  bullet: DigestedArticle["summary"]["bullets"][number],
  { article }: DigestedArticle,
  { words }: Asked,
): readonly Block[] {
  const spans = bullet.evidence.find(({ articleId }) => articleId === article.id)?.spans ?? [];
  const evidence = paragraphsOf(article.text, spans)
    .filter(({ text }) => text !== bullet.text)
    .map((paragraph): Block => ({ kind: "evidence", ...paragraph, source: article.outlet || words.pasted }));
  return [{ kind: "bullet", text: bullet.text }, ...evidence];
}
