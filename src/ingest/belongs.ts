import { SourceError } from "../model/errors.ts";
import type { FeedEntry } from "./document.ts";
import type { ReadPage } from "./entry.ts";
import { articleUrl } from "./identity.ts";
import { cleanUrl, isHomePage } from "./urls.ts";

/** Fewer words tell nothing. */
const leastWords = 3;
/** Of 255 real pages the one least like its own title has a third of its words; 95 of 100 pages that belong to other titles have less. */
const leastShared = 0.25;

/**
 * False for a page that stands in the article's place: a wall that asks for consent or a subscription, "not found" under a good status,
 * the front page. It shares next to no word with what the feed says of the article.
 */
export function belongsTo(entry: FeedEntry, page: ReadPage): boolean {
  const { landedAt } = page;
  if (landedAt !== undefined && isHomePage(landedAt) && !isHomePage(articleUrl(entry) ?? "")) return false;
  const said = [entry.title, entry.summary].map((text) => wordsOf(text ?? "")).filter(({ size }) => size >= leastWords);
  const shown = wordsOf(`${page.title ?? ""} ${page.text}`);
  return said.length === 0 || said.some((words) => shareOf(words, shown) >= leastShared);
}

const shareOf = (words: ReadonlySet<string>, among: ReadonlySet<string>): number => words.intersection(among).size / words.size;

/** Enough of a text to know it by. */
const enough = 20_000;

/** Scripts that put no spaces between words: a run of letters is no word there, and nothing follows from it. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}]/u;

/** Words of four letters and more by their beginnings, so that endings do not count: "harbours" is "harbour". */
function wordsOf(text: string): ReadonlySet<string> {
  const words =
    text
      .slice(0, enough)
      .replace(/<[^<>]{0,1000}>/g, " ")
      .normalize("NFKC")
      .toLowerCase()
      .match(/[\p{L}\p{N}]{4,}/gu) ?? [];
  return new Set(words.filter((word) => !unspaced.test(word)).map((word) => word.slice(0, 5)));
}

/** Names of hosts and folders where visitors are sent who have not agreed, paid or logged in. */
const gate =
  /^https?:\/\/(?:(?:consent|login|signin|auth|sso|accounts?|privacy|captcha)\.|[^?#]*\/(?:consent|login|signin|sign-in|captcha)(?:[/?#.]|$))/i;

/** A link that was followed to another place than an article. @throws SourceError in words for whoever gave the link. */
export function refuseElsewhere(asked: string, landed: string): void {
  if (cleanUrl(asked) === cleanUrl(landed)) return;
  if (gate.test(landed) && !gate.test(asked)) throw new SourceError("blocked", "It leads to a page that asks for consent or a login.");
  if (isHomePage(landed) && !isHomePage(asked))
    throw new SourceError("not-an-article", "It leads to the site's front page: the article is gone.");
}
