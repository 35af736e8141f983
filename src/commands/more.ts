import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import type { Block } from "../model/message.ts";
import type { EditionStory } from "../model/story.ts";
import { type Asked, type Command, messageOf, type RoomDeps } from "./command.ts";
import { chooseStory, editionButton, getEdition } from "./editions.ts";
import { quoteLines } from "./quote-blocks.ts";

/** `more e… [story]`: what an edition left out of a story: every bullet, every quotation, and where to read it whole. */
export const more: Command = editionButton(
  "more",
  [
    { name: "story", kind: "number" },
    { name: "turned", kind: "number" },
  ],
  answerMore,
);

const mostQuotes = 6;

async function answerMore(asked: Asked, deps: RoomDeps): Promise<Reply> {
  const { args, words } = asked;
  const found = await getEdition(asked, deps);
  if (args.story === undefined && found.stories.length > 1) return chooseStory(found, "more", words.editions.moreOfWhich);
  const number = Number(args.story ?? 1);
  const story = found.stories[number - 1];
  if (!story) throw new InputError(words.editions.noStory);
  const bullets = story.bullets.map(({ text, sign }): Block => ({ kind: "bullet", text, ...(sign && { sign }) }));
  const blocks: readonly Block[] = [
    { kind: "story", number, title: story.title, aside: words.outlets(story.outlets.length) },
    ...bullets,
    ...(await quotesOf(story, asked, deps)),
    ...readingsOf(story, asked),
  ];
  const next = number < found.stories.length ? [{ label: words.buttons.nextStory, call: `more ${found.id} ${number + 1} 0` }] : [];
  return { message: messageOf(blocks, [next]), private: true, replace: asked.call.pressed && args.turned !== undefined, outcome: "done" };
}

/** Each utterance once, by the first who has it here, though several outlets carry it and end it with another sign. */
async function quotesOf({ articles }: EditionStory, asked: Asked, deps: RoomDeps): Promise<readonly Block[]> {
  const all = (await Promise.all(articles.map(({ id }) => deps.quotes.ofArticle(id)))).flat();
  const once = [...Map.groupBy(all, ({ text }) => text.replace(/[,.]$/, "")).values()]
    .flatMap(([first]) => first ?? [])
    .slice(0, mostQuotes);
  const hits = await Promise.all(once.map(({ id }) => deps.quotes.find(id)));
  return hits.flatMap((hit) => (hit ? quoteLines(hit, asked) : []));
}

function readingsOf({ articles }: EditionStory, { words }: Asked): readonly Block[] {
  const linked = articles.filter(({ url }) => url !== undefined && /^https?:/.test(url));
  if (linked.length === 0) return [];
  return [
    { kind: "text", text: [{ text: words.editions.readAt, style: "bold" }] },
    ...linked.map(
      ({ url = "", outlet, title }): Block => ({ kind: "bullet", text: [{ text: `${outlet}: ` }, { text: title || url, link: url }] }),
    ),
  ];
}
