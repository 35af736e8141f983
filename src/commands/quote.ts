import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button } from "../model/message.ts";
import type { QuoteAnswer, QuoteHit, QuoteQuery } from "../model/quote.ts";
import { parseQuestion } from "../quotes/query.ts";
import { askButton, bySpeaker, quoted } from "./ask.ts";
import { type Asked, type Command, messageOf, note, type RoomDeps, type Typed } from "./command.ts";
import { unquote } from "./grammar.ts";
import { quoteButtons, quoteLines } from "./quote-blocks.ts";
import { nothingFound } from "./quote-near.ts";
import { rich, said } from "./rich.ts";

const perPage = 3;
const maxQuestion = 300;

export const quote: Command = {
  name: "quote",
  aliases: [],
  example: "/quote carpenter surrender",
  verbs: [
    {
      name: "",
      who: "anyone",
      private: false,
      isLookup: true,
      arguments: [
        { name: "query", kind: "words", takesRest: true },
        { name: "speaker", kind: "word", completes: true },
        { name: "outlet", kind: "word" },
        { name: "since", kind: "word" },
        { name: "page", kind: "number" },
      ],
      run: answerQuote,
      complete: completeSpeaker,
    },
  ],
};

export async function completeSpeaker({ prefix }: Typed, deps: RoomDeps) {
  const found = await deps.quotes.speakers(prefix, 25);
  return found.map(({ name, role }) => ({ value: name, label: role === undefined ? name : `${name}, ${role}` }));
}

async function answerQuote(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words, call } = asked;
  const { question, page } = readQuestion(asked, deps);
  if (question === "") throw new InputError(words.quote.empty(await deps.quotes.count()));
  if (question.length > maxQuestion) throw new InputError(words.quote.tooLong(maxQuestion));
  const now = deps.now();
  const query = parseQuestion(question, now);
  // A single letter is no word that quotes are kept under.
  if (query.words.some((word) => [...word].length < 2)) throw new InputError(words.quote.tooShort);
  const answer = await deps.quotes.search(query, { offset: (page - 1) * perPage, limit: perPage }, now);
  if (answer.hits.length === 0) return nothingFound(query, answer, asked, deps);
  const how = [
    ...(answer.readAs === undefined ? [] : [note(rich(words.quote.readAs(said(answer.readAs))))]),
    ...(answer.isPartial ? [note(words.quote.partial)] : []),
  ];
  const blocks = answer.hits.flatMap((hit, place): readonly Block[] => [
    ...(place > 0 ? [{ kind: "divider" } as const] : []),
    ...quoteLines(hit, asked),
  ]);
  return {
    message: messageOf(
      [...how, ...blocks, ...countBlocks(answer, page, asked)],
      buttonsFor(answer, { question, query, page }, asked, deps),
    ),
    private: false,
    outcome: "done",
    ...(call.pressed && page > 1 && { replace: true }),
  };
}

/** Named arguments become words of the same question; `~TOKEN` stands for a question too long for a button. @throws InputError */
function readQuestion({ args, call, words }: Asked, deps: RoomDeps): { readonly question: string; readonly page: number } {
  const line = args.query ?? "";
  const pageIn = /(?:^|\s)page:(\d{1,3})$/.exec(line);
  const page = Math.max(1, Number(pageIn?.[1] ?? args.page ?? 1) || 1);
  const asked = pageIn ? line.slice(0, pageIn.index).trim() : line.trim();
  if (/^~[a-z0-9]+$/i.test(asked)) {
    const question = deps.desk.findQuestion(asked.slice(1), call.channel.id);
    if (question === undefined) throw new InputError(words.quote.oldList);
    return { question, page };
  }
  const named = (["speaker", "outlet", "since"] as const).flatMap((key) =>
    args[key] === undefined ? [] : [`${key}:${quoted(unquote(args[key]))}`],
  );
  return { question: [asked, ...named].filter(Boolean).join(" "), page };
}

function buttonsFor(
  { hits, total, ambiguous }: QuoteAnswer,
  { question, query, page }: { readonly question: string; readonly query: QuoteQuery; readonly page: number },
  asked: Asked,
  deps: RoomDeps,
): readonly (readonly Button[])[] {
  const people = ambiguous.slice(0, 5).map(({ name }) => askButton(name, bySpeaker(name, query), asked, deps));
  const turn = total > page * perPage ? [askButton(asked.words.buttons.more, question, asked, deps, page + 1)] : [];
  const only = hits[0];
  return hits.length === 1 && only
    ? [[...quoteButtons(only, asked), ...turn], people]
    : [contextRow(hits, asked), [...turn, ...people].slice(0, 5)];
}

const contextRow = (hits: readonly QuoteHit[], { words }: Asked): readonly Button[] =>
  hits.map(({ quote }, place) => ({ label: `${words.buttons.context} ${place + 1}`, call: `context ${quote.id}` }));

function countBlocks({ total, ambiguous, hits }: QuoteAnswer, page: number, { words }: Asked): readonly Block[] {
  const several =
    ambiguous.length > 1
      ? [note(words.quote.ambiguous(ambiguous.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))))]
      : [];
  const from = (page - 1) * perPage + 1;
  return [...(total > hits.length ? [note(words.quote.ofTotal(from, from + hits.length - 1, total))] : []), ...several];
}
