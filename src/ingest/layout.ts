/** A run of text on a printed page, as a PDF places it: points from the lower left corner. */
export interface Run {
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Height of its letters. */
  readonly size: number;
}

interface Line extends Run {
  readonly page: number;
}

/** Of the letters' height: what lies lower is another line, and what lies lower by more than a line is another paragraph. */
const sameLine = 0.5;
const paragraphGap = 1.75;
/** Letters larger or smaller by this share belong to a heading or a note. */
const otherSize = 0.12;
/** A line that stands on this share of the pages, and on three at least, is a running head or foot. */
const runningShare = 0.4;
const leastRunning = 3;
const longestTitle = 300;

export interface PrintedText {
  /** The lines in the largest letters on the first page, where the text is in smaller ones. */
  readonly title?: string;
  readonly paragraphs: readonly string[];
}

/** Pages of runs in reading order → paragraphs: lines joined, hyphens at line ends mended, running heads and page numbers left out. */
export function readLayout(pages: readonly (readonly Run[])[]): PrintedText {
  const lines = withoutRunning(
    pages.flatMap((runs, page) => joinRuns(runs, page)),
    pages.length,
  );
  const paragraphs = joinLines(lines);
  const title = findTitle(lines, paragraphs);
  return { ...(title && { title: title.text }), paragraphs: paragraphs.filter((each) => each !== title).map(({ text }) => text) };
}

function joinRuns(runs: readonly Run[], page: number): readonly Line[] {
  const lines: { text: string; x: number; y: number; size: number; page: number }[] = [];
  for (const run of runs) {
    const last = lines.at(-1);
    if (last && Math.abs(run.y - last.y) < sameLine * Math.max(last.size, run.size) && run.x >= last.x) {
      last.text += run.text;
      last.size = Math.max(last.size, run.size);
    } else if (run.text.trim() !== "") lines.push({ ...run, page });
  }
  return lines.map((line) => ({ ...line, text: line.text.replace(/\s+/g, " ").trim() }));
}

/** Figures are told apart by nothing: "Page 3 of 17" and "Page 4 of 17" are the same running line. */
const runningKey = (line: Line): string => line.text.replace(/\d+/g, "0");

function withoutRunning(lines: readonly Line[], pages: number): readonly Line[] {
  const on = new Map<string, Set<number>>();
  for (const line of lines) on.set(runningKey(line), (on.get(runningKey(line)) ?? new Set()).add(line.page));
  const isRunning = (line: Line): boolean => (on.get(runningKey(line))?.size ?? 0) >= Math.max(leastRunning, runningShare * pages);
  return lines.filter((line) => !isRunning(line) && !/^(?:\p{L}+ )?\d{1,4}$/u.test(line.text));
}

interface Paragraph {
  text: string;
  readonly size: number;
  readonly page: number;
}

function joinLines(lines: readonly Line[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let above: Line | undefined;
  for (const line of lines) {
    const open = paragraphs.at(-1);
    if (open && above && continues(above, line)) open.text = joinText(open.text, line.text);
    else paragraphs.push({ text: line.text, size: line.size, page: line.page });
    above = line;
  }
  return paragraphs;
}

function continues(above: Line, line: Line): boolean {
  if (Math.abs(line.size - above.size) > otherSize * above.size) return false;
  const fall = above.y - line.y;
  // A new column or a new page: the sentence that has not ended goes on there.
  if (line.page !== above.page || fall < 0) return !/[.!?…:]["”»“)]?$/.test(above.text);
  const isIndented = line.x - above.x > 0.8 * line.size && /[.!?…:]["”»“)]?$/.test(above.text);
  return fall < paragraphGap * line.size && !isIndented;
}

function joinText(text: string, line: string): string {
  // "nego-" + "tiations": a hyphen at the end of a line before a small letter divides a word.
  if (/\p{L}[-\u00AD\u2010]$/u.test(text) && /^\p{Ll}/u.test(line)) return text.slice(0, -1) + line;
  return `${text} ${line}`;
}

function findTitle(lines: readonly Line[], paragraphs: readonly Paragraph[]): Paragraph | undefined {
  const usual = usualSize(lines);
  const largest = paragraphs.filter(({ page }) => page === 0).sort((a, b) => b.size - a.size)[0];
  return largest && largest.size > usual * (1 + otherSize) && largest.text.length <= longestTitle ? largest : undefined;
}

/** The size in which most letters stand. */
function usualSize(lines: readonly Line[]): number {
  const letters = new Map<number, number>();
  for (const { size, text } of lines) letters.set(size, (letters.get(size) ?? 0) + text.length);
  return [...letters].sort(([, a], [, b]) => b - a)[0]?.[0] ?? 0;
}
