import { countUpTo, type Mention, type Reading } from "./reading.ts";

/** How a mention stands among its neighbours, read once per mention. */
export interface Grammar {
  /** Index of the reporting verb it is the subject of: "X, the mayor, said" or "said X"; -1 when there is none. */
  readonly cue: number;
  readonly inverted: boolean;
  /** "X was asked": the words are somebody else's. */
  readonly passive: boolean;
  /** Another verb follows: "X returned". */
  readonly otherVerb: boolean;
  readonly possessive: boolean;
  readonly afterPreposition: boolean;
  /** "a Smith aide": a name before a lower-case noun. */
  readonly modifier: boolean;
  /** "told X", "calling X". */
  readonly object: boolean;
  readonly by: boolean;
  readonly source: boolean;
  /** "X:" */
  readonly label: boolean;
  readonly opensSentence: boolean;
  readonly appositive: boolean;
  readonly relative: boolean;
}

const auxiliary =
  "(?:has|had|have|also|later|then|recently|repeatedly|once|himself|herself|itself|would|will|again|never|often|simply|reportedly|since|immediately|quickly|even|publicly|previously|first|was|is|were|are|did|does|do|not|could|still|now|just|been|being|too|always|eventually|soon|finally|instead|subsequently|further|famously|nevertheless|meanwhile|however|already|both|all|sarcastically|\\p{L}+ly|on \\p{Lu}\\p{L}+day|\\p{Lu}\\p{L}+day)";
const aside = '(?:\\s?\\([^()\\n]{1,60}\\)|,\\s[^“”"\\n.;:]{2,110}?,|\\s[–—-]{1,2}\\s[^“”"\\n.;:]{2,110}?\\s[–—-]{1,2})';
const toVerb = new RegExp(`^(?:\\.|[’']s?)?(?:${aside})?,?(?:\\s${auxiliary}(?:,)?){0,3}\\s(\\p{L}[\\p{L}’'-]*)`, "u");
const plainVerb =
  /^(?:has|had|have|is|was|were|are|will|would|could|can|may|might|did|does|made|took|came|left|gave|got|held|met|ran|won|lost|spoke|stood|sat|began|found|sent|led|kept|knew|saw|felt|heard|brought|chose|drew|drove|fell|hit|paid|rose|sought|sold|set|cut|wants?|needs?|seems?|appears?|looks?|gives?|takes?|makes?|plans?|hopes?|\p{Ll}{3,}ed)$/u;
const preposition =
  /(?:^|\s)(?:of|for|from|with|to|in|at|about|on|against|between|under|toward|towards|via|like|over|into|than|among|after|before|including|without|behind|despite|von|des|der|de|du|del|av|od)\s+(?:the\s|a\s|an\s|former\s|then-)?(?:(?:\p{Lu}[\p{L}.’-]*|\p{Ll}+(?:man|woman|or|er|ent|ist))\s){0,3}$/u;

/** Reads the grammar of each mention once, when it is first asked for. */
export function createGrammar(reading: Reading): (mention: number) => Grammar {
  const known = new Map<number, Grammar>();
  const cueAt = new Map(reading.cues.map(({ start }, index) => [start, index]));
  const source = new RegExp(
    `(?<!\\p{L})(?:${reading.language.sourceCues.map((cue) => RegExp.escape(cue)).join("|")})\\s(?:[\\p{L}.’-]+\\s){0,4}$`,
    "iu",
  );
  return (index) => known.getOrInsertComputed(index, () => readGrammar(reading, reading.mentions[index]!, cueAt, source));
}

function readGrammar(
  { outside, sentences, paragraphs: _, cues }: Reading,
  mention: Mention,
  cueAt: ReadonlyMap<number, number>,
  source: RegExp,
): Grammar {
  const after = outside.slice(mention.end, mention.end + 220);
  const sentence = sentences[countUpTo(sentences, mention.start) - 1] ?? 0;
  const before = outside.slice(Math.max(sentence, mention.start - 90), mention.start);
  const possessive = /^[’']s?(?=\s)/.test(after) || (mention.form === "name" && /[’']s$/.test(outside.slice(mention.start, mention.end)));
  const verb = possessive ? null : toVerb.exec(after);
  const verbAt = verb ? mention.end + verb[0].length - verb[1]!.length : -1;
  const left = cueAt.get(verbAt) ?? -1;
  const right = left < 0 ? invertedCue(before, mention.start, cues, cueAt) : -1;
  const noun = /^\s(\p{Ll}{3,})(?!\p{L})/u.exec(after)?.[1];
  return {
    cue: Math.max(left, right),
    inverted: left < 0 && right >= 0,
    passive: left >= 0 && /\b(?:was|were|is|are|been|being|be)(?:\s\p{L}+ly)?\s\p{L}+(?:ed|told|written|said|quoted)$/u.test(verb![0]),
    otherVerb: left < 0 && verb !== null && plainVerb.test(verb[1]!),
    possessive,
    afterPreposition: preposition.test(before),
    modifier:
      mention.form === "name" &&
      left < 0 &&
      noun !== undefined &&
      !cueAt.has(mention.end + 1) &&
      !goesWithName.test(noun) &&
      !plainVerb.test(noun),
    object:
      /(?:told|tells|telling|asked|asking|calling|called|accused|accusing|criticized|praised|attacked|slammed|blasted|urged|mocked|described|dubbed)\s(?:[\p{L}.’-]+\s){0,3}$/u.test(
        before,
      ),
    by: /(?:^|\s)by\s(?:[\p{L}.’-]+\s){0,4}$/u.test(before),
    source: source.test(before),
    label: /^(?:\s?\([^()\n]{1,60}\)|,[^“”"\n.;:]{2,100})?:(?:\s|$)/u.test(after),
    opensSentence: before.trim().split(/\s+/).length <= 6 && !/[,;:]/.test(before) && mention.start - sentence < 60,
    appositive: /^,\s(?:a|an|the|who|whose|one|his|her|\p{Ll})/u.test(after),
    relative: /\bwho(?:\s\p{L}+){1,4}\s$/u.test(before),
  };
}

/** "…,” said Fox Business moderator Gerard Baker": the verb stands before, with only a title between. */
function invertedCue(before: string, start: number, cues: Reading["cues"], cueAt: ReadonlyMap<number, number>): number {
  const match =
    /(\p{L}[\p{L}’'-]*)\s(?:(?!(?:that|about|in|on|at|of|to|and|when|with|for|from|by|as|is|was)\s)[\p{L}\p{N}.’&/-]+\s){0,7}$/u.exec(
      before,
    );
  if (!match) return -1;
  for (const word of before.slice(match.index).matchAll(/\p{L}[\p{L}’'-]*/gu)) {
    const at = cueAt.get(start - (before.length - match.index) + word.index);
    if (at !== undefined && cues[at]) return at;
  }
  return -1;
}

const goesWithName =
  /^(?:who|and|also|later|has|had|then|himself|herself|from|for|was|were|are|did|does|would|will|could|never|again|once|still|now|just|even|only|first|recently|told|said|\p{Ll}+ly|\p{Ll}+ed|with|while|when|after|before|during|about|over|than|because|that|into|but|should|may|might|must|can|came|made|took)$/u;
