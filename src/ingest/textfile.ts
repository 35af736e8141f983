import { plainToParagraphs } from "../text/html.ts";
import { decodeBytes } from "./decode.ts";
import { markdownToText } from "./markdown.ts";

/** A text or Markdown file: its first heading or short first line is the title. */
export function readTextFile(bytes: Uint8Array, isMarkdown: boolean): { readonly title?: string; readonly text: string } {
  const { text: raw } = decodeBytes(bytes, { kind: "text" });
  const { text, ...rest } = splitTitle(isMarkdown ? markdownToText(raw) : raw);
  return { ...rest, text: plainToParagraphs(text).join("\n\n") };
}

/** A first line of at most this length without a full stop at its end, followed by a blank line, is a title. */
const titleLength = 200;

function splitTitle(raw: string): { readonly title?: string; readonly text: string } {
  const match = /^\s*([^\n]+?)[ \t]*\r?\n[ \t]*\r?\n([\s\S]+)$/.exec(raw);
  const line = match?.[1]?.trim() ?? "";
  if (!match || line.length > titleLength || /[.!?…:;]["”»]?$/.test(line)) return { text: raw };
  return { title: line.replace(/^#+\s*/, ""), text: match[2] ?? "" };
}
