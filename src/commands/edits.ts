import type { Run, Text } from "../model/message.ts";
import type { Bullet, Edit } from "../model/story.ts";
import { retell } from "../text/retell.ts";
import type { Words } from "./words/index.ts";

/** Characters of a cut that are shown: enough to find it in the paragraph above. */
const longestShown = 90;

/** A bullet with what Quoth put into it marked: the name for "he", the date for "on Monday". */
export function markInserted({ text, evidence }: Pick<Bullet, "text" | "evidence">): Text {
  const runs: Run[] = [];
  let at = 0;
  for (const edit of evidence.flatMap(({ edits }) => edits).filter(isInsertion)) {
    const start = text.toLowerCase().indexOf(edit.text.trim().toLowerCase(), at);
    if (start < 0) continue;
    const end = start + edit.text.trim().length;
    runs.push({ text: text.slice(at, start) }, { text: text.slice(start, end), style: "mark" });
    at = end;
  }
  return runs.length === 0 ? text : [...runs, { text: text.slice(at) }].filter((run) => run.text !== "");
}

/** A full stop or a mark that was put right is no word that somebody might take for the outlet's. */
const isInsertion = ({ text }: Edit): boolean => /\p{L}/u.test(text);

/** "“who had moved the motion” left out (relative clause)", "Monday → 23 November". `source` = the article's text, where it is still kept. */
export function tellEdit({ start, end, text, why }: Edit, source: string | undefined, words: Words): string {
  const reason = retell(why, words.code);
  const cut = (source?.slice(start, end) ?? "").replace(/\s+/g, " ").replace(/^[\s,;:–—-]+|[\s,;:–—-]+$/gu, "");
  if (text !== "" || !/\p{L}/u.test(cut)) return reason;
  return words.editions.leftOut(cut.length > longestShown ? `${cut.slice(0, longestShown).replace(/\s\S*$/, "")} …` : cut, reason);
}
