import type { Edition } from "../model/digest.ts";
import type { Block, Button, Message, Run, Text } from "../model/message.ts";
import type { Quote } from "../model/quote.ts";
import type { Bullet, EditionStory } from "../model/story.ts";
import { countOf, type EditionWords, momentIn, partOfDayIn, rangeIn, timeIn, wordsFor } from "./words.ts";

/** Edition → neutral blocks, in the edition's own language where its words are known, else in the channel's. */
export function renderEdition(edition: Edition, channelLang: string): Message {
  const words = wordsFor(edition.lang, channelLang);
  if (edition.about === "speakers") return renderQuoted(edition, words);
  const { slot, stories } = edition;
  const blocks: Block[] = [{ kind: "heading", text: headingOf(edition, words), aside: asideOf(edition, words) }];
  if (edition.catchUp) blocks.push({ kind: "note", text: words.covers(rangeIn(slot.zone, edition.coversFrom, edition.coversTo, words)) });
  if (stories.length === 0) blocks.push({ kind: "note", text: words.nothingSince(momentIn(slot.zone, edition.coversFrom, words)) });
  stories.forEach((story, place) => {
    blocks.push(...renderStory(story, place + 1, edition, words));
  });
  return { blocks, buttons: footOf(edition, words), lang: edition.lang };
}

/** One line that names an edition: "World · Monday morning". Also the name of its forum post. */
export function titleOf(edition: Edition, channelLang: string): string {
  return headingOf(edition, wordsFor(edition.lang, channelLang));
}

/** What followed speakers were quoted with. */
function renderQuoted(edition: Edition, words: EditionWords): Message {
  const { stories, left = 0 } = edition;
  const quotes = stories.flatMap(({ quotes }) => quotes);
  const single = stories.length === 1;
  return {
    blocks: [
      { kind: "heading", text: headingOf(edition, words), aside: asideOf(edition, words) },
      ...stories.flatMap((story) =>
        story.quotes.map((quote): Block => ({ ...renderQuote(quote, words), source: carriedBy(story, quote, words) })),
      ),
      ...(left > 0 ? [{ kind: "note", text: words.moreQuoted(left) } as const] : []),
    ],
    buttons: [
      quotes.map(
        ({ id }, place): Button => ({
          label: single ? words.buttons.context : `${words.buttons.context} ${place + 1}`,
          call: `context ${id}`,
        }),
      ),
      single ? quotes.map(({ id }): Button => ({ label: words.buttons.card, call: `card ${id}` })) : [],
    ].filter((row) => row.length > 0),
    lang: edition.lang,
  };
}

/** "via TSN · Hollen Post · link · 3 outlets". */
function carriedBy({ outlets, articles }: EditionStory, { relayedVia }: Quote, words: EditionWords): Text {
  const [article] = articles;
  const link = article?.url !== undefined && /^https?:/.test(article.url) ? article.url : undefined;
  const via = relayedVia === undefined || relayedVia === article?.outlet ? "" : `${words.via(relayedVia)} · `;
  const more = outlets.length > 1 ? ` · ${countOf(outlets.length, words.outlets, words)}` : "";
  return [{ text: via }, { text: article?.outlet ?? outlets[0] ?? "", ...(link !== undefined && { link }) }, { text: more }].filter(
    ({ text }) => text !== "",
  );
}

function headingOf({ digestName, slot, instant, about, stories }: Edition, words: EditionWords): string {
  if (about === "speakers") return words.quoted([...new Set(stories.map(({ title }) => title))]);
  return `${digestName} · ${instant ? words.breaking : partOfDayIn(slot.zone, slot.at, words)}`;
}

function asideOf({ slot, stories, instant }: Edition, words: EditionWords): string {
  const moment = momentIn(slot.zone, slot.at, words);
  return instant ? moment : `${moment} · ${countOf(stories.length, words.stories, words)}`;
}

function renderStory(story: EditionStory, number: number, edition: Edition, words: EditionWords): readonly Block[] {
  const { style } = edition.form;
  if (style === "one-liner") return [renderLine(story, words)];
  const heading: Block = {
    kind: "story",
    number,
    title: titleText(story),
    aside: countOf(story.outlets.length, words.outlets, words),
    buttons: [{ label: words.buttons.sources, call: `sources ${edition.id} ${number}` }],
  };
  const most = { brief: 1, bullets: edition.form.bullets, long: story.bullets.length }[style];
  const bullets = story.bullets.slice(0, most);
  const quotes = edition.form.quotes && style !== "brief" ? story.quotes.slice(0, 1) : [];
  return [
    heading,
    ...bullets.map((bullet) => renderBullet(bullet, story, edition, words)),
    ...quotes.map((quote) => renderQuote(quote, words)),
  ];
}

/** A story in a line: its headline, what became of it, and how many tell it. */
function renderLine(story: EditionStory, words: EditionWords): Block {
  const sign = signOf(story.bullets[0], story);
  const title = titleText(story);
  const runs: readonly Run[] = typeof title === "string" ? [{ text: title }] : title;
  const shown = sign === "withdrawn" ? runs.map((run) => ({ ...run, style: "strike" as const })) : runs;
  const text = [...shown, { text: ` · ${countOf(story.outlets.length, words.outlets, words)}`, style: "quiet" as const }];
  return { kind: "bullet", text, ...(sign && { sign }) };
}

function titleText({ title, articles }: EditionStory): Text {
  const link = articles.find(({ url }) => url !== undefined && /^https?:/.test(url))?.url;
  return link === undefined ? title : [{ text: title, link }];
}

const signOf = (bullet: Bullet | undefined, { earlierEditionId }: EditionStory): Bullet["sign"] =>
  bullet?.sign ?? (earlierEditionId === undefined ? undefined : "new");

function renderBullet(bullet: Bullet, story: EditionStory, { slot }: Edition, words: EditionWords): Block {
  const sign = signOf(bullet, story);
  if (sign === undefined) return { kind: "bullet", text: bullet.text };
  if (sign === "withdrawn") return { kind: "bullet", text: [{ text: bullet.text, style: "strike" }], sign };
  if (sign === "new" || bullet.changedAt === undefined) return { kind: "bullet", text: bullet.text, sign };
  const when: Run = { text: ` (${words.corrected(timeIn(slot.zone, bullet.changedAt, words))})`, style: "quiet" };
  return { kind: "bullet", text: [{ text: bullet.text }, when], sign };
}

function renderQuote({ text, speaker, relayedVia }: Quote, words: EditionWords): Extract<Block, { kind: "quote" }> {
  const who: Run = speaker.name === undefined ? { text: speaker.description ?? words.somebody } : { text: speaker.name, style: "bold" };
  const role: readonly Run[] = speaker.role === undefined ? [] : [{ text: `, ${speaker.role}` }];
  return { kind: "quote", text, speaker: [who, ...role], ...(relayedVia !== undefined && { source: words.via(relayedVia) }) };
}

function footOf({ id, stories }: Edition, { buttons }: EditionWords): readonly (readonly Button[])[] {
  const earlier: Button = { label: buttons.earlier, call: `earlier ${id}` };
  if (stories.length === 0) return [[earlier]];
  const sources: Button = { label: buttons.sources, call: `sources ${id}` };
  const quotes: Button = { label: buttons.quotes, call: `quotes ${id}` };
  const more: Button = { label: buttons.more, call: `more ${id}` };
  return [[sources, ...(stories.some((story) => story.quotes.length > 0) ? [quotes] : []), more, earlier]];
}
