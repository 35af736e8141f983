import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button } from "../model/message.ts";
import type { QuoteAnswer, QuoteHit, QuoteQuery } from "../model/quote.ts";
import { crossKey, nameWords } from "../quotes/people.ts";
import { parseQuestion } from "../quotes/query.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, note, type RoomDeps, type Typed, text } from "./command.ts";
import { unquote } from "./grammar.ts";
import { isAscii, maxCall, quoteButtons, quoteLines, speakerText } from "./quote-blocks.ts";
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
  if (answer.hits.length === 0) return nothingFound(question, query, answer, asked, deps);
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

const quoted = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value);

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

/** Asks the question when pressed: the line itself where it fits into a button, else a name for it. */
export function askButton(label: string, question: string, { call }: Asked, deps: RoomDeps, page = 1): Button {
  const turned = page > 1 ? ` page:${page}` : "";
  const line = `quote ${question}${turned}`;
  const fits = line.length <= maxCall && isAscii(line);
  return { label, call: fits ? line : `quote ~${deps.desk.keepQuestion(question, call.channel.id)}${turned}` };
}

function countBlocks({ total, ambiguous, hits }: QuoteAnswer, page: number, { words }: Asked): readonly Block[] {
  const several =
    ambiguous.length > 1
      ? [note(words.quote.ambiguous(ambiguous.map(({ name, role }) => (role === undefined ? name : `${name} (${role})`))))]
      : [];
  const from = (page - 1) * perPage + 1;
  return [...(total > hits.length ? [note(words.quote.ofTotal(from, from + hits.length - 1, total))] : []), ...several];
}

/** The same question put to one person: without the words that named several. */
function bySpeaker(name: string, { words, phrases }: QuoteQuery): string {
  const parts = nameWords(name).map(crossKey);
  const rest = words.filter((word) => !parts.includes(crossKey(word)));
  return [`speaker:${quoted(name)}`, ...rest, ...phrases.map((phrase) => `"${phrase}"`)].join(" ");
}

/** What was not found, and what is near, as buttons: the person's own topics, others on the same, names and words like those asked. */
function nothingFound(question: string, query: QuoteQuery, { near }: QuoteAnswer, asked: Asked, deps: RoomDeps): Reply {
  const { words } = asked;
  const { topicsOf, topics = [], others = [] } = near;
  const person = topicsOf === undefined ? undefined : bySpeaker(topicsOf, { words: [], phrases: [] });
  const about = query.words.filter((word) => topicsOf === undefined || !nameWords(topicsOf).map(crossKey).includes(crossKey(word)));
  const counted = (each: readonly { readonly quotes: number }[], label: (index: number) => string) =>
    each.map(({ quotes }, index) => `${label(index)} (${quotes})`);
  const told = [
    ...(topicsOf !== undefined && topics.length > 0
      ? [
          words.quote.topics(
            topicsOf,
            counted(topics, (place) => topics[place]?.word ?? ""),
          ),
        ]
      : []),
    ...(others.length > 0
      ? [
          words.quote.others(
            said(about.join(" ")),
            counted(others, (place) => others[place]?.name ?? ""),
          ),
        ]
      : []),
    ...(near.speakers.length > 0 ? [words.quote.nearSpeakers(counted(near.speakers, (place) => near.speakers[place]?.name ?? ""))] : []),
    ...(topicsOf === undefined && others.length === 0 && near.words.length > 0
      ? [words.quote.nearWords(counted(near.words, (place) => near.words[place]?.word ?? ""))]
      : []),
  ];
  const buttons = [
    topics.slice(0, 4).map(({ word }) => askButton(word, `${person} ${word}`, asked, deps)),
    others.slice(0, 4).map(({ name }) => askButton(name, bySpeaker(name, { words: about, phrases: query.phrases }), asked, deps)),
    near.speakers.slice(0, 4).map(({ name }) => askButton(name, bySpeaker(name, { words: [], phrases: [] }), asked, deps)),
    topicsOf === undefined && others.length === 0 ? near.words.slice(0, 4).map(({ word }) => askButton(word, word, asked, deps)) : [],
  ];
  return {
    message: messageOf([text(rich(words.quote.nothing(said(question)))), ...told.map((line) => note(rich(line)))], buttons),
    private: true,
    outcome: "not-found",
  };
}

const quoteArgument: ArgumentDef = { name: "id", kind: "word", required: true };

async function getHit({ args, words }: Asked, deps: RoomDeps): Promise<QuoteHit> {
  const hit = /^q[a-z0-9]{6,20}$/i.test(args.id ?? "") ? await deps.quotes.find(args.id ?? "") : undefined;
  if (!hit) throw new InputError(words.quote.goneId);
  return hit;
}

/** The paragraph that a quotation stands in, the words marked. */
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
        const { start, end } = hit.context;
        const lines = quoteLines(hit, asked);
        const source =
          lines[0]?.kind === "quote" ? [...speakerText(hit.quote.speaker, asked), { text: " · " }, ...asRuns(lines[0].source)] : [];
        const blocks: readonly Block[] = [{ kind: "evidence", text: hit.context.text, mark: [{ start, end }], source }, ...lines.slice(1)];
        return { message: messageOf(blocks, [quoteButtons(hit, asked).slice(1)]), private: true, outcome: "done" };
      },
    },
  ],
};

const asRuns = (value: Extract<Block, { kind: "quote" }>["source"]) =>
  value === undefined ? [] : typeof value === "string" ? [{ text: value }] : value;

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
