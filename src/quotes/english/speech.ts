import type { MarkedSegment } from "../marks.ts";

/** Is what stands between marks something said? Not: scare quotes, titles of works and programmes, nicknames, markup. */
export function isSpeech(text: string, segment: MarkedSegment, hasCue: boolean, hasSpeaker: boolean): boolean {
  const words = text.slice(segment.start, segment.end);
  const list = words.match(/[\p{L}\p{N}][\p{L}\p{N}’'.-]*/gu) ?? [];
  if (list.length === 0) return false;
  if (/=$/.test(text.slice(Math.max(0, segment.start - 2), segment.start - 1)) || /<\/?\w|\bhref\b/.test(words)) return false;
  const ended = /[.,!?…—-]$/.test(words);
  if (hasCue && ended && answered.test(text.slice(segment.end, segment.end + 40))) return true;
  if (isTitle(list) && !(ended && hasCue && list.length > 5))
    return hasCue && ended && list.length > 1 && !/^[,.]$/.test(words.at(-1) ?? "");
  if (list.length === 1) return hasCue && ended && /[!?.]$/.test(words);
  if (list.length === 2) return (hasCue || hasSpeaker) && (ended || hasCue);
  return hasCue || hasSpeaker || list.length >= 5;
}

/** “Taller,” she says. */
const answered =
  /^["”]\s(?:he|she|they|\p{Lu}\p{Ll}+)\s(?:said|says|replied|replies|answered|answers|insisted|insists|added|quipped|laughed|shrugged)(?![^.,])/u;

const small = new Set("a an the of in on for and or to at by with from as is de la le du von der und".split(" "));

/** “Fox News Sunday”: every word of weight begins with a capital. */
function isTitle(list: readonly string[]): boolean {
  const weighty = list.filter((word) => !small.has(word.toLowerCase()));
  if (list.length > 8 || weighty.length === 0) return false;
  if (weighty.length === 1 && list.length === 1) return /^\p{Lu}/u.test(list[0] ?? "") && !/^(?:I|No|Yes|Oh)$/.test(list[0] ?? "");
  return weighty.every((word) => /^[\p{Lu}\p{N}]/u.test(word));
}
