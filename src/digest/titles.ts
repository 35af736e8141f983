import type { Article } from "../model/article.ts";
import type { Story } from "../model/story.ts";
import { contentWords, countWords } from "../text/words.ts";
import { standInTitle } from "./stand-in.ts";

/** Fewer words tell nothing: a headline is not cut down to them. */
const fewestWords = 3;

/** The best headline among a story's articles: says what the others say, is short, has no bait; cleaned of outlet names. */
export function chooseTitle(story: Story): string {
  const titles = story.articles.map((article) => cleanTitle(article)).filter((title) => title !== "");
  if (titles.length === 0) return story.articles[0] ? standInTitle(story.articles[0]) : "";
  const counts = new Map<string, number>();
  for (const title of titles) for (const word of new Set(contentWords(title))) counts.set(word, (counts.get(word) ?? 0) + 1);
  const plain = titles.filter((title) => !bait.test(title));
  const scored = (plain.length > 0 ? plain : titles).map((title) => ({ title, score: scoreTitle(title, counts) }));
  return scored.toSorted((a, b) => b.score - a.score)[0]!.title;
}

/** Bullets or sentences without those that say the headline over again, word for word; all of them where nothing else is told. */
export function withoutRepeats<T extends { readonly text: string }>(told: readonly T[], headline: string): readonly T[] {
  const wordsOf = (text: string): string => (text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).join(" ");
  const rest = told.filter(({ text }) => wordsOf(text) !== wordsOf(headline));
  return rest.length > 0 ? rest : told;
}

/** Makes curious instead of telling: never taken while another headline of the story tells. */
const bait = new RegExp(
  [
    "[?!]$|(?:…|\\.\\.\\.)$",
    "^(?:this is|watch|why|how|what|live|video|opinion|\\d+ (?:things|reasons|ways)|everything|чому|як|що|почему|как|что|warum|wieso|wie|was|pourquoi|comment|por qué|cómo|hvorfor|hvordan|dlaczego|jak)(?!\\p{L})",
    "(?<!\\p{L})(?:here['’]s (?:why|what|how)|you won['’]t believe|what we know|what (?:you need )?to know|need to know|the reason why|goes viral|will (?:shock|surprise|amaze) you|ось чому|ось що|що відомо|ви не повірите|вот почему|вот что|что известно|вы не поверите|was wir wissen|was bekannt ist|das müssen sie wissen|ce que l['’]on sait|lo que se sabe|dette vet vi|co wiemy)(?!\\p{L})",
  ].join("|"),
  "iu",
);

function scoreTitle(title: string, counts: ReadonlyMap<string, number>): number {
  const words = contentWords(title);
  const agreed = words.reduce((sum, word) => sum + (counts.get(word) ?? 0), 0) / Math.max(words.length, 1);
  const length = countWords(title);
  return agreed - (length > 14 ? (length - 14) * 0.1 : 0) - (length < 4 ? 0.5 : 0);
}

/** Without " | Outlet", " - Outlet", "LIVE:", ": what we know" and the like; broken off at "…" only where no clause ends before. */
export function cleanTitle({ title, outlet }: Pick<Article, "title" | "outlet">): string {
  const own = withoutOutlets(title.replace(/\s+/g, " ").trim(), outlet);
  const labelled = label.exec(own)?.[0].length ?? 0;
  const told = own.slice(labelled).trim();
  const clean = labelled > 0 ? told.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase()) : told;
  return [promise, brokenOff].reduce((text, end) => {
    const head = text.replace(end, "");
    return countWords(head) > fewestWords ? head : text;
  }, clean);
}

/** What an outlet sets before a headline: its urgency, or that there is a film. */
const label =
  /^(?:live|watch|video|breaking|exclusive|updated?|vidéo|en direct|direct|urgent|exclusif|vídeo|en vivo|última hora|eilmeldung|liveticker|siste|direkte|wideo|pilne|na żywo|відео|фото|терміново|видео|срочно)\s?(?:[:|–-]|\.(?=\s))\s*/iu;

/** The promise of more behind a headline that has told already. */
const promise =
  /\s?[:–—-]\s(?:what we know(?: so far)?|what to know|what you need to know|all you need to know|here['’]s (?:why|what we know)|ось що відомо|що відомо|вот что известно|что известно|was wir wissen|was bekannt ist)[.…]*$/iu;
const brokenOff = /(?:,|;|:|\s[–—-])\s[^,;:–—]*(?:…|\.\.\.)$/u;

/** Outlets and their sections stand behind a sign, one after another; behind a dash only a known name is one. */
function withoutOutlets(title: string, outlet: string): string {
  const tail = /\s(?:[|•·»]|[-–—])\s([^|•·»–—]{2,40})$/u.exec(title);
  const name = tail?.[1] ?? "";
  if (tail && (/[|•·»]/.test(tail[0]) || sameName(name, outlet) || outletName.test(name)))
    return withoutOutlets(title.slice(0, tail.index), outlet);
  const lead = /^([^|:»–—]{2,40}?)\s?[|:»–—]\s(?=\S)/u.exec(title);
  return lead && sameName(lead[1] ?? "", outlet) ? title.slice(lead[0].length) : title;
}

/** Agencies, and names that end or begin as those of outlets do. */
const outletName =
  /^(?:(?:AP|AFP|dpa|BBC|CNN|NPR|Reuters|Associated Press|Bloomberg|DW|NRK|TASS|УНІАН|Укрінформ)(?: News)?|(?:\p{Lu}\p{L}*\s){1,3}(?:News|Times|Post|Herald|Gazette|Tribune|Guardian|Telegraph|Journal|Press|Zeitung))$/u;

function sameName(a: string, b: string): boolean {
  const plain = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  return plain(a) !== "" && (plain(b).includes(plain(a)) || (plain(a).includes(plain(b)) && plain(b) !== ""));
}
