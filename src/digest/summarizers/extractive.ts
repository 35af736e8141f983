import type { Article } from "../../model/article.ts";
import type { Bullet } from "../../model/story.ts";
import type { Summarizer, SummaryRequest } from "../../model/summarizer.ts";
import { overlap } from "../../text/similarity.ts";
import { chooseBest } from "../choose.ts";
import { oneEachVoice } from "../copies.ts";
import { setDates } from "../dates.ts";
import { roomOf } from "../forms.ts";
import { readNews } from "../known.ts";
import type { Likelihood } from "../likelihood.ts";
import { findLoneQuotation, findQuoteCandidates } from "../quote-bullets.ts";
import { type Candidate, readArticle } from "../select.ts";
import { chooseTitle, withoutRepeats } from "../titles.ts";

/** Articles of a story that are read for bullets, newest first: more say the same again. */
const articlesRead = 6;
/** Sentences of two outlets that share this much of their words say one thing. */
const sameThing = 0.55;
/** What a sentence gains by each other outlet that says the same. */
const agreement = 0.1;
/** With fewer bullets than this an article's quotations help out. */
const enough = 3;

/** The default: bullets in the sources' own words, without key or network. */
export const extractive: Summarizer = {
  id: "extractive",
  async summarize(request, signal) {
    signal.throwIfAborted();
    const title = chooseTitle(request.story);
    return { title, bullets: chooseBullets(request, request.story.articles.some((article) => article.title !== "") ? title : undefined) };
  },
};

function chooseBullets(request: SummaryRequest, headline: string | undefined): readonly Bullet[] {
  const { story, form, maxWords, mentions, quotes } = request;
  const room = roomOf(form);
  const isNews = readNews(request);
  const articles = oneEachVoice(story).slice(0, articlesRead);
  const readings = articles.map((article) => readArticle(article, maxWords, mentions(article)));
  const candidates = readings.map((reading) => reading.candidates);
  const news = candidates.flatMap((own, index) =>
    own
      .filter(({ article, span }) => isNews(article, article.text.slice(span.start, span.end)))
      .map((candidate) => ({ ...candidate, support: findSupport(candidate, candidates, index) }))
      .map((candidate) => ({ ...candidate, weight: candidate.weight * (1 + agreement * candidate.support.length) })),
  );
  const telling = headline === undefined ? news : withoutRepeats(news, headline);
  const best = inReadingOrder(chooseBest(telling, room.bullets, agree(readings.map(({ likelihood }) => likelihood)), room.set));
  const said = best.length < enough ? articles.flatMap((article) => findQuoteCandidates(article, maxWords, quotes?.(article) ?? [])) : [];
  const spare = said
    .filter(({ article, text }) => isNews(article, text))
    .filter((quote) => best.every((other) => overlap(other.text, quote.text) < sameThing));
  const told = [...best, ...spare.slice(0, Math.min(room.bullets, enough) - best.length).map((quote) => ({ ...quote, support: [] }))];
  const all = told.length > 0 ? told : articles.slice(0, 1).flatMap((article) => tellLoneQuotation(article, maxWords, isNews));
  return all.map((candidate) => buildBullet(candidate, maxWords));
}

const tellLoneQuotation = (article: Article, maxWords: number, isNews: ReturnType<typeof readNews>) =>
  findLoneQuotation(article, maxWords)
    .filter(({ text }) => isNews(article, text))
    .map((quote) => ({ ...quote, support: [] }));

/** Likely in the summary of any of the articles: what several outlets tell outranks what one tells. */
const agree =
  (likelihoods: readonly Likelihood[]): Likelihood =>
  (term) =>
    1 - likelihoods.reduce((unlikely, likelihood) => unlikely * (1 - likelihood(term)), 1);

/**
 * What happened before what was said of it; what several outlets carry first; then as the articles tell it: a later sentence leans on an
 * earlier one more often than the other way round.
 */
function inReadingOrder<T extends Candidate & { readonly support: readonly unknown[] }>(chosen: readonly T[]): readonly T[] {
  const isSaid = ({ text }: T): number => Number(/^["“„«]/.test(text));
  return chosen.toSorted((a, b) => isSaid(a) - isSaid(b) || b.support.length - a.support.length || a.place - b.place);
}

/** For each other article the sentence that says the same, where there is one. */
function findSupport(candidate: Candidate, all: readonly (readonly Candidate[])[], own: number): readonly Candidate[] {
  return all.flatMap((others, index) => {
    const same = index === own ? undefined : others.find((other) => overlap(other.text, candidate.text) >= sameThing);
    return same ? [same] : [];
  });
}

function buildBullet(
  { article, span, support, ...shaped }: Candidate & { readonly support: readonly Candidate[] },
  maxWords: number,
): Bullet {
  const { text, edits } = setDates(article, span, shaped, maxWords);
  const evidence = [{ articleId: article.id, version: article.version, spans: [span], edits }];
  const others = support.map((other) => ({ articleId: other.article.id, version: other.article.version, spans: [other.span], edits: [] }));
  return { text, by: "extractive", evidence: [...evidence, ...others], ...(others.length > 0 ? { confirmed: true } : {}) };
}
