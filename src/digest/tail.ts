import type { Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import type { Cut } from "./asides.ts";
import { findAttribution } from "./attribution.ts";
import { isBalanced } from "./balance.ts";
import { type ClauseWords, clauseWords } from "./clauses.ts";
import { finite, keepAtEnd, keepBehindTitle, shortestHead, shortestTitle } from "./kept.ts";

/** A closing piece, and what closes the sentence in its place: the stop without the marks of a quotation that went with it. */
export interface TailCut extends Cut {
  readonly text: string;
}

/** How far a headline may be cut: before a clause, or before a phrase of place or time as well. */
export type TitleCut = "clause" | "phrase";

interface Border {
  readonly at: number;
  readonly why: string;
  /** Words that a cut here must save over the next best one. */
  readonly cost: number;
}

/**
 * The closing piece to leave off so that the rest fits: as little as may be, a whole clause before a phrase, nothing that denies,
 * hedges or says who said it, and no head that hangs in the air ("that had held."). Where a sentence closes by telling where it comes
 * from (", police said."), the piece before that goes, and this stays.
 */
export function findTail(sentence: string, lang: string, fits: (cut: Span) => boolean, forTitle?: TitleCut): TailCut | undefined {
  const closing = /[.!?…]["”»’')]{0,2}$/.exec(sentence)?.[0] ?? "";
  const end = sentence.length - closing.length;
  const source = forTitle ? undefined : findAttribution(sentence, lang);
  const behind = findCuts(sentence, { lang, stop: end, forTitle }).filter(({ start }) => source === undefined || start > source);
  const before = source === undefined ? [] : findCuts(`${sentence.slice(0, source)}.`, { lang, stop: source, forTitle });
  const worthOf = ({ start, end: to, cost }: (typeof behind)[number]): number =>
    countWords(sentence.slice(0, start)) + countWords(sentence.slice(to)) - cost;
  const best = [...behind, ...before].filter(fits).toSorted((a, b) => worthOf(b) - worthOf(a))[0];
  if (!best) return undefined;
  const { cost, ...cut } = best;
  return closing.length > 1 && cut.end === end ? { ...cut, end: sentence.length, text: closing[0]! } : { ...cut, text: "" };
}

/** What may be left off before `stop`, each with its cost in words. */
function findCuts(sentence: string, ending: Omit<Ending, "at">): readonly (Cut & { readonly cost: number })[] {
  const { lang, stop, forTitle } = ending;
  return [...findBorders(sentence, lang), ...(forTitle === "phrase" ? findPhrases(sentence, lang) : [])]
    .filter(({ at }) => at < stop && canEndAt(sentence, { ...ending, at }))
    .map(({ at, ...border }) => ({ start: at, end: stop, ...border }));
}

function findBorders(sentence: string, lang: string): readonly Border[] {
  const words = clauseWords[lang];
  const at = (pattern: string, why: string, cost: number): readonly Border[] =>
    [...sentence.matchAll(new RegExp(pattern, "gu"))].map(({ index }) => ({ at: index, why, cost }));
  const borders = [
    ...at(lang === "en" ? `${onlyDash}(?!(?<=\\s-\\s)${compound})` : onlyDash, "closing clause", 0),
    ...at(";\\s", "closing clause", 0),
  ];
  if (!words) return borders;
  const { clause, relative, participle, place, article, commaFirst } = words;
  borders.push(...at(`,\\s(?:${clause})\\s`, "closing clause", 0), ...at(`,\\s(?:${relative})\\s`, "relative clause", 1));
  if (!commaFirst)
    borders.push(...at(`(?<!(?:${beforeAs}|${beforeAsElsewhere}))\\s(?:${clause})\\s(?!(?:${afterAs})\\s)`, "closing clause", 2));
  borders.push(...at(`${notInList},\\s(?:\\p{L}+ing|with|en \\p{L}+ant)\\s`, "closing clause", 1));
  borders.push(...at(":\\s(?=\\p{Ll})", "closing list", 3));
  if (participle) borders.push(...at(`,\\s(?:${participle})\\s(?!.*\\s(?:${words.finite ?? finite})(?!\\p{L}))`, "participle clause", 2));
  if (article)
    borders.push(
      ...at(
        `,\\s(?:${article})\\s(?!\\p{N})(?!.*["“”«»])(?!.*(?:,|\\s(?:and|or|et|ou|y|o|og|eller|${finite}|${words.verb ?? finite})(?!\\p{L})))`,
        "apposition",
        2,
      ),
    );
  if (words.more) borders.push(...at(`,?\\s(?:${words.more})\\s`, "more of the same", 2));
  borders.push(...findSecondPoint(sentence, words));
  const noClause = `(?!(?:\\S+\\s){${longestPhrase}})(?!.*\\s(?:${words.finite ?? finite}|qui|que|who|which|that)[\\s.])`;
  borders.push(...at(`,\\s\\p{Ll}${noClause}(?!.*(?:,|["“”«»]|\\s(?:and|or|et|ou|y|o|og|eller)\\s))`, "apposition", 2));
  if (words.setOff) borders.push(...at(`,\\s(?:${words.setOff})\\s${noClause}(?!.*,)`, "closing phrase", 2));
  if (words.adjunct) borders.push(...at(`\\s(?:${words.adjunct})\\s?${noClause}`, "closing phrase", 4));
  if (place)
    borders.push(
      ...at(
        `\\s(?:${place})\\s(?=\\p{Lu}|\\p{N}|(?<!\\son\\s)(?:${article})\\s|last\\s|this\\s|next\\s)(?!(?:\\S+\\s){${longestPhrase}})(?!.*\\s(?:${finite}|${words.verb ?? "\\p{L}+ed"})[\\s.])`,
        "closing phrase",
        5,
      ),
    );
  return borders;
}

/** What a headline ends before besides: a phrase of place or time, and a clause that only says which one. */
function findPhrases(sentence: string, lang: string): readonly Border[] {
  const phrase = clauseWords[lang]?.phrase;
  if (phrase === undefined || /^["“„«'‘]/.test(sentence)) return []; // behind a quotation stands who said it
  return [...sentence.matchAll(new RegExp(`,?\\s(?:${phrase})`, "gu"))].map(({ index }) => ({ at: index, why: "closing phrase", cost: 3 }));
}

/** A dash without a partner: between two of them stands an aside, and behind it the sentence goes on. */
const onlyDash = '(?<!\\s[—–-]{1,2}\\s.*)(?<![.!?…]["”»’]?)\\s[—–-]{1,2}\\s(?!.*\\s[—–-]{1,2}\\s)';
/** "a four - day siege", "kick - off": a hyphen with spaces around it, where no word follows that opens a piece. */
const compound =
  "(?!(?:but|and|or|with|which|who|while|as|the|an?|he|she|it|they|including|despite|because|after|before|even|if|when|where|though|although|its?|his|her|their|all|just|more|some|one|two|three|\\p{Ll}+(?:ing|ly))\\s|\\p{Lu}|\\p{N})";
/** An enumeration of participles is one piece: "moving the buoys, checking the lights, and counting the boats". */
const notInList = "(?<!(?:,|:)\\s\\p{L}+ing\\s[^,]*)";

/** "… and will …", ", and the board has …": a second predicate, with a subject of its own or without; but the last of three is the end of a list. */
function findSecondPoint(sentence: string, { coordinate, article, finite: forms }: ClauseWords): readonly Border[] {
  if (!coordinate) return [];
  const { and, predicate } = coordinate;
  const listed = new RegExp(`,\\s(?:${predicate})\\s[^,]*$`, "u");
  const ownSubject = `,\\s${and}\\s(?=(?:(?:${article ?? "the"})\\s|\\p{Lu})(?:[^,\\s]+\\s){1,4}(?:${forms ?? finite})\\s)`;
  return [...sentence.matchAll(new RegExp(`,?\\s${and}\\s(?=(?:${predicate})\\s)|${ownSubject}`, "gu"))]
    .filter(({ index }) => !listed.test(sentence.slice(0, index)))
    .map(({ index }) => ({ at: index, why: "second point", cost: 1 }));
}

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

/** No sentence ends on these. */
const hanging =
  /(?<!\p{L})(?:an?|the|of|in|on|at|to|for|from|by|with|about|into|over|than|as|and|or|but|that|which|who|whose|where|when|if|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|do|does|did|not|his|her|its|their|this|these|those|more|less|most|very|so|such|it|mais|pero|sino|men|aber|only|just|seems?|appears?|said|says|told|added|insisted|admitted|revealed|claimed|de|du|des|le|la|les|un|une|et|à|en|que|qui|a|el|los|las|y|o|u|e|ni|con|por|para|tiene|tienen|está|están|hay|og|å|som|det|den|de|av|på|er|var|und|der|die|das|mit|von|zu|і|й|та|що|на|у|в|з|и|что|с|к|ze|w|z|na|że|i)$/iu;
/** An opener too near the end to have said anything: "that had held", "who plays", "as Bayern". */
const barelyOpened =
  /(?<!\p{L})(?:that|who|which|whom|whose|where|when|to|after|before|while|as|since|until|though|although|once|by|because|if|qui|que|dont|som|что|що|dass|że)(?:\s\S+){1,2}$/iu;
/** "says that after the storm": what was said is still to come. */
const onlyLedUp = /(?<!\p{L})that\s(?:after|when|if|as|while|because|although|once|until|since|despite)\s[^,]*$/iu;

/** "criticised for not working because of …": the reason may be what is denied. */
const because = /^,?\s(?:because|due to|thanks to|in order to|so that|as|parce que|afin|pour|puisque|porque|fordi|weil)\s/iu;
const denied = /(?<!\p{L})(?:not|never|nobody|nothing|without|\p{L}+n['’]t|pas|jamais|rien|no|nunca|ikke|ikkje|aldri|nicht)(?!\p{L})/iu;

/** An aside between dashes and more behind it, perhaps the verb that the head waits for. */
const asideAhead = /\s[—–-]{1,2}\s[^—–]+\s[—–-]{1,2}\s\p{Ll}/u;

interface Ending {
  readonly lang: string;
  readonly at: number;
  readonly stop: number;
  readonly forTitle: TitleCut | undefined;
}

function canEndAt(sentence: string, { lang, at, stop, forTitle }: Ending): boolean {
  const head = sentence.slice(0, at).replace(/[\s,;:–—-]+$/u, "");
  const tail = sentence.slice(at, stop);
  return (
    countWords(head) >= (forTitle ? shortestTitle : shortestHead) &&
    (forTitle ? !keepBehindTitle.test(tail) && hasPredicate(head, lang) : !keepAtEnd.test(tail) && !holdsPredicate(head, tail, lang)) &&
    !(because.test(tail) && denied.test(head)) &&
    !hanging.test(head) &&
    !barelyOpened.test(head) &&
    !onlyLedUp.test(head) &&
    !needsPartner(head, lang) &&
    !isInsideSubject(head, sentence.slice(at), lang) &&
    !asideAhead.test(sentence.slice(at + 1)) &&
    !/,\s\p{Ll}+$/u.test(head) &&
    isBalanced(head)
  );
}

/** Whether a head says something already, also behind its last "that"; only where a language's predicates are known by their form. */
function hasPredicate(head: string, lang: string): boolean {
  const predicate = clauseWords[lang]?.predicate;
  return predicate === undefined || new RegExp(`\\s(?:${predicate})(?!\\p{L})`, "u").test(head.split(/\sthat(?=\s)/u).at(-1) ?? "");
}

/** "The quay, which …, | has been closed", "Ada Lind, chair of the board | after years of work, was …": the verb of the subject would go. */
function holdsPredicate(head: string, piece: string, lang: string): boolean {
  const { finite: predicate, verb } = clauseWords[lang] ?? {};
  if (!predicate) return false;
  const has = (text: string, forms: string): boolean => new RegExp(`\\s(?:${forms})(?!\\p{L})`, "u").test(text);
  return (
    new RegExp(`,\\s(?:${predicate})(?!\\p{L})`, "u").test(piece) ||
    (has(piece, predicate) && !has(head, `${predicate}|${verb ?? predicate}`))
  );
}

/** "both …", "between …", "not only …" whose other half would be lost; a clause that only opens ("After …" without its comma). */
function needsPartner(head: string, lang: string): boolean {
  const pair = /(?<!\p{L})(?:(?<!and\s.*)both|between|either|neither|not only|whether)(?!.*(?:and|or|nor|but|to)\s)/iu;
  const { opening } = clauseWords[lang] ?? {};
  const onlyOpens = opening
    ? new RegExp(`(?:^|:\\s)(?:${opening}|by the time|(?!king|beijing)\\p{L}{3,}ing)\\s(?!.*,\\s)`, "iu").test(head)
    : false;
  return (pair.test(head) && !/(?<!\p{L})from(?!\p{L})/iu.test(head)) || onlyOpens;
}

/** "Hart, who passed a milestone | on Tuesday, said …", "A boy who was cast out | because he is ill has been …": the main verb is still to come. */
function isInsideSubject(head: string, rest: string, lang: string): boolean {
  const { relative = "who|which|whose", article = "an?|the" } = clauseWords[lang] ?? {};
  if (/^(?:An?|The)\s(?:\S+\s){1,6}who\s[^,]*$/u.test(head) && new RegExp(`(?:\\s(?:${finite})\\s.*){2}`, "u").test(rest)) return true;
  return new RegExp(`^[^,]{3,80},\\s(?:${relative}|${article})\\s[^,]*$`, "u").test(head) && /,\s\p{Ll}/u.test(rest);
}
