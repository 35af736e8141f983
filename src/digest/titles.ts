import type { Article } from "../model/article.ts";
import type { Story } from "../model/story.ts";
import { splitSentences } from "../text/sentences.ts";
import { contentWords, countWords } from "../text/words.ts";

/** The best headline among a story's articles: says what the others say, is short, has no bait; cleaned of outlet names. */
export function chooseTitle(story: Story): string {
  const titles = story.articles.map((article) => cleanTitle(article)).filter((title) => title !== "");
  if (titles.length === 0) return firstSentence(story.articles[0]);
  const counts = new Map<string, number>();
  for (const title of titles) for (const word of new Set(contentWords(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const scored = titles.map((title) => ({ title, score: scoreTitle(title, counts) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]!.title;
}

function scoreTitle(title: string, counts: ReadonlyMap<string, number>): number {
  const words = contentWords(title);
  const agreed = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.max(words.length, 1);
  const length = countWords(title);
  const bait = /\?$|^(?:here['’]s|this is|you won['’]t|watch|why|how|what|live|video|opinion)\b|[!…]$/i.test(title) ? 1 : 0;
  return agreed - bait - (length > 14 ? (length - 14) * 0.1 : 0) - (length < 4 ? 0.5 : 0);
}

/** Without " | Outlet", " - Outlet", "LIVE:" and the like. */
export function cleanTitle({ title, outlet }: Pick<Article, "title" | "outlet">): string {
  let clean = title.replace(/\s+/g, " ").trim();
  const tail = /\s(?:[|•·»]|[-–—])\s([^|•·»–—]{2,40})$/u.exec(clean);
  if (tail && (/[|•·»]/.test(tail[0]) || sameName(tail[1] ?? "", outlet))) clean = clean.slice(0, tail.index);
  return clean.replace(/^(?:live|watch|video|breaking|exclusive|update|updated)\s?[:|–-]\s*/i, "").trim();
}

function sameName(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain(a) !== "" && (plain(b).includes(plain(a)) || (plain(a).includes(plain(b)) && plain(b) !== ""));
}

function firstSentence(article: Article | undefined): string {
  if (!article) return "";
  const [span] = splitSentences(article.text.slice(0, 2000), article.lang);
  const sentence = span ? article.text.slice(span.start, span.end) : "";
  const words = sentence.split(/\s+/);
  return words.length <= 14
    ? sentence.replace(/[.]$/, "")
    : `${words
        .slice(0, 12)
        .join(" ")
        .replace(/[,;:]$/, "")} …`;
}
