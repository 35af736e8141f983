import { splitSentences } from "../text/sentences.ts";
import type { FontWidths } from "./font.ts";

export interface CardText {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
}

/** Pixels on a card 1200 wide. A phone shows it a third as large: under 38 the words would be smaller than its own text. */
const largest = 96;
export const smallest = 38;
const lineHeight = 1.32;

/** Quotation marks by the language of the words. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  uk: ["«", "»"],
  ru: ["«", "»"],
  fr: ["« ", " »"],
  de: ["„", "“"],
  pl: ["„", "”"],
  nb: ["«", "»"],
};

/** Words with the marks of their language, a comma or full stop of the sentence around them left off. */
export function withMarks(text: string, lang: string): string {
  const [open, close] = marks[lang] ?? ["“", "”"];
  return `${open}${text.replace(/\s+/g, " ").trim().replace(/,$/, "")}${close}`;
}

/** The largest size at which the words fit; what is too long even at the smallest is cut at the end of a sentence, else of a word. */
export function layOut(text: string, lang: string, width: number, height: number, font: FontWidths): CardText {
  const whole = fitText(text, lang, width, height, font, smallest);
  if (whole) return whole;
  const most = Math.floor(height / lineHeightOf(smallest));
  let cut = text.trim();
  let lines: readonly string[] = [];
  do {
    cut = shorten(cut, lang);
    lines = breakLines(withMarks(`${cut} …`, lang), width / smallest, font);
  } while (lines.length > most && cut.includes(" "));
  return { lines, size: smallest };
}

/** The largest size, not below `least`, at which all words fit; undefined when there is none. */
export function fitText(text: string, lang: string, width: number, height: number, font: FontWidths, least: number): CardText | undefined {
  for (let size = largest; size >= least; size -= 2) {
    const lines = breakLines(withMarks(text, lang), width / size, font);
    if (lines.length * lineHeightOf(size) <= height && lines.every((line) => font.widthOf(line) * size <= width)) return { lines, size };
  }
  return undefined;
}

/** Without its last sentence; without its last word when there is but one. */
function shorten(text: string, lang: string): string {
  const plain = text.replace(/[\s…]+$/, "");
  const last = splitSentences(plain, lang).at(-1)?.start ?? 0;
  return last > 40 ? plain.slice(0, last).trimEnd() : plain.slice(0, Math.max(0, plain.lastIndexOf(" ")));
}

/**
 * As few lines as `widthEm` allows, and those as even as they can be: the narrowest column that needs no line more. A word of one letter
 * and a dash stay with their neighbour.
 */
export function breakLines(text: string, widthEm: number, font: FontWidths): readonly string[] {
  const words = glue(text).split(" ");
  const greedy = fillLines(words, widthEm, font);
  let [tooNarrow, enough] = [0, widthEm];
  for (let step = 0; step < 12 && greedy.length > 1; step++) {
    const middle = (tooNarrow + enough) / 2;
    const fits = fillLines(words, middle, font);
    if (fits.length > greedy.length || fits.some((line) => font.widthOf(line) > middle)) tooNarrow = middle;
    else enough = middle;
  }
  return fillLines(words, enough, font).map((line) => line.replaceAll("\u00a0", " "));
}

/** A no-break space behind words of one letter and before dashes. */
const glue = (text: string): string => text.replace(/(?<=(?:^|[\s«“„(])[\p{L}]) (?=\S)/gu, "\u00a0").replace(/ (?=[–—])/g, "\u00a0");

function fillLines(words: readonly string[], widthEm: number, font: FontWidths): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of words) {
    const longer = line ? `${line} ${word}` : word;
    if (line && font.widthOf(longer) > widthEm) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return line ? [...lines, line] : lines;
}

export const lineHeightOf = (size: number): number => size * lineHeight;
