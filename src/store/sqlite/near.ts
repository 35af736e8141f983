import type { NearSpeaker, QuoteAnswer, QuoteQuery } from "../../model/quote.ts";
import { findTopics } from "../../quotes/topics.ts";
import type { Connection } from "./connection.ts";
import type { MatchRow } from "./quote-rows.ts";
import type { NamedSpeaker, SpeakerTable } from "./speakers.ts";
import { findNearWords } from "./vocabulary.ts";

const most = 4;
/** The newest tell what somebody speaks of; more of them would only cost time. */
const topicQuotes = 60;

/** What lies near a question that found nothing: what the one who was asked for did speak of, who else spoke of it, names and words like those asked. */
export function findNear(
  query: QuoteQuery,
  people: readonly NamedSpeaker[],
  match: (query: QuoteQuery, speakerIds: readonly number[]) => readonly MatchRow[],
  speakers: SpeakerTable,
  connection: Connection,
): QuoteAnswer["near"] {
  const { named, words } = splitName(query, people, speakers);
  const plain = (each: readonly string[]): QuoteQuery => ({ words: each, phrases: [] });
  const others = words.length > 0 ? countSpeakers(match(plain(words), []), speakers).filter(({ id }) => id !== String(named?.id)) : [];
  const asked = [query.speaker ?? "", ...words].filter(Boolean);
  return {
    speakers: named
      ? []
      : asked
          .flatMap((word) => speakers.near(word))
          .slice(0, most)
          .map(nearFrom),
    words: findNearWords(plain(words), connection),
    ...(named ? { topicsOf: named.name, topics: findTopics(match(plain([]), [named.id]).slice(0, topicQuotes), most, named.name) } : {}),
    ...(others.length > 0 ? { others: others.slice(0, most) } : {}),
  };
}

/** "quill ferry": a word that is a speaker's name says whom, the others say what. */
function splitName(query: QuoteQuery, people: readonly NamedSpeaker[], speakers: SpeakerTable) {
  const named = people[0];
  if (named || query.speaker) return { named, words: query.words };
  const found = query.words.map((word) => ({ word, speaker: speakers.named(word)[0] })).find(({ speaker }) => speaker);
  return { named: found?.speaker, words: query.words.filter((word) => word !== found?.word) };
}

function countSpeakers(rows: readonly MatchRow[], speakers: SpeakerTable): readonly NearSpeaker[] {
  const counted = [
    ...Map.groupBy(
      rows.filter(({ speaker_id }) => speaker_id !== null),
      ({ speaker_id }) => speaker_id!,
    ),
  ];
  return counted
    .toSorted((a, b) => b[1].length - a[1].length)
    .slice(0, most + 1)
    .map(([id, theirs]) => ({ id: String(id), name: speakers.nameOf(id) ?? "", quotes: theirs.length }));
}

const nearFrom = ({ id, name, quotes }: NamedSpeaker): NearSpeaker => ({ id: String(id), name, quotes });
