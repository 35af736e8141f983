import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import type { QuoteHit } from "../model/quote.ts";
import type { Span } from "../model/story.ts";
import { splitParagraphs } from "../text/sentences.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, type RoomDeps } from "./command.ts";
import { quote } from "./quote.ts";
import { quoteButtons, quoteLines, speakerText } from "./quote-blocks.ts";
import { runsOf } from "./rich.ts";

const quoteArgument: ArgumentDef = { name: "id", kind: "word", required: true };

async function getHit({ args, words }: Asked, deps: RoomDeps): Promise<QuoteHit> {
  const hit = /^q[a-z0-9]{6,20}$/i.test(args.id ?? "") ? await deps.quotes.find(args.id ?? "") : undefined;
  if (!hit) throw new InputError(words.quote.goneId);
  return hit;
}

/** The passage that a quotation stands in, the words marked. */
export const context: Command = {
  name: "context",
  aliases: [],
  hidden: true,
  example: quote.example,
  verbs: [
    {
      name: "",
      who: "anyone",
      private: true,
      isLookup: true,
      arguments: [quoteArgument],
      async run(asked, deps) {
        const hit = await getHit(asked, deps);
        const [shown, ...rest] = quoteLines(hit, asked);
        const source = shown?.kind === "quote" ? [...speakerText(hit.quote.speaker, asked), { text: " · " }, ...runsOf(shown.source)] : [];
        const { text, start, end } = await passageOf(hit, deps);
        const blocks: readonly Block[] = [{ kind: "evidence", text, mark: [{ start, end }], source }, ...rest];
        return { message: messageOf(blocks, [quoteButtons(hit, asked).slice(1)]), private: true, outcome: "done" };
      },
    },
  ],
};

/** UTF-16 units of a passage: what every platform shows in one message, with room for its source. */
const longestPassage = 1_500;

/** The paragraph of the words between its neighbours, as far as there is room; the paragraph alone where the article is no longer kept. */
async function passageOf({ quote, context }: QuoteHit, deps: RoomDeps): Promise<QuoteHit["context"]> {
  const article = await deps.articles.find(quote.articleId, quote.version);
  if (article?.text.slice(quote.start, quote.end) !== quote.text) return context;
  const paragraphs = splitParagraphs(article.text);
  const place = paragraphs.findIndex(({ end }) => end >= quote.end);
  const from = quote.start - context.start;
  const own: Span = { start: from, end: from + context.text.length };
  const { start, end } = [paragraphs[place - 1], paragraphs[place + 1]].reduce<Span>((held, near = own) => {
    const wider = { start: Math.min(held.start, near.start), end: Math.max(held.end, near.end) };
    return wider.end - wider.start <= longestPassage ? wider : held;
  }, own);
  return { text: article.text.slice(start, end), start: quote.start - start, end: quote.end - start };
}

/** The quotation as a still image. */
export const card: Command = {
  name: "card",
  aliases: [],
  hidden: true,
  example: quote.example,
  verbs: [
    {
      name: "",
      who: "anyone",
      private: false,
      isLookup: true,
      arguments: [quoteArgument, { name: "theme", kind: "word", choices: ["light", "dark"] }],
      async run(asked, deps) {
        const hit = await getHit(asked, deps);
        const theme = asked.args.theme === "dark" ? "dark" : "light";
        const png = await deps.drawCard(hit.quote.id, theme);
        if (!png) throw new InputError(asked.words.quote.goneId);
        const who = hit.quote.speaker.name ?? hit.quote.speaker.description ?? asked.words.quote.unnamed;
        const image: Block = { kind: "image", png, alt: `“${hit.quote.text}” ${who}`.slice(0, 1_000), name: `${hit.quote.id}.png` };
        const other = theme === "light" ? "dark" : "light";
        return {
          message: messageOf([image], [[{ label: asked.words.buttons[other], call: `card ${hit.quote.id} ${other}` }]]),
          private: false,
          outcome: "done",
        };
      },
    },
  ],
};
