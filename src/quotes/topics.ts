import type { NearWord } from "../model/quote.ts";
import { smallWords } from "../text/language-words.ts";
import { stem } from "../text/stem.ts";
import { nameWords } from "./people.ts";

/** Words that any quotation may have: they tell no topic. */
const everyday = new Set(
  `${Object.values(smallWords).join(" ")} ${`
  eleven twelve thirteen fourteen fifteen sixteen thirty forty fifty sixty hundred hundreds thousand thousands million millions half
  able again against also always another anything because been before being believe between both bring came cannot come could country course day days
  does doing done down each even ever every everyone everything fact feel first found from full give given going gone good great happen happened hard
  have having help here hope hour hours important into it's just keep kind know last least less let like little long look lot made make makes making many
  matter maybe mean might more most much must need needs never next nobody nothing now number often once only open other others ourselves over own
  part people perhaps place point possible put question quite rather ready real really reason right said same saying says see seen sense several shall
  should side simply since situation some someone something sometimes soon still such sure take taken talk tell than thank that's their them then there these they
  thing things think this those though thought three through time times today together told tomorrow took true trying twenty under understand until upon used
  very want wanted wants way ways week well went were what when where whether which while whole whom whose will with within without word words work working world
  would year years yesterday yet your yourself don't didn't can't won't we're they're you're i'm we'll isn't doesn't wasn't
  бути буде будуть було була були все всі всього дуже його йому коли люди людей мати маємо може можна можемо мене мені нам нами нас наш наша наші немає ніхто нічого
  потрібно після поки просто роки років року свій своє свої себе так такий така такі тепер тільки треба тому хто хоче цей цього цьому чому якщо яка яке які якої який
  будет быть весь всех если есть можно нужно надо наши него очень сейчас сказал себя только тоже тогда того чтобы этого этом этот
  `}`
    .split(/\s+/)
    .map((word) => word.toLowerCase()),
);

/** A word that any sentence may have. `word` in lower case. */
export const isEveryday = (word: string): boolean => everyday.has(word.includes("’") ? word.replace(/’/g, "'") : word);

const leastQuotes = 2;

/**
 * What quotations are about: content words by how many of them have one, names before other words, longer before shorter. Inflected forms count
 * as one and are shown as most of them have it. Fewer than two quotations are no topic, unless there are hardly more.
 */
export function findTopics(
  quotes: readonly { readonly text: string; readonly lang: string }[],
  most: number,
  speaker: string,
): readonly NearWord[] {
  const own = new Set(nameWords(speaker).map((word) => stem(word, "en")));
  const topics = new Map<string, { quotes: number; named: number; readonly spellings: Map<string, number> }>();
  for (const { text, lang } of quotes) {
    const here = new Set<string>();
    for (const { 0: word, index } of text.matchAll(/[\p{L}][\p{L}\p{N}’'-]{3,}/gu)) {
      const key = stem(word, lang);
      if (isEveryday(word.toLowerCase().replace(/['’]s$/, "")) || own.has(key)) continue;
      const topic = topics.getOrInsertComputed(key, () => ({ quotes: 0, named: 0, spellings: new Map() }));
      if (!here.has(key)) topic.quotes++;
      here.add(key);
      // A capital inside a sentence makes a name.
      if (/\p{Lu}/u.test(word[0] ?? "") && /[\p{Ll},;] $/u.test(text.slice(0, index))) topic.named++;
      topic.spellings.set(word, (topic.spellings.get(word) ?? 0) + 1);
    }
  }
  const least = quotes.length < 8 ? 1 : leastQuotes;
  return [...topics.values()]
    .filter((topic) => topic.quotes >= least)
    .map((topic) => ({ word: commonest(topic), quotes: topic.quotes, isName: topic.named > 0 }))
    .toSorted((a, b) => weightOf(b) - weightOf(a))
    .slice(0, most)
    .map(({ word, quotes }) => ({ word, quotes }));
}

const weightOf = ({ word, quotes, isName }: { readonly word: string; readonly quotes: number; readonly isName: boolean }): number =>
  quotes * (isName ? 1.6 : 1) * (word.length >= 6 ? 1.3 : 1) + word.length / 100;

function commonest({ spellings, named }: { readonly spellings: ReadonlyMap<string, number>; readonly named: number }): string {
  let [word, times] = ["", 0];
  for (const [spelling, count] of spellings) if (count > times) [word, times] = [spelling, count];
  return named > 0 ? word : word.toLowerCase();
}
