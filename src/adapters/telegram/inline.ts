import { createHash } from "node:crypto";
import type { Block, Message, Text } from "../../model/message.ts";
import { cutText } from "../../text/fit.ts";
import { callerOf, callOf, channelOf, type ReceiveDeps } from "./calls.ts";
import { cleanText } from "./clean.ts";
import { limits } from "./limits.ts";
import { formatMessage } from "./markup.ts";
import { splitMessage } from "./split.ts";
import type { Update } from "./updates.ts";
import { wordsFor } from "./words.ts";

type Quote = Extract<Block, { kind: "quote" }>;

/** "@bot carpenter surrender" in any chat: the quotes that `/quote` finds, to be dropped there. */
export async function answerInline(query: NonNullable<Update["inline_query"]>, deps: ReceiveDeps, signal: AbortSignal): Promise<void> {
  const lang = query.from.language_code ?? "en";
  const words = query.query.trim();
  const channel = channelOf(String(query.from.id), undefined, lang);
  const message: Message =
    words === "" ? { blocks: [] } : (await deps.answer(callOf("quote", words, channel, callerOf(query.from, false), lang, deps))).message;
  const quotes = message.blocks.filter((block): block is Quote => block.kind === "quote").slice(0, limits.inlineResults);
  const results = unique(quotes.map((quote) => resultOf(quote, message.lang ?? lang)));
  await deps.api.call(
    "answerInlineQuery",
    {
      inline_query_id: query.id,
      // Words of nothing but signs that nobody sees are no message.
      results: results.filter(({ input_message_content }) => input_message_content.message_text !== ""),
      cache_time: 60,
      is_personal: true,
      ...(quotes.length === 0 && { button: { text: wordsFor(lang).ask, start_parameter: "help" } }),
    },
    signal,
  );
}

function resultOf(quote: Quote, lang: string) {
  const whole: Message = { blocks: [quote], lang };
  const { text, entities } = formatMessage(splitMessage(whole)[0] ?? whole);
  return {
    type: "article",
    id: createHash("sha256").update(text).digest("hex").slice(0, 32),
    title: cutText(cleanText(plain(quote.speaker)), 100) || "—",
    description: cutText(cleanText(quote.text), 200),
    input_message_content: { message_text: text, entities, link_preview_options: { is_disabled: true } },
  };
}

/** Telegram refuses an answer in which an id stands twice. */
const unique = (results: readonly ReturnType<typeof resultOf>[]) => [...new Map(results.map((result) => [result.id, result])).values()];

const plain = (text: Text): string => (typeof text === "string" ? text : text.map((run) => run.text).join(""));
