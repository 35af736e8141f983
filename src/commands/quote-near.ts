import type { Reply } from "../model/command.ts";
import type { NearSpeaker, NearWord, QuoteAnswer, QuoteQuery } from "../model/quote.ts";
import { crossKey, nameWords } from "../quotes/people.ts";
import { askButton, bySpeaker } from "./ask.ts";
import { type Asked, messageOf, note, type RoomDeps, text } from "./command.ts";
import { rich, said } from "./rich.ts";
import { dateWords } from "./when.ts";
import type { QuestionWords } from "./words/index.ts";

/** What was not found, and what is near, as buttons: the person's own topics, others on the same, names and words like those asked. */
export function nothingFound(query: QuoteQuery, { near }: QuoteAnswer, asked: Asked, deps: RoomDeps): Reply {
  const { words } = asked;
  const { topicsOf, topics = [], others = [] } = near;
  const person = topicsOf === undefined ? undefined : bySpeaker(topicsOf, { words: [], phrases: [] });
  const about = query.words.filter((word) => topicsOf === undefined || !nameWords(topicsOf).map(crossKey).includes(crossKey(word)));
  const isBare = topicsOf === undefined && others.length === 0;
  const told = [
    ...(topicsOf === undefined || topics.length === 0 ? [] : [words.quote.topics(topicsOf, topics.map(asCounted))]),
    ...(others.length === 0 ? [] : [words.quote.others(said(about.join(" ")), others.map(asCounted))]),
    ...(near.speakers.length === 0 ? [] : [words.quote.nearSpeakers(near.speakers.map(asCounted))]),
    ...(isBare && near.words.length > 0 ? [words.quote.nearWords(near.words.map(asCounted))] : []),
  ];
  const buttons = [
    topics.slice(0, 4).map(({ word }) => askButton(word, `${person} ${word}`, asked, deps)),
    others.slice(0, 4).map(({ name }) => askButton(name, bySpeaker(name, { words: about, phrases: query.phrases }), asked, deps)),
    near.speakers.slice(0, 4).map(({ name }) => askButton(name, bySpeaker(name, { words: [], phrases: [] }), asked, deps)),
    isBare ? near.words.slice(0, 4).map(({ word }) => askButton(word, word, asked, deps)) : [],
  ];
  return {
    message: messageOf(
      [text(rich(words.quote.nothing(partsOf(query, about, topicsOf, asked)))), ...told.map((line) => note(rich(line)))],
      buttons,
    ),
    private: true,
    outcome: "not-found",
  };
}

const asCounted = (each: NearSpeaker | NearWord): string => `${"word" in each ? each.word : each.name} (${each.quotes})`;

function partsOf(query: QuoteQuery, about: readonly string[], topicsOf: string | undefined, { words }: Asked): QuestionWords {
  const { phrases, speaker, outlet, since, until } = query;
  const by = topicsOf ?? speaker;
  return {
    words: said([...about, ...phrases].join(" ")),
    ...(by !== undefined && { by: said(by) }),
    ...(outlet !== undefined && { in: said(outlet) }),
    ...(since && { since: dateWords(since, words) }),
    ...(until && { until: dateWords(until, words) }),
  };
}
