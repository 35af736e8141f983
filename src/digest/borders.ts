import { type ClauseWords, clauseWords } from "./clauses.ts";
import { finite } from "./kept.ts";

/** Where a sentence can be broken off, the rest standing. */
export interface Border {
  readonly at: number;
  readonly why: string;
  /** Words that a cut here must save over the next best one. */
  readonly cost: number;
}

/** All borders of one kind. */
interface BorderKind {
  readonly pattern: RegExp;
  readonly why: string;
  readonly cost: number;
  /** What may not stand before. */
  readonly unless?: RegExp;
}

const kinds = new Map<string, readonly BorderKind[]>();
const titleKinds = new Map<string, readonly BorderKind[]>();

/** Where a closing piece of a sentence begins, by a language's own words; by dashes and semicolons in any. */
export function findBorders(sentence: string, lang: string): readonly Border[] {
  return findAll(
    sentence,
    kinds.getOrInsertComputed(lang, () => buildKinds(lang)),
  );
}

/** What a headline ends before besides: a phrase of place or time, and a clause that only says which one. */
export function findPhrases(sentence: string, lang: string): readonly Border[] {
  const phrase = clauseWords[lang]?.phrase;
  if (phrase === undefined || /^["“„«'‘]/.test(sentence)) return []; // behind a quotation stands who said it
  return findAll(
    sentence,
    titleKinds.getOrInsertComputed(lang, () => [kind(`,?\\s(?:${phrase})`, "closing phrase", 3)]),
  );
}

function findAll(sentence: string, of: readonly BorderKind[]): readonly Border[] {
  return of.flatMap(({ pattern, why, cost, unless }) =>
    [...sentence.matchAll(pattern)]
      .filter(({ index }) => !unless?.test(sentence.slice(0, index)))
      .map(({ index }) => ({ at: index, why, cost })),
  );
}

const kind = (pattern: string, why: string, cost: number): BorderKind => ({ pattern: new RegExp(pattern, "gu"), why, cost });

function buildKinds(lang: string): readonly BorderKind[] {
  const marked = [
    kind(lang === "en" ? `${onlyDash}(?!(?<=\\s-\\s)${compound})` : onlyDash, "closing clause", 0),
    kind(";\\s", "closing clause", 0),
  ];
  const words = clauseWords[lang];
  return words ? [...marked, ...buildClauses(words), ...buildPhrases(words)] : marked;
}

function buildClauses(words: ClauseWords): readonly BorderKind[] {
  const { clause, relative, participle, commaFirst, coordinate } = words;
  const bare = `(?<!(?:${beforeAs}|${beforeAsElsewhere}))\\s(?:${clause})\\s(?!(?:${afterAs})\\s)`;
  return [
    kind(`,\\s(?:${clause})\\s`, "closing clause", 0),
    kind(`,\\s(?:${relative})\\s`, "relative clause", 1),
    ...(commaFirst ? [] : [kind(bare, "closing clause", 2)]),
    kind(`${notInList},\\s(?:\\p{L}+ing|with|en \\p{L}+ant)\\s`, "closing clause", 1),
    kind(":\\s(?=\\p{Ll})", "closing list", 3),
    ...(participle ? [kind(`,\\s(?:${participle})\\s(?!.*\\s(?:${words.finite ?? finite})(?!\\p{L}))`, "participle clause", 2)] : []),
    ...(coordinate ? [buildSecondPoint(words, coordinate)] : []),
  ];
}

/** "… and will …", ", and the board has …": a second predicate, with a subject of its own or without; but the last of three is the end of a list. */
function buildSecondPoint(words: ClauseWords, { and, predicate }: NonNullable<ClauseWords["coordinate"]>): BorderKind {
  const subject = `(?:(?:${words.article ?? "the"})\\s|\\p{Lu})(?:[^,\\s]+\\s){1,4}`;
  const ownSubject = `,\\s${and}\\s(?=${subject}(?:${words.finite ?? finite})\\s)`;
  return {
    ...kind(`,?\\s${and}\\s(?=(?:${predicate})\\s)|${ownSubject}`, "second point", 1),
    unless: new RegExp(`,\\s(?:${predicate})\\s[^,]*$`, "u"),
  };
}

function buildPhrases(words: ClauseWords): readonly BorderKind[] {
  const { article, more, setOff, adjunct, place, verb = finite } = words;
  const noClause = `(?!(?:\\S+\\s){${longestPhrase}})(?!.*\\s(?:${words.finite ?? finite}|qui|que|who|which|that)[\\s.])`;
  const alone = `(?!.*["“”«»])(?!.*(?:,|\\s(?:${conjunctions}|${finite}|${verb})(?!\\p{L})))`;
  const at = `(?=\\p{Lu}|\\p{N}|(?<!\\son\\s)(?:${article})\\s|last\\s|this\\s|next\\s)(?!(?:\\S+\\s){${longestPhrase}})`;
  return [
    ...(article ? [kind(`,\\s(?:${article})\\s(?!\\p{N})${alone}`, "apposition", 2)] : []),
    kind(`,\\s\\p{Ll}${noClause}(?!.*(?:,|["“”«»]|\\s(?:${conjunctions})\\s))`, "apposition", 2),
    ...(more ? [kind(`,?\\s(?:${more})\\s`, "more of the same", 2)] : []),
    ...(setOff ? [kind(`,\\s(?:${setOff})\\s${noClause}(?!.*,)`, "closing phrase", 2)] : []),
    ...(adjunct ? [kind(`\\s(?:${adjunct})\\s?${noClause}`, "closing phrase", 4)] : []),
    ...(place ? [kind(`\\s(?:${place})\\s${at}(?!.*\\s(?:${finite}|${words.verb ?? "\\p{L}+ed"})[\\s.])`, "closing phrase", 5)] : []),
  ];
}

const conjunctions = "and|or|et|ou|y|o|og|eller";

/** A dash without a partner: between two of them stands an aside, and behind it the sentence goes on. */
const onlyDash = '(?<!\\s[—–-]{1,2}\\s.*)(?<![.!?…]["”»’]?)\\s[—–-]{1,2}\\s(?!.*\\s[—–-]{1,2}\\s)';
/** "a four - day siege", "kick - off": a hyphen with spaces around it, where no word follows that opens a piece. */
const compound =
  "(?!(?:but|and|or|with|which|who|while|as|the|an?|he|she|it|they|including|despite|because|after|before|even|if|when|where|though|although|its?|his|her|their|all|just|more|some|one|two|three|\\p{Ll}+(?:ing|ly))\\s|\\p{Lu}|\\p{N})";
/** An enumeration of participles is one piece: "moving the buoys, checking the lights, and counting the boats". */
const notInList = "(?<!(?:,|:)\\s\\p{L}+ing\\s[^,]*)";

/** More words than this after a preposition are hardly one phrase. */
const longestPhrase = 12;

/** "such as", "known as", "soon after", "not until", "two years before", "least of all because", "their first game since": no border. */
const beforeAs =
  "\\b(?:such|known|well|same|much|many|long|far|soon|described|seen|confirmed|served?|serves|works?|regarded|named|shortly|just|not|hailed|acted|only|even|years?|days?|weeks?|months?|hours?|minutes?|moments?|or|and|ever|dates?|look\\p{L}*|come\\p{L}*|came|go\\p{L}*|named|both|seconds?|took|takes?|place|all|least|partly|mainly|largely|mostly|simply|especially|particularly)|\\b(?:first|second|third|last|only|lowest|highest|worst|best|biggest|largest)\\s(?:\\p{L}+\\s)?\\p{L}+(?=\\ssince\\s)";
/** The same elsewhere: "deux ans après", "poco después", "like etter". */
const beforeAsElsewhere =
  "(?<!\\p{L})(?:ans?|mois|jours?|semaines?|heures?|minutes?|peu|juste|longtemps|même|dont|notamment|et|ou|surtout|seulement|soit|plus|moins|bien|tôt|tard|años?|mes(?:es)?|días?|semanas?|horas?|minutos?|poco|justo|incluso|y|o|u|ni|sobre todo|solo|sólo|aun|antes|mucho|år|måned(?:er)?|månader|dag(?:er)?|dagar|uker?|veker|timer?|timar|minutt(?:er)?|like|rett|kort|kun|bare|berre|og|eller|selv|sjølv)";
/** "as well", "as many", "before and after". */
const afterAs = "well|many|much|long|soon|far|an?|of|part|and|or";
