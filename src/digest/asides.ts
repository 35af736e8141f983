import type { Span } from "../model/story.ts";
import { countWords } from "../text/words.ts";
import { findAttribution } from "./attribution.ts";
import { isBalanced } from "./balance.ts";
import { type ClauseWords, clauseWords } from "./clauses.ts";
import { finite, keepInClause, keepInside, shortestHead } from "./kept.ts";

/** A piece of a sentence that may go, with the reason a reader is shown. */
export interface Cut extends Span {
  readonly why: string;
}

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
  const clauses = !sentence.includes(",")
    ? []
    : [
        ...findAll(sentence, `,\\s(?:${relative})\\s[^,]{3,140}(?:,(?=\\s\\p{Ll})|(?=[.!?]$))`, "relative clause").filter((cut) =>
          endsAtComma(sentence, cut),
        ),
        ...inside(article, "apposition").filter((cut) => !hasVerb(textOf(cut), words)),
        ...inside(participle, "participle clause"),
        ...findBeforePredicate(sentence, words),
        ...(clause && !commaFirst ? findOpeningClause(sentence, words) : []),
      ];
  const heavy = (cut: Cut): boolean => keepInside.test(textOf(cut));
  const source = findAttribution(sentence, lang);
  const asides = [
    ...findPlainAsides(sentence),
    ...clauses.filter((cut) => !heavy(cut)),
    ...(clause && !commaFirst ? findConcession(sentence) : []),
    ...clauses.filter((cut) => heavy(cut) && !keepInClause.test(textOf(cut)) && isBalanced(textOf(cut))),
  ];
  return asides.map((cut) => (cut.end - 1 === source ? { ...cut, end: source } : cut)); // ", its chair said." needs its comma
}

/**
 * "Kelva, a town of fishermen, has …": whatever stands between two commas right before the predicate, where a subject stands before it.
 * A list with "and" is none, unless it tells of the one name before it.
 */
function findBeforePredicate(sentence: string, { finite: predicate, opening }: ClauseWords): readonly Cut[] {
  if (!predicate) return [];
  const leadsUp = new RegExp(`^(?:${opening ?? "after"})\\s[^,]*$`, "iu");
  const bare = `,\\s(?!(?:and|or|but|et|ou|mais|ni|y|o|pero|og|eller|men)\\s)\\p{Ll}[^,]{3,100},(?=\\s(?:${predicate})(?!\\p{L}))`;
  const isList = ({ start, end }: Cut): boolean =>
    /\s(?:and|or|et|ou|y|o|og|eller)\s/u.test(sentence.slice(start, end)) && !/\p{Lu}\p{Ll}+$/u.test(sentence.slice(0, start));
  return findAll(sentence, bare, "aside").filter((cut) => !leadsUp.test(sentence.slice(0, cut.start)) && !isList(cut));
}

/** What marks alone set apart, in any language. */
function findPlainAsides(sentence: string): readonly Cut[] {
  return findMarkedAsides(sentence).filter(({ start, end }) => !keepInside.test(sentence.slice(start, end)));
}

function findMarkedAsides(sentence: string): readonly Cut[] {
  return [
    ...findAll(sentence, "\\s\\([^()]{2,120}\\)", "bracket"),
    ...findAll(sentence, "\\s[—–]\\s[^—–]{3,120}\\s[—–](?=\\s)", "aside"),
    ...findAll(sentence, "\\s-\\s[^—–]{3,120}?\\s-(?=\\s\\p{Ll})", "aside"),
  ];
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

/** Behind "which stocks goods such as ropes," the list goes on; a participle behind "qui est tombée," belongs to the clause too. */
function endsAtComma(sentence: string, { start, end }: Cut): boolean {
  const listed = /\s(?:including|such as|like|notamment|comme|como|blant annet|som for eksempel)\s[^,]*,$/u;
  const rest = sentence.slice(end);
  return (
    !listed.test(sentence.slice(start, end)) &&
    !/^,?\s\p{Ll}+(?:ing|ant|iendo|ando)\s/u.test(rest) &&
    !(sentence.slice(start, end).endsWith(",") && goesOnWithin.test(rest))
  );
}

/** No verb of the main clause: "…, who spoke of the storm, on Monday in Kelva" is still the relative clause. */
const goesOnWithin =
  /^,?\s(?:the|an?|in|on|at|for|from|by|with|of|to|le|la|les|une?|des|du|en|à|aux?|dans|pour|avec|sur|après|avant|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|el|los|las|una|con|por|para|de|desde|tras|i|på|med|til|fra)\s/u;

const ownVerb = /^\s(?:was|were|is|are|has|have|had|will|would|can|could|did|does|said)\s/u;

function findAll(text: string, pattern: string, why: string): readonly Cut[] {
  const opensEarly = /^(?:after|when|while|as|although|despite|with|following|since|before|in|on|at|for|by|from|under)\s/i.test(text);
  return [...text.matchAll(new RegExp(pattern, "gu"))].map((match) => {
    const end = match.index + match[0].length;
    const rest = text.slice(end);
    // An opening phrase keeps its comma, unless it had one before or the subject's own verb follows.
    const closesOpening = opensEarly && !text.slice(0, match.index).includes(",") && !ownVerb.test(rest);
    return { start: match.index, end: closesOpening && match[0].endsWith(",") ? end - 1 : end, why };
  });
}

/** "After the vote, the council …": the clause before the comma, where what follows names its own subject. A place or a time without a verb stays with its number. */
function findOpeningClause(sentence: string, words: ClauseWords): readonly Cut[] {
  const { opening, article } = words;
  if (!opening) return [];
  const subject = `\\p{Lu}\\p{L}+\\s|(?:${article ?? "the"})\\s|[lL]['’]\\p{L}|(?:${amount})\\s`;
  const more = `(?:,\\s(?!${subject})\\p{Ll}[^,]{3,100}){0,2}`;
  const match = new RegExp(`^(?i:${opening})\\s[^,]{3,140}${more},\\s(?=${subject})`, "u").exec(sentence);
  const rest = sentence.slice(match?.[0].length ?? 0);
  if (
    !match ||
    tellsWho(rest, words) ||
    (/\p{N}/u.test(match[0]) &&
      /^(?:in|on|at|by|from|under|for|during|until|en|à|ce|lors|dans|pendant|sur|au|por|al|para|i|på|ved)\s/iu.test(sentence)) ||
    /^(?:He|She|It|They|His|Her|This|That|We|I|Il|Elle|Ils|Elles|Cette|Él|Ella|Han|Hun|Den|Det|De)\s/.test(rest)
  )
    return [];
  return [{ start: 0, end: match[0].length, why: "opening clause" }];
}

/** Subjects that count: "more than 15,000 people". */
const amount =
  "\\p{N}[\\p{N}.,]*|more than|nearly|some|many|most|all|police|officials|plus de|quelque|près de|environ|más de|casi|unos|unas|mer enn|meir enn|rundt";

/** "…, the chair of the board, Ada Lind, …": who the opening clause spoke of is told only here, between the subject and its verb. */
function tellsWho(rest: string, words: ClauseWords): boolean {
  const subject = new RegExp(`^(?:${words.article ?? "the"})\\s[^,]{3,80}(?=,\\s(?!who|which|and|but|qui|dont|que|som))`, "u").exec(
    rest,
  )?.[0];
  return subject !== undefined && !hasVerb(subject, words);
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
