import type { Grammar } from "../languages/grammar.ts";
import { bodyHead, personGender } from "./names.ts";
import { isInflecting, type Place, type Subject } from "./phrase.ts";
import type { Range, Reading } from "./reading.ts";
import { spanOf, type Token } from "./tokens.ts";

/** Ministries, courts, companies within a range, with the name they bear, in the form a dictionary gives. */
export function findBody(range: Range, place: Place, reading: Reading): Subject | undefined {
  const { tokens, grammar } = reading;
  for (let at = range.from; at < range.to; at++) {
    const { lower } = tokens[at]!;
    const head = bodyHead(lower, grammar);
    if (head === undefined && !grammar.bearers.has(lower) && !isAcronym(tokens[at]!)) continue;
    if (at > range.from && personGender(tokens[at - 1]!.lower, grammar) !== undefined) return undefined; // "речник компанії"
    if (place === "subject" && at > range.from + 1 && isOwned(at, tokens, grammar)) return undefined; // "fuentes del Gobierno"
    if (at > range.from && grammar.indefinite.has(tokens[at - 1]!.lower)) return undefined;
    if (place === "subject" && grammar.capitalNouns && isInOtherCase(at, range, tokens, grammar)) continue;
    return nameBehind(at, reading) ?? nameBorne(at, range, reading) ?? ownName(at, head ?? lower, range, reading);
  }
  return undefined;
}

/** Behind "of", an article between: in French and Spanish, where nouns have no case. */
function isOwned(at: number, tokens: readonly Token[], { code, definite }: Grammar): boolean {
  if (code !== "fr" && code !== "es") return false;
  const before = definite.has(tokens[at - 1]!.lower) ? tokens[at - 2] : tokens[at - 1];
  return /^(?:de|du|des|del|d')$/.test(before?.lower ?? "");
}

/** "МЧС", "NRK": two to five capitals. */
const isAcronym = ({ text }: Token): boolean => /^\p{Lu}{2,5}$/u.test(text);

/** "В МЧС уверяют", "W ministerstwie mówią": those within a body speak for it. */
export function bodyWithin(range: Range, reading: Reading): Subject | undefined {
  const first = reading.tokens[range.from];
  return first && /^(?:в|во|у|w|we|en)$/.test(first.lower)
    ? findBody({ from: range.from + 1, to: range.to }, "source", reading)
    : undefined;
}

/** "In der Fraktion", "des Ministeriums", "der SPD": the article tells that it is no subject. */
function isInOtherCase(at: number, { from }: Range, tokens: readonly Token[], grammar: Grammar): boolean {
  for (let before = at - 1; before >= Math.max(from, at - 3); before--) {
    const { lower, isWord, capital } = tokens[before]!;
    if (!isWord || capital) return capital && /s$/.test(tokens[at]!.lower) && /iums$|amts$|rats$/.test(tokens[at]!.lower);
    if (grammar.prepositions.has(lower)) return true;
    if (lower === "der")
      return /(?:ung|schaft|tion|ei|ität|behörde|agentur|bank|kirche|kammer|spd|cdu|csu|fdp|eu|uno|nato)$/.test(tokens[at]!.lower);
    if (grammar.definite.has(lower)) return false;
  }
  return false;
}

const inMarks = /^\s*[«„“"]([^»“”"]{2,60})[»“”"]/u;

/** "компанія «Балт-Транс»" */
function nameBehind(at: number, { text, tokens }: Reading): Subject | undefined {
  const { start, end } = tokens[at]!;
  const match = inMarks.exec(text.slice(end, end + 70));
  return match ? { form: "body", name: (match[1] ?? "").trim(), mention: { start, end: end + match[0].length } } : undefined;
}

/** "schrieb „Die Zeit“": a short name in marks where the phrase begins. */
export function nameInMarks(at: number, { text, tokens }: Reading): Subject | undefined {
  const { start } = tokens[at]!;
  const match = inMarks.exec(text.slice(start, start + 64));
  const name = (match?.[1] ?? "").trim();
  if (!match || !/^\p{Lu}/u.test(name) || name.split(/\s+/).length > 4) return undefined;
  return { form: "body", name, mention: { start, end: start + match[0].length } };
}

/** "Autobauer Falkwerke", "Producent aut Falko": kinds of bodies that bear a name, at most one word between. */
function nameBorne(at: number, { to }: Range, { tokens, grammar }: Reading): Subject | undefined {
  if (!grammar.bearers.has(tokens[at]!.lower)) return undefined;
  const begin = [at + 1, at + 2].find((place) => place < to && tokens[place]!.capital && !grammar.openers.has(tokens[place]!.lower));
  if (begin === undefined) return undefined;
  let end = begin + 1;
  while (end < to && tokens[end]!.capital && !grammar.capitalNouns) end++;
  const name = tokens.slice(begin, end).map(({ text }) => text);
  return { form: "body", name: name.join(" "), mention: spanOf(tokens, at, end) };
}

/** "Міністерство енергетики", "Рахункова палата", "la Cour des comptes": one with a capital in it; "police" alone names nobody. */
function ownName(at: number, head: string, range: Range, { text, tokens, grammar }: Reading): Subject | undefined {
  const token = tokens[at]!;
  const adjective = at > range.from && !grammar.capitalNouns && isAdjective(tokens[at - 1]!, grammar) ? tokens[at - 1] : undefined;
  const begin = adjective ? at - 1 : at;
  const end = grammar.capitalNouns ? at + 1 : endOfComplement(at, range, tokens, grammar);
  if (!tokens.slice(begin, end).some(({ capital }) => capital)) return undefined;
  const cited =
    isAcronym(token) || grammar.capitalNouns || !isInflecting(grammar)
      ? token.text
      : token.capital
        ? head.charAt(0).toUpperCase() + head.slice(1)
        : head;
  const before = adjective ? `${citeAdjective(adjective.text, head, grammar)} ` : "";
  return { form: "body", name: before + cited + text.slice(token.end, tokens[end - 1]!.end), mention: spanOf(tokens, begin, end) };
}

const isAdjective = ({ capital, lower, isWord }: Token, grammar: Grammar): boolean =>
  isWord && capital && !grammar.openers.has(lower) && !grammar.prepositions.has(lower) && !grammar.definite.has(lower);

const links = new Set(["de", "des", "du", "d'", "del", "los", "las", "la", "l'", "for"]);

/** Genitives and "des Transports" behind the head, up to the verb or a mark. */
function endOfComplement(head: number, { to }: Range, tokens: readonly Token[], grammar: Grammar): number {
  let end = head + 1;
  while (end < to && end - head < 5) {
    const { isWord, lower, capital } = tokens[end]!;
    if (!isWord || grammar.verbs.has(lower)) break;
    if (!links.has(lower)) {
      if (grammar.prepositions.has(lower) || grammar.between.has(lower)) break;
      if (!isInflecting(grammar) && !capital && !(tokens[head]!.capital && links.has(tokens[end - 1]!.lower))) break;
    }
    end++;
  }
  while (end > head + 1 && links.has(tokens[end - 1]!.lower)) end--;
  return end;
}

/** The adjective of a body's name in the nominative, by the head's gender. */
function citeAdjective(word: string, head: string, { code }: Grammar): string {
  if (!isInflecting({ code } as Grammar)) return word;
  const feminine = /[аяa]$/.test(head);
  const stem = word.replace(/(?:ого|ому|ої|ій|ою|им|ий|ой|ую|ая|ым|ом|ый|iego|iemu|ego|emu|iej|ej|ą|ym|im|y|a)$/u, "");
  if (stem === word || stem.length < 3) return word;
  if (code === "uk") return stem + (feminine ? "а" : "ий");
  if (code === "ru") return stem + (feminine ? "ая" : "ый");
  return stem + (feminine ? "a" : /[kg]$/.test(stem) ? "i" : "y");
}
