import { countWords } from "../text/words.ts";
import { isBalanced } from "./balance.ts";
import { openers } from "./openers.ts";

/** “I am tired,” Ada Lind said: the marks and the speaker tell who "I" is. */
const markedVoice =
  /^["“'‘](?:I|We|My|Our|You|Your)(?!\p{L})[^\n]*[,!?.]["”'’]\s(?:\p{L}+\s){0,4}(?:said|says|told|wrote|added|tweeted)(?!\p{L})|^["“'‘](?:I|We|My|Our|You|Your)(?!\p{L})[^\n]*[,!?]["”'’]\s(?:said|says|wrote|added|tweeted)\s\p{Lu}/u;
/** "… he said": the speaker is no clearer than the voice. */
const vagueSpeaker = /["”'’]\s(?:he|she|they|it|(?:said|says|added|wrote)\s(?:he|she|they))(?!\p{L})/iu;

const leaning: ReadonlyMap<string, RegExp> = new Map(
  Object.entries(openers).map(([lang, words]) => [lang, new RegExp(`^["“„«'‘]?(?:${words})(?:['’]\\p{L}+)?(?!\\p{L})`, "iu")]),
);

/**
 * "At the end of the day, he …", "When she came in, she …": the subject is a pronoun, and nobody is named before it. A name, or a word that
 * may be one, resolves it; a day or a month is none.
 */
const laterPronoun =
  /^(?:(?:In|On|At|For|By|From|During|Until|Ahead|Earlier|Over|Within|Around)\s(?:[^,“"]{0,60},\s|(?:(?:\p{Ll}|\p{N})\S*\s|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)days?\s|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s){1,7})(?:he|she|they)|(?:When|While|After|As|Once|If|Because|Although|Though|Before|Since|Until)\s(?:he|she|they)\s[^,]{2,60},\s(?:[^,]{2,30},\s)?(?:he|she|they))\s/u;

/** The same in French, "il faut" and the like apart: "Interpellé après une course, il …", "Dans un entretien au Monde, elle …". */
const laterPronounFr =
  /^(?:\p{Lu}\p{Ll}+(?:ée?s?|ie?s?|ue?s?|ant)|Dans|En|À|Au|Aux|Lors|Pour|Sur|Après|Avant|Depuis|Pendant|Durant|Dès|Avec|Malgré|Alors|Lorsqu['’]\p{L}+|Quand|Si)\s[^,]{2,90},\s(?:il(?!\s(?:faut|est|s['’]agit|y\sa|n['’]y|convient|reste|existe))|elle|ils|elles)\s/u;

function leansBack(text: string, lang: string): boolean {
  if (lang === "en" && markedVoice.test(text) && !vagueSpeaker.test(text)) return false;
  return (
    (leaning.get(lang) ?? leaning.get("en")!).test(text) ||
    (lang === "en" && laterPronoun.test(text.replace(/\s\([^()]*\)/gu, ""))) ||
    (lang === "fr" && laterPronounFr.test(text))
  );
}

/** Reads alone: no unresolved opening, balanced marks, an end, no question to the reader. */
export function standsAlone(text: string, lang: string): boolean {
  if (leansBack(text, lang) || !/[.!]["”»’')]{0,2}$/.test(text) || /(?:\.\.\.|…)["”»’')]*$/.test(text)) return false;
  return countWords(text) >= 5 && isBalanced(text) && !hidesSpeaker(text);
}

/** A quotation alone, or one that "he said": the reader is not told who. */
function hidesSpeaker(text: string): boolean {
  return (
    /^["“„«][^"“”„«»]*["”“»]\.?$/.test(text) ||
    /["”“»’'],?\s(?:he|she|they|it|він|вона|он|она|er|sie|il|elle|él|ella|han|hun)\s(?:also\s)?\p{L}+/iu.test(text) ||
    /["”»’'],\s(?:\p{L}+(?:['’]\p{L}+)?[\s-]){1,3}?(?:t-)?(?:il|elle|ils|elles|on)(?![\p{L}])/iu.test(text) || // «…», a-t-elle précisé
    /^[^"“”„«»]*(?<!\p{L})(?:he|she|they)\s(?:\p{L}+\s)?\p{L}+:\s["“‘']/iu.test(text) // Speaking on Monday, he said: “…
  );
}
