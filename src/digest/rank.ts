import type { Article } from "../model/article.ts";
import type { Digest } from "../model/digest.ts";
import type { Story } from "../model/story.ts";
import { outletsOf } from "./edition.ts";

export interface RankedStory {
  readonly story: Story;
  readonly score: number;
  /** Why it stands at its place, in words. */
  readonly why: string;
}

/** After this time a story's weight has halved. */
const halfLifeHours = 12;
const preferredFactor = 1.5;
/** What a doubling of the outlets that carry a story adds, copies included, and what each further language adds. */
const reachPerDoubling = 0.1;
const reachPerLanguage = 0.1;
/** A wire copy in any number of outlets stays below a second outlet that tells the story in its own words. */
const mostReach = 1.4;

/**
 * Stories in the order of an edition, muted ones left out. Outlets that tell a story in their own words count first; then how fresh it is,
 * how far it reaches (outlets with their copies, languages) and the digest's topics.
 */
export function rankStories(stories: readonly Story[], topics: Digest["topics"], at: Date): readonly RankedStory[] {
  const [findMuted, findPreferred] = [readTopics(topics.mute), readTopics(topics.prefer)];
  return stories
    .filter((story) => !findMuted(story))
    .map((story) => rankStory(story, findPreferred(story), at))
    .toSorted((a, b) => b.score - a.score || a.story.id.localeCompare(b.story.id));
}

function rankStory(story: Story, topic: string | undefined, at: Date): RankedStory {
  const spread = readSpread(story);
  const ageHours = Math.max(0, (at.getTime() - Math.max(...story.articles.map(seenAt))) / 3_600_000);
  const freshness = 0.5 ** (ageHours / halfLifeHours);
  const score = (0.5 + Math.log2(1 + spread.own)) * (0.3 + 0.7 * freshness) * reachOf(spread) * (topic ? preferredFactor : 1);
  const age = ageHours < 1 ? "newest under an hour old" : `newest ${Math.round(ageHours)} h old`;
  const parts = [...describeSpread(spread), age, ...(topic ? [`about ${topic}`] : [])];
  return { story, score, why: parts.join(", ") };
}

interface Spread {
  /** Outlets that tell it in their own words; an outlet counts once however often it writes. */
  readonly own: number;
  /** Outlets that carry it, copies included. */
  readonly all: number;
  readonly languages: number;
}

function readSpread(story: Story): Spread {
  const own = Math.max(1, outletsOf(story).length);
  return {
    own,
    all: Math.max(own, new Set(story.articles.map(({ outlet }) => outlet).filter(Boolean)).size),
    languages: new Set(story.articles.map(({ lang }) => lang).filter((lang) => lang !== "und")).size,
  };
}

const reachOf = ({ all, languages }: Spread): number =>
  Math.min(mostReach, 1 + reachPerDoubling * Math.log2(all) + reachPerLanguage * Math.max(0, languages - 1));

function describeSpread({ own, all, languages }: Spread): readonly string[] {
  const outlets = `${own} ${own === 1 ? "outlet" : "outlets"}`;
  return [
    all > own ? `${outlets} in ${own === 1 ? "its" : "their"} own words` : outlets,
    ...(all > own ? [`${all} with copies`] : []),
    ...(languages > 1 ? [`${languages} languages`] : []),
  ];
}

/** Finds the first of the words that a story's titles or openings contain, as a whole word. */
function readTopics(words: readonly string[]): (story: Story) => string | undefined {
  const patterns = words.map((word) => ({
    word,
    pattern: new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(word)}(?![\\p{L}\\p{N}])`, "iu"),
  }));
  return ({ articles }) =>
    patterns.find(({ pattern }) => articles.some(({ title, text }) => pattern.test(`${title} ${text.slice(0, 400)}`)))?.word;
}

const seenAt = (article: Article): number => (article.publishedAt ?? article.fetchedAt).getTime();
