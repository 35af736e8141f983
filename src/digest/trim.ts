import type { Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import { type ClauseWords, clauseWords } from "./clauses.ts";

/** A piece of a sentence that may go, with the reason a reader is shown. */
export interface Cut extends Span {
  readonly why: string;
}

/** Fewest words that a sentence keeps before a closing piece is cut off. */
const shortestHead = 8;

/** What stays whatever it costs: a denial, a hedge, who said it. */
const kept = [
  "(?<!\\p{L})(?:not?(?! only)|never|none|nobody|nothing|neither|nor|without|alleged(?:ly)?|reportedly|may|might|could|would|said|says|told|according|claim(?:s|ed)",
  "pas|jamais|selon|d’après|d'après|explique|rapporte|précise|détaille|(?:a|ont) (?:déclaré|annoncé|indiqué|affirmé|estimé|expliqué|assuré|ajouté|précisé)|a-t-(?:il|elle|on)",
  "nunca|según|dijo|dice|afirma|afirmó|aseguró|explicó|anunció|declaró|señaló|ikke|aldri|ifølge|sier|opplyser|skriver|forteller|nicht|kein\\p{L}*|laut|sagte|erklärte",
  "nie|не|ні|нет|за (?:словами|даними)|по (?:словам|данным)|повідоми\\p{L}+|заяви\\p{L}+|сказа\\p{L}+|каже|розпові\\p{L}+|сообщи\\p{L}+|говорит|рассказа\\p{L}+|teilten?|berichteten?|meldeten?)(?!\\p{L})|n[’']t|\\s(?:heard|believes?|reported|reports|announced|confirmed|warned|insists|has learned|wrote|writes|decided|ruled)\\.?$",
].join("|");
/** In an aside a number or a quotation stays too, while there is another way. */
const keepInside = new RegExp(`\\p{N}|["“”„«»]|${kept}`, "iu");
/** A clause with a fact of its own goes whole, the number in it too, but only when nothing else helps. */
const keepInClause = new RegExp(kept, "iu");
/** The same for a closing piece, where "would" belongs to what is left off. */
const keepAtEnd = new RegExp(kept.replace("|would", ""), "iu");

/** What goes only where an article would otherwise tell nothing: an aside set apart by marks, whole, with the numbers in it. */
export function findLastAsides(sentence: string): readonly Cut[] {
  return findMarkedAsides(sentence).filter(({ start, end }) => {
    const aside = sentence.slice(start, end);
    return !keepInClause.test(aside) && !/["“”„«»]/.test(aside);
  });
}

/** Pieces inside a sentence that it can do without, least missed first; clauses with a number or a quotation of their own last. */
export function findAsides(sentence: string, lang: string): readonly Cut[] {
  const words = clauseWords[lang];
  if (!words) return findPlainAsides(sentence);
  const { relative, article, participle, clause, commaFirst } = words;
  const subject = `(?<=${subjectOf(words)})`;
  const inside = (opener: string | undefined, why: string): readonly Cut[] =>
    opener === undefined
      ? []
      : findAll(sentence, `${subject},\\s(?:${opener})\\s[^,]{3,100},(?=\\s\\p{Ll})(?!\\s(?:${article ?? "the"})\\s)`, why).filter((cut) =>
          standsAside(sentence, cut),
        );
  const textOf = ({ start, end }: Cut): string => sentence.slice(start, end);
  const clauses = [
    ...findAll(sentence, `,\\s(?:${relative})\\s[^,]{3,140}(?:,(?=\\s\\p{Ll})|(?=[.!?]$))`, "relative clause"),
    ...inside(article, "apposition").filter((cut) => !hasVerb(textOf(cut), words)),
    ...inside(participle, "participle clause"),
    ...(clause && !commaFirst ? findOpeningClause(sentence, words) : []),
  ];
  const heavy = (cut: Cut): boolean => keepInside.test(textOf(cut));
  return [
    ...findPlainAsides(sentence),
    ...clauses.filter((cut) => !heavy(cut)),
    ...(clause && !commaFirst ? findConcession(sentence) : []),
    ...clauses.filter((cut) => heavy(cut) && !keepInClause.test(textOf(cut)) && isBalanced(textOf(cut))),
  ];
}

/** What marks alone set apart, in any language. */
function findPlainAsides(sentence: string): readonly Cut[] {
  return findMarkedAsides(sentence).filter(({ start, end }) => !keepInside.test(sentence.slice(start, end)));
}

function findMarkedAsides(sentence: string): readonly Cut[] {
  return [...findAll(sentence, "\\s\\([^()]{2,120}\\)", "bracket"), ...findAll(sentence, "\\s[—–]\\s[^—–]{3,120}\\s[—–](?=\\s)", "aside")];
}

const hasVerb = (text: string, { verb }: ClauseWords): boolean =>
  new RegExp(`\\s(?:${finite}|${verb ?? finite})(?!\\p{L})`, "u").test(text);

/** A head that can be the subject an aside speaks of: no piece that only leads up to it, no date. */
const subjectOf = ({ opening, participle }: ClauseWords): string =>
  `^(?!(?i:${opening ?? "after"}${participle ? `|${participle}` : ""})\\s|(?:Le|La|El|Den)\\s\\p{N}|\\p{N})[^,]{3,60}(?<!\\p{N})`;

/** A comma before "and" goes on with a list; an opening clause needs its comma. */
function standsAside(sentence: string, { end }: Cut): boolean {
  return !/^\s(?:and|or|but|et|ou|y|o|og|eller|who|which)\s/u.test(sentence.slice(end)) && !/,\s(?:and|or)\s/u.test(sentence.slice(end));
}

/** "…, its chair Ada Lind said." needs the comma before it. */
const attribution = /^\s(?:(?!(?:and|but|or|which|who|that)\s)[\p{L}’'.-]+\s){1,8}(?:said|says|told\s[^,]{1,40})[^,.]{0,40}[.]$/u;

function findAll(text: string, pattern: string, why: string): readonly Cut[] {
  const opensEarly = /^(?:after|when|while|as|although|despite|with|following|since|before|in|on|at|for|by|from|under)\s/i.test(text);
  return [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => {
    const end = match.index + match[0].length;
    const commaStays = opensEarly || attribution.test(text.slice(end));
    return { start: match.index, end: commaStays && match[0].endsWith(",") ? end - 1 : end, why };
  });
}

/** "After the vote, the council …": the clause before the comma, where what follows names its own subject. A place or a time without a verb stays with its number. */
function findOpeningClause(sentence: string, { opening, article }: ClauseWords): readonly Cut[] {
  if (!opening) return [];
  const subject = `\\p{Lu}\\p{L}+\\s|(?:${article ?? "the"})\\s|[lL]['’]\\p{L}`;
  const match = new RegExp(`^(?i:${opening})\\s[^,]{3,140},\\s(?=${subject})`, "u").exec(sentence);
  const rest = sentence.slice(match?.[0].length ?? 0);
  if (
    !match ||
    new RegExp(`^(?:${article ?? "the"})\\s[^,]{3,80},\\s(?!who|which|and|but|qui|dont|que|som)`, "u").test(rest) || // tells who the opening spoke of
    (/\p{N}/u.test(match[0]) &&
      /^(?:in|on|at|by|from|under|for|during|until|en|à|ce|lors|dans|pendant|sur|au|por|al|para|i|på|ved)\s/iu.test(sentence)) ||
    /^(?:He|She|It|They|His|Her|This|That|We|I|Il|Elle|Ils|Elles|Cette|Él|Ella|Han|Hun|Den|Det|De)\s/.test(rest)
  )
    return [];
  return [{ start: 0, end: match[0].length, why: "opening clause" }];
}

/** "… may be the talk of the town but the council has moved on": what follows "but" is the news, where it names its own subject. */
function findConcession(sentence: string): readonly Cut[] {
  const match = /^[^,]{20,160},?\sbut\s(?=(?:the|an?)\s|(?:in\s)?\p{Lu}\p{Ll}+\s)/u.exec(sentence);
  if (
    !match ||
    /["“”„«»]|(?<!\p{L})(?:said|says|told|according)(?!\p{L})/u.test(match[0]) ||
    countWords(sentence.slice(match[0].length)) < shortestHead
  )
    return [];
  return [{ start: 0, end: match[0].length, why: "concession" }];
}

interface Border {
  readonly at: number;
  readonly why: string;
  /** Words that a cut here must save over the next best one. */
  readonly cost: number;
}

/**
 * The closing piece to leave off so that the rest fits: as little as may be, a whole clause before a phrase, nothing that denies,
 * hedges or says who said it, and no head that hangs in the air ("that had held.").
 */
export function findTail(sentence: string, lang: string, fits: (end: number) => boolean): Cut | undefined {
  const stop = /[.!?…]["”»’')]{0,2}$/.exec(sentence)?.index ?? sentence.length;
  const borders = findBorders(sentence, clauseWords[lang])
    .filter(({ at }) => at < stop && canEndAt(sentence, lang, at, stop) && fits(at))
    .map((border) => ({ ...border, worth: countWords(sentence.slice(0, border.at)) - border.cost }));
  const best = borders.toSorted((a, b) => b.worth - a.worth)[0];
  return best && { start: best.at, end: stop, why: best.why };
}

function findBorders(sentence: string, words: ClauseWords | undefined): readonly Border[] {
  const at = (pattern: string, why: string, cost: number): readonly Border[] =>
    [...sentence.matchAll(new RegExp(pattern, "gu"))].map(({ index }) => ({ at: index, why, cost }));
  const borders = [...at("(?<!\\s[—–-]{1,2}\\s.*)\\s[—–-]{1,2}\\s", "closing clause", 0), ...at(";\\s", "closing clause", 0)];
  if (!words) return borders;
  const { clause, relative, participle, coordinate, place, article, commaFirst } = words;
  borders.push(...at(`,\\s(?:${clause})\\s`, "closing clause", 0), ...at(`,\\s(?:${relative})\\s`, "relative clause", 1));
  if (!commaFirst)
    borders.push(...at(`(?<!(?:${beforeAs}))\\s(?:${clause})\\s(?!(?:well|many|much|long|soon|far|an?|of|part)\\s)`, "closing clause", 2));
  borders.push(...at(",\\s(?:\\p{L}+ing|with|en \\p{L}+ant)\\s", "closing clause", 1));
  borders.push(...at(":\\s(?=\\p{Ll})", "closing list", 3));
  if (participle)
    borders.push(...at(`,\\s(?:${participle})\\s`, "participle clause", 2).filter(({ at: from }) => !sentence.includes(",", from + 1)));
  if (article && !/["“”«»]/.test(sentence))
    borders.push(
      ...at(
        `,\\s(?:${article})\\s(?!\\p{N})(?!.*(?:,|\\s(?:and|or|et|ou|y|o|og|eller|${finite}|${words.verb ?? finite})(?!\\p{L})))`,
        "apposition",
        2,
      ),
    );
  if (words.more) borders.push(...at(`,?\\s(?:${words.more})\\s`, "more of the same", 2));
  if (coordinate) borders.push(...at(`,?\\s${coordinate.and}\\s(?=(?:${coordinate.predicate})\\s)`, "second point", 1));
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

/** More words than this after a preposition are hardly one phrase. */
const longestPhrase = 12;

/** Forms that make a clause: a closing phrase has none. */
const finite = "was|were|is|are|has|have|had|will|would|can|could|did|does|said|who|which|that|est|sont|a|ont|es|son|ha|han|er|var|har|ble";

/** "such as", "known as", "soon after", "not until", "two years before": no border. */
const beforeAs =
  "\\b(?:such|known|well|same|much|many|long|far|soon|described|seen|served?|serves|works?|regarded|named|shortly|just|not|hailed|acted|only|even|years?|days?|weeks?|months?|hours?|minutes?|moments?|or|and|ever|dates?|look\\p{L}*|come\\p{L}*|came|go\\p{L}*|named|both|seconds?|took|takes?|place)";

/** No sentence ends on these. */
const hanging =
  /(?<!\p{L})(?:an?|the|of|in|on|at|to|for|from|by|with|about|into|over|than|as|and|or|but|that|which|who|whose|where|when|if|is|are|was|were|be|been|being|has|have|had|will|would|can|could|may|might|must|should|do|does|did|not|his|her|its|their|this|these|those|more|less|most|very|so|such|it|mais|pero|sino|men|aber|only|just|seems?|appears?|said|says|told|added|insisted|admitted|revealed|claimed|de|du|des|le|la|les|un|une|et|à|en|que|qui|a|el|los|las|y|con|por|para|og|å|som|av|på|er|var|und|der|die|das|mit|von|zu|і|й|та|що|на|у|в|з|и|что|с|к|ze|w|z|na|że|i)$/iu;
/** An opener too near the end to have said anything: "that had held", "who plays". */
const barelyOpened =
  /(?<!\p{L})(?:that|who|which|whom|whose|where|when|to|after|before|while|by|because|if|qui|que|dont|som|что|що|dass|że)(?:\s\S+){1,2}$/iu;

function canEndAt(sentence: string, lang: string, at: number, stop: number): boolean {
  const head = sentence.slice(0, at).replace(/[\s,;:–—-]+$/u, "");
  return (
    countWords(head) >= shortestHead &&
    !keepAtEnd.test(sentence.slice(at, stop)) &&
    !hanging.test(head) &&
    !barelyOpened.test(head) &&
    !needsPartner(head, lang) &&
    !isInsideSubject(head, sentence.slice(at)) &&
    !/,\s\p{Ll}+$/u.test(head) &&
    isBalanced(head + sentence.slice(stop))
  );
}

/** "both …", "between …", "not only …" whose other half would be lost; a clause that only opens ("After …" without its comma). */
function needsPartner(head: string, lang: string): boolean {
  const pair = /(?<!\p{L})(?:(?<!and\s.*)both|between|either|neither|not only|whether|from)(?!.*(?:and|or|nor|but|to)\s)/iu;
  const { opening } = clauseWords[lang] ?? {};
  const onlyOpens = opening ? new RegExp(`^(?:${opening}|by the time|(?!king|beijing)\\p{L}{3,}ing)\\s(?!.*,\\s)`, "iu").test(head) : false;
  return pair.test(head) && !/(?<!\p{L})from(?!\p{L})/iu.test(head) ? true : onlyOpens;
}

/** "Hart, who passed a milestone | on Tuesday, said …": the main verb is still to come. */
function isInsideSubject(head: string, rest: string): boolean {
  return /^[^,]{3,80},\s(?:who|which|whose|the|an?|qui|dont|som)\s[^,]*$/u.test(head) && /,\s\p{Ll}/u.test(rest);
}

/** Every mark that opens is closed again. A single mark opens after white space and closes after a letter or a stop. */
export function isBalanced(text: string): boolean {
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const opened = count(/(?:^|[\s(—–“"])['‘](?=\p{L})(?!(?:n|til|em|tis|twas)['’\s])/gu);
  const lastOpen = Math.max(...[...text.matchAll(/(?:^|[\s(—–“"])['‘](?=\p{L})/gu)].map(({ index }) => index), -1);
  const closesAfter = lastOpen < 0 || /\S ?['’‘](?=[\s.,;:!?)”"]|$)/u.test(text.slice(lastOpen + 2));
  return (
    count(/"/g) % 2 === 0 &&
    (count(/„/g) > 0 ? count(/„/g) === count(/[“”]/g) : count(/“/g) === count(/”/g)) &&
    count(/«/g) === count(/»/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    !text.includes("‘", text.lastIndexOf("’") + 1) &&
    (opened === 0 ? !/[.!?,]['’](?=\s|$)/u.test(text) : closesAfter)
  );
}
