import { Tokenizer } from "htmlparser2";

/** Elements that begin and end a paragraph. */
const blocks = new Set(
  (
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form " +
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol option p pre section summary table tbody tfoot thead tr ul"
  ).split(" "),
);

/** Elements whose text nobody reads. */
const silent = new Set(
  "script style noscript template svg math iframe object head title select button textarea audio video canvas".split(" "),
);

/**
 * The paragraphs of a piece of HTML, entities decoded, white space folded; linear in its length and safe on any nesting.
 * A single `<br>` inside running text is a space; two, or one after the end of a sentence, part paragraphs. `<q>` gets its marks.
 */
export function htmlToParagraphs(html: string): readonly string[] {
  const paragraphs: string[] = [];
  let line = "";
  let muted = 0;
  let breaks = 0;
  const endParagraph = (): void => {
    const text = foldSpace(line);
    if (text !== "") paragraphs.push(text);
    line = "";
    breaks = 0;
  };
  const endLine = (): void => {
    breaks += 1;
    if (breaks > 1 || /[.!?…:;"”»]\s*$/.test(line.slice(-8))) endParagraph();
    else line += " ";
  };
  scanTags(html, {
    open(name) {
      if (silent.has(name)) muted += 1;
      else if (blocks.has(name)) endParagraph();
      else if (name === "br") endLine();
      else if (name === "td" || name === "th") line += " ";
      else if (name === "q") line += "“";
    },
    text(text) {
      if (muted > 0) return;
      if (breaks > 0 && text.trim() !== "") breaks = 0;
      line += text;
    },
    close(name) {
      if (silent.has(name)) muted = Math.max(0, muted - 1);
      else if (blocks.has(name)) endParagraph();
      else if (name === "q") line += "”";
    },
  });
  endParagraph();
  return paragraphs;
}

export interface TagScan {
  /** Names are lower case. */
  open?(name: string): void;
  close?(name: string): void;
  /** Entities are decoded. */
  text?(text: string): void;
}

const nothing = (): void => {};

/** Walks over tags and text without keeping a tree or a list of open elements: linear whatever the nesting. */
export function scanTags(html: string, scan: TagScan): void {
  const nameOf = (start: number, end: number): string => html.slice(start, end).toLowerCase();
  let name = "";
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname(start, end) {
        name = nameOf(start, end);
        scan.open?.(name);
      },
      onclosetag: (start, end) => scan.close?.(nameOf(start, end)),
      onselfclosingtag: () => scan.close?.(name),
      ontext: (start, end) => scan.text?.(html.slice(start, end)),
      ontextentity: (point) => scan.text?.(String.fromCodePoint(point)),
      oncdata: (start, end) => scan.text?.(html.slice(start, end)),
      onattribdata: nothing,
      onattribentity: nothing,
      onattribend: nothing,
      onattribname: nothing,
      oncomment: nothing,
      ondeclaration: nothing,
      onend: nothing,
      onopentagend: nothing,
      onprocessinginstruction: nothing,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

/** The paragraphs of a piece of HTML, one blank line between them. */
export function htmlToText(html: string): string {
  return htmlToParagraphs(html).join("\n\n");
}

/** Plain text as paragraphs: blank lines part them; in a text without any, each line is one, unless the next goes on in small letters. */
export function plainToParagraphs(text: string): readonly string[] {
  const lines = text.replace(/\r\n?/g, "\n").replace(dividedWord, "$1");
  const parts = /\n[ \t]*\n/.test(lines) ? lines.split(/\n[ \t]*\n/) : lines.split(paragraphBreak);
  return parts.map(foldSpace).filter((part) => part !== "");
}

/** Any line break but the one of a line that was wrapped: 25 characters and more, no stop, and small letters behind it. */
const paragraphBreak = /(?<=(?:^|\n)[^\n]{0,24})\n|(?<![.!?:;])\n(?!\s*\p{Ll})|(?<=[.!?:;])\n/u;

/** "Varn-" at the end of a line, "mouth" on the next. */
const dividedWord = /(\p{Ll}{2,})-[ \t]*\n[ \t]*(?=\p{Ll}{2,})/gu;

/** True when the text holds markup or entities that a reader should not see. */
export function looksLikeHtml(text: string): boolean {
  return /<\/?[a-z][a-z0-9]*(?:\s[^<>]*)?\/?>|&(?:#x?[0-9a-f]{1,6}|[a-z]{2,10});/i.test(text);
}

/** One line: HTML or plain text without markup, entities decoded. */
export function toLine(text: string): string {
  return looksLikeHtml(text) ? htmlToParagraphs(text).join(" ") : foldSpace(text);
}

// U+00AD and U+200B..U+200D show nothing; U+FEFF is a stray byte order mark; control characters have no place in text.
const invisible = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\u00AD\u200B\u2060\uFEFF]/g;

/** White space folded to single blanks, invisible characters gone. */
export function foldSpace(text: string): string {
  return text.replace(invisible, "").replace(/\s+/g, " ").trim();
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" } as const;

/** Text that reads the same inside HTML or XML, in an element as in a quoted attribute. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => entities[sign as keyof typeof entities]);

/** What `escapeHtml` was given. */
export const unescapeHtml = (html: string): string =>
  Object.entries(entities)
    .toReversed()
    .reduce((text, [sign, entity]) => text.replaceAll(entity, sign), html);
