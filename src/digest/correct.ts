import type { Article } from "../model/article.ts";
import type { Edition } from "../model/digest.ts";
import type { Mention } from "../model/quote.ts";
import type { Bullet, EditionStory, Evidence } from "../model/story.ts";
import { type Revision, readRevision, sameWords } from "../text/revision.ts";
import { setDates } from "./dates.ts";
import { shapeSentence } from "./shape.ts";

/** What has become of the articles that an edition rests on. */
export interface Corrections {
  /** An article in the version that evidence names; undefined when that is no longer kept. */
  readonly find: (articleId: string, version: number) => Article | undefined;
  /** Newest versions of the articles that changed, by id. */
  readonly changed: ReadonlyMap<string, Article>;
  /** Articles that their outlets took back. */
  readonly withdrawn: ReadonlySet<string>;
  readonly mentions: (article: Article) => readonly Mention[];
  readonly maxWords: number;
  readonly at: Date;
}

/**
 * The edition as it reads after its articles changed; undefined when no reader would see a difference. A bullet whose source sentence
 * says something else is told anew from it and keeps what it said before; one whose sources are all gone is struck. Changes elsewhere in
 * an article, and changes of marks, case or spaces alone, are none.
 */
export function correctEdition(edition: Edition, corrections: Corrections): Edition | undefined {
  const revisions = new Map([...corrections.changed].map(([id, { text, lang }]) => [id, readRevision(text, lang)]));
  const stories = edition.stories.map((story) => correctStory(story, revisions, corrections));
  return stories.some((story, place) => story !== edition.stories[place]) ? { ...edition, stories } : undefined;
}

type Revisions = ReadonlyMap<string, Revision>;

function correctStory(story: EditionStory, revisions: Revisions, corrections: Corrections): EditionStory {
  const bullets = story.bullets.map((bullet) => correctBullet(bullet, revisions, corrections));
  const quotes = story.quotes.filter(
    ({ articleId, text }) => !corrections.withdrawn.has(articleId) && (revisions.get(articleId)?.fateOf(text).kind ?? "same") === "same",
  );
  const isSame = bullets.every((bullet, place) => bullet === story.bullets[place]) && quotes.length === story.quotes.length;
  return isSame ? story : { ...story, bullets, quotes };
}

function correctBullet(bullet: Bullet, revisions: Revisions, corrections: Corrections): Bullet {
  if (bullet.sign === "withdrawn") return bullet;
  const standing = bullet.evidence.filter((evidence) => !isGone(evidence, revisions, corrections));
  if (standing.length === 0) return { ...bullet, sign: "withdrawn", changedAt: corrections.at };
  // The words were taken from the first; the others only said the same.
  const [first] = bullet.evidence;
  return first && standing[0] === first ? tellAnew(bullet, first, revisions, corrections) : bullet;
}

/** True when the article was taken back, or no longer says any of this. */
function isGone(evidence: Evidence, revisions: Revisions, { withdrawn, find }: Corrections): boolean {
  if (withdrawn.has(evidence.articleId)) return true;
  const revision = revisions.get(evidence.articleId);
  const article = revision && find(evidence.articleId, evidence.version);
  if (!revision || !article) return false;
  return evidence.spans.every(({ start, end }) => revision.fateOf(article.text.slice(start, end)).kind === "gone");
}

function tellAnew(
  bullet: Bullet,
  evidence: Evidence,
  revisions: Revisions,
  { changed, find, mentions, maxWords, at }: Corrections,
): Bullet {
  const revision = revisions.get(evidence.articleId);
  const newest = changed.get(evidence.articleId);
  const article = find(evidence.articleId, evidence.version);
  if (!revision || !newest || !article) return bullet;
  const fates = evidence.spans.map(({ start, end }) => revision.fateOf(article.text.slice(start, end)));
  const change = fates.find((fate) => fate.kind === "changed");
  if (!change) return bullet;
  const undated = shapeSentence(newest.text, change.span, { lang: newest.lang, maxWords, mentions: mentions(newest) });
  // The sentence can no longer be told in one line: what stood here is not what the outlet says now.
  if (!undated) return { ...bullet, sign: "withdrawn", changedAt: at };
  const shaped = setDates(newest, change.span, undated, maxWords);
  if (sameWords(shaped.text, bullet.text)) return bullet;
  const told: Evidence = { articleId: newest.id, version: newest.version, spans: [change.span], edits: shaped.edits };
  const { replaced: _replaced, confirmed: _confirmed, ...rest } = bullet;
  const before = { text: bullet.text, evidence: [evidence] };
  return { ...rest, text: shaped.text, by: "extractive", evidence: [told], sign: "corrected", changedAt: at, before };
}
