import type { Article } from "../model/article.ts";
import type { Reply } from "../model/command.ts";
import type { Edition } from "../model/digest.ts";
import { InputError } from "../model/errors.ts";
import type { Block, Button, Run } from "../model/message.ts";
import type { Bullet, EditionStory, Evidence } from "../model/story.ts";
import { retell } from "../text/retell.ts";
import { type ArgumentDef, type Asked, type Command, messageOf, note, type RoomDeps, text } from "./command.ts";
import { markInserted, tellEdit } from "./edits.ts";
import { quoteButtons, quoteLines } from "./quote-blocks.ts";
import { dateWords, momentWords, timeWords } from "./when.ts";

/*
 * What the buttons of an edition answer. An edition is shown only where it was sent (or previewed): its id is no key to it elsewhere.
 */

const editionArgument: ArgumentDef = { name: "edition", kind: "word", required: true };

/** A command behind a button of an edition: its id comes first. */
export const editionButton = (name: string, more: readonly ArgumentDef[], run: Command["verbs"][number]["run"]): Command => ({
  name,
  aliases: [],
  hidden: true,
  example: "/digest last",
  verbs: [{ name: "", who: "anyone", private: true, arguments: [editionArgument, ...more], run }],
});

/** `sources e… [story] [bullet]`: the sentences a bullet rests on, in their paragraph. */
export const sources = editionButton(
  "sources",
  [
    { name: "story", kind: "number" },
    { name: "bullet", kind: "number" },
  ],
  answerSources,
);
export const editionQuotes = editionButton("quotes", [], answerQuotes);
export const earlier = editionButton("earlier", [], answerEarlier);
export const edition = editionButton("edition", [], async (asked, deps) => ({
  message: deps.renderEdition(await getEdition(asked, deps), asked.lang),
  private: true,
  outcome: "done",
}));

const deliveriesLookedAt = 300;

/** @throws InputError when it was never sent to the asker's channel: the same words as for one that does not exist. */
export async function getEdition({ args, call, words }: Asked, deps: RoomDeps): Promise<Edition> {
  const id = args.edition ?? "";
  const shown = deps.desk.findPreview(id, call.channel.id);
  if (shown) return shown;
  const found = await deps.outbox.findEdition(id);
  if (!found || !(await deps.outbox.mayBeIn(id, call.channel.id))) throw new InputError(words.editions.gone);
  return found;
}

async function answerSources(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const found = await getEdition(asked, deps);
  if (args.story === undefined && found.stories.length > 1) return chooseStory(found, "sources", words.editions.whichStory);
  const number = Number(args.story ?? 1);
  const story = found.stories[number - 1];
  if (!story) throw new InputError(words.editions.noStory);
  // A bullet of 0 turns the page of an answer; without it the button stood on the edition itself, which must stay.
  const turned = args.bullet === "0";
  const one = turned ? undefined : args.bullet;
  const bullets = one === undefined ? story.bullets : story.bullets.slice(Number(one) - 1, Number(one));
  const evidence = await Promise.all(bullets.map((bullet) => evidenceBlocks(bullet, found, asked, deps)));
  const heading: Block = { kind: "story", number, title: story.title, aside: words.outlets(story.outlets.length) };
  const next =
    one === undefined && number < found.stories.length
      ? [{ label: words.buttons.nextStory, call: `sources ${found.id} ${number + 1} 0` }]
      : [];
  return {
    message: messageOf([...(one === undefined ? [heading] : []), ...evidence.flat(), ...alsoBlocks(story, asked)], [next]),
    private: true,
    replace: asked.call.pressed && turned,
    outcome: "done",
  };
}

/** One button a story, each with the same command. */
export function chooseStory(found: Edition, command: string, question: string): Reply {
  const buttons = found.stories.map((_, place): Button => ({ label: `${place + 1}`, call: `${command} ${found.id} ${place + 1} 0` }));
  const titles = found.stories.map(({ title }, place): Block => ({ kind: "text", text: `${place + 1}. ${title}` }));
  const rows = Array.from({ length: Math.ceil(buttons.length / 5) }, (_, row) => buttons.slice(row * 5, row * 5 + 5));
  return { message: messageOf([text(question), ...titles], rows), private: true, outcome: "done" };
}

/** The bullet, then each paragraph it rests on with the sentences marked, then what Quoth changed. */
async function evidenceBlocks(bullet: Bullet, found: Edition, asked: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const shown = await Promise.all(bullet.evidence.map((evidence) => evidenceBlock(evidence, found, asked, deps)));
  const edits = await Promise.all(bullet.evidence.map((evidence) => tellEdits(evidence, asked, deps)));
  return [
    { kind: "bullet", text: markInserted(bullet), ...(bullet.sign && { sign: bullet.sign }) },
    ...shown.flat(),
    ...(edits.flat().length > 0 ? [note(asked.words.editions.edits([...new Set(edits.flat())]))] : []),
    ...(await changeBlocks(bullet, found, asked, deps)),
    ...(bullet.replaced ? [note(asked.words.editions.replaced(retold(bullet.replaced, asked)))] : []),
  ];
}

async function tellEdits({ articleId, version, edits }: Evidence, asked: Asked, deps: RoomDeps): Promise<readonly string[]> {
  if (edits.length === 0) return [];
  const article = await deps.articles.find(articleId, version);
  return edits.map((edit) => tellEdit(edit, article?.text, asked.words));
}

const retold = (whys: readonly string[], { words }: Asked): readonly string[] => [...new Set(whys)].map((why) => retell(why, words.code));

/** What stood here before a correction with the sentences it rested on; or that the source was taken back. */
async function changeBlocks({ sign, before, changedAt }: Bullet, found: Edition, asked: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const { words } = asked;
  if (!changedAt) return [];
  const time = timeWords(changedAt, found.slot.zone, words);
  if (sign === "withdrawn") return [note(words.editions.withdrawn(time))];
  if (sign !== "corrected" || !before) return [];
  const shown = await Promise.all(before.evidence.map((evidence) => evidenceBlock(evidence, found, asked, deps)));
  return [note(words.editions.before(time)), { kind: "bullet", text: [{ text: before.text, style: "strike" }] }, ...shown.flat()];
}

async function evidenceBlock(
  { articleId, version, spans }: Evidence,
  found: Edition,
  asked: Asked,
  deps: RoomDeps,
): Promise<readonly Block[]> {
  const article = await deps.articles.find(articleId, version);
  const first = spans[0];
  if (!article || !first) return [note(asked.words.editions.noLonger)];
  const source = sourceText(article, found.slot.zone, asked);
  return paragraphsOf(article.text, spans).map((paragraph) => ({ kind: "evidence", ...paragraph, source }));
}

/** Spans → the paragraphs they stand in, each once, with the spans counted from its beginning. */
export function paragraphsOf(
  whole: string,
  spans: readonly { readonly start: number; readonly end: number }[],
): readonly { readonly text: string; readonly mark: readonly { readonly start: number; readonly end: number }[] }[] {
  const groups = Map.groupBy(
    spans.toSorted((a, b) => a.start - b.start),
    ({ start }) => Math.max(0, whole.lastIndexOf("\n\n", start) + 2 * Number(whole.lastIndexOf("\n\n", start) >= 0)),
  );
  return [...groups].map(([from, inside]) => {
    const lastEnd = Math.max(...inside.map(({ end }) => end));
    const close = whole.indexOf("\n\n", lastEnd);
    const end = close < 0 ? whole.length : close;
    return { text: whole.slice(from, end), mark: inside.map((span) => ({ start: span.start - from, end: span.end - from })) };
  });
}

/** "Censor.NET, 24 November 2026, 07:41 · link". */
export function sourceText(
  article: Pick<Article, "outlet" | "url" | "publishedAt" | "title">,
  zone: string,
  { words }: Asked,
): readonly Run[] {
  const at = article.publishedAt ? `, ${dateWords(article.publishedAt, words, zone)}, ${timeWords(article.publishedAt, zone, words)}` : "";
  const link = article.url !== undefined && /^https?:/.test(article.url) ? article.url : undefined;
  const name = article.outlet || words.pasted;
  return [{ text: name, style: "bold" }, { text: at }, ...(link === undefined ? [] : [{ text: " · " }, { text: words.link, link }])];
}

function alsoBlocks({ outlets, articles }: EditionStory, { words }: Asked): readonly Block[] {
  if (outlets.length < 2) return [];
  const runs = outlets.flatMap((outlet, place): readonly Run[] => {
    const url = articles.find((article) => article.outlet === outlet)?.url;
    const run: Run = url !== undefined && /^https?:/.test(url) ? { text: outlet, link: url } : { text: outlet };
    return place === 0 ? [run] : [{ text: ", " }, run];
  });
  return [note([{ text: words.editions.toldBy }, ...runs])];
}

async function answerQuotes(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const found = await getEdition(asked, deps);
  const quotes = found.stories.flatMap((story) => story.quotes);
  const hits = (await Promise.all(quotes.map(({ id }) => deps.quotes.find(id)))).filter((hit) => hit !== undefined).slice(0, 8);
  if (hits.length === 0) return { message: messageOf([text(asked.words.editions.noQuotes)]), private: true, outcome: "not-found" };
  const blocks = hits.flatMap((hit) => quoteLines(hit, asked));
  return { message: messageOf(blocks, hits.length === 1 ? [quoteButtons(hits[0]!, asked)] : []), private: true, outcome: "done" };
}

const earlierShown = 8;

async function answerEarlier(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { words, call } = asked;
  const found = await getEdition(asked, deps);
  const sent = await deps.outbox.ofChannel(call.channel.id, deliveriesLookedAt);
  const ids = [...new Set(sent.filter(({ state, part }) => state === "sent" && part === 0).map(({ editionId }) => editionId))];
  const editions = (await Promise.all(ids.map((id) => deps.outbox.findEdition(id))))
    .filter((each) => each !== undefined)
    .filter((each) => each.digestId === found.digestId && each.slot.at < found.slot.at)
    .toSorted((a, b) => b.slot.at.getTime() - a.slot.at.getTime())
    .slice(0, earlierShown);
  if (editions.length === 0)
    return { message: messageOf([text(words.editions.noEarlier(found.digestName))]), private: true, outcome: "not-found" };
  const bullets = editions.map(
    (each): Block => ({
      kind: "bullet",
      text: `${momentWords(each.slot.at, each.slot.zone, words)}: ${each.stories[0]?.title ?? words.stories(0)}`,
    }),
  );
  const buttons = editions.map(
    (each): Button => ({ label: momentWords(each.slot.at, each.slot.zone, words).replace(/ \(.*$/, ""), call: `edition ${each.id}` }),
  );
  return {
    message: messageOf(
      [{ kind: "heading", text: words.editions.earlier(found.digestName) }, ...bullets],
      [buttons.slice(0, 4), buttons.slice(4)],
    ),
    private: true,
    outcome: "done",
  };
}
