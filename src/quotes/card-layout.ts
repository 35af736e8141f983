import type { FontWidths } from "./font.ts";

export interface CardText {
  readonly lines: readonly string[];
  /** Pixels. */
  readonly size: number;
}

const largest = 58;
const smallest = 30;
const lineHeight = 1.34;

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
  for (let size = largest; size >= smallest; size -= 2) {
    const lines = breakLines(withMarks(text, lang), width / size, font);
    if (lines.length * size * lineHeight <= height) return { lines, size };
  }
  const most = Math.floor(height / (smallest * lineHeight));
  let cut = text;
  let lines: readonly string[] = [];
  do {
    cut = shorten(cut);
    lines = breakLines(withMarks(`${cut} …`, lang), width / smallest, font);
  } while (lines.length > most && cut.includes(" "));
  return { lines, size: smallest };
}

/** Without its last sentence; without its last word when there is but one. */
function shorten(text: string): string {
  const plain = text.replace(/[\s…]+$/, "");
  const sentence = plain.slice(0, -1).search(/[.!?][^.!?]*$/);
  return sentence > 40 ? plain.slice(0, sentence + 1) : plain.slice(0, plain.lastIndexOf(" "));
}

/** Greedy lines of at most `widthEm`; a last line of one short word takes a second one along. */
export function breakLines(text: string, widthEm: number, font: FontWidths): readonly string[] {
  const lines: string[] = [];
  let line = "";
  for (const word of text.split(" ")) {
    const longer = line ? `${line} ${word}` : word;
    if (line && font.widthOf(longer) > widthEm) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  if (line) lines.push(line);
  return avoidWidow(lines, widthEm, font);
}

function avoidWidow(lines: readonly string[], widthEm: number, font: FontWidths): readonly string[] {
  const last = lines.at(-1) ?? "";
  const before = lines.at(-2)?.split(" ") ?? [];
  if (lines.length < 2 || last.includes(" ") || before.length < 3) return lines;
  const moved = `${before.at(-1)} ${last}`;
  return font.widthOf(moved) > widthEm ? lines : [...lines.slice(0, -2), before.slice(0, -1).join(" "), moved];
}

export const lineHeightOf = (size: number): number => size * lineHeight;
