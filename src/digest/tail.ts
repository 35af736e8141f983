import type { Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import type { Cut } from "./asides.ts";
import { findAttribution } from "./attribution.ts";
import { isBalanced } from "./balance.ts";
import { findBorders, findPhrases } from "./borders.ts";
import { clauseWords } from "./clauses.ts";
import { finite, keepAtEnd, keepBehindTitle, shortestHead, shortestTitle } from "./kept.ts";

/** A closing piece, and what closes the sentence in its place: the stop without the marks of a quotation that went with it. */
export interface TailCut extends Cut {
  readonly text: string;
}

/** How far a headline may be cut: before a clause, or before a phrase of place or time as well. */
export type TitleCut = "clause" | "phrase";

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
  const best = [...behind, ...before].toSorted((a, b) => worthOf(b) - worthOf(a)).find(fits);
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
const denied =
  /(?<!\p{L})(?:not|never|nobody|nothing|without|\p{L}+n['’]t|pas(?!-)|jamais|rien|no|nunca|ikke|ikkje|aldri|nicht)(?!\p{L})/iu;

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

/** "The quay, which …, | has been closed", "Ada Lind, chair of the board | after years of work, was …": the verb of the subject would go, or what the verb speaks of. */
function holdsPredicate(head: string, piece: string, lang: string): boolean {
  const { finite: predicate, verb } = clauseWords[lang] ?? {};
  if (!predicate) return false;
  if (new RegExp(`\\s(?:${predicate})$`, "u").test(head)) return true; // "l’Académie saluait | dans son œuvre une imagination …"
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
