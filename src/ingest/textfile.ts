import { extname } from "node:path";
import { decodeBytes } from "./decode.ts";
import type { Jobs, PlainText } from "./jobs.ts";
import { markdownToText } from "./markdown.ts";

/** A text or Markdown file: its first heading or short first line is the title. */
export async function readTextFile(
  bytes: Uint8Array,
  name: string,
  jobs: Jobs,
  lang?: string,
): Promise<PlainText & { readonly title?: string }> {
  const { text: raw } = decodeBytes(bytes, { kind: "text" });
  const isMarkdown = /^\.(?:md|markdown)$/i.test(extname(name));
  const { title, text } = splitTitle(isMarkdown ? markdownToText(raw) : raw);
  const [read = { text: "", lang: "und" }] = await jobs.texts([{ markup: text, title, declared: lang }]);
  return title === undefined ? read : { ...read, title };
}

/** A first line of at most this length without a full stop at its end, followed by a blank line, is a title. */
const titleLength = 200;

export function splitTitle(raw: string): { readonly title?: string; readonly text: string } {
  const match = /^\s*([^\n]+?)[ \t]*\r?\n[ \t]*\r?\n([\s\S]+)$/.exec(raw);
  const line = match?.[1]?.trim() ?? "";
  if (!match || line.length > titleLength || /[.!?…:;]["”»]?$/.test(line)) return { text: raw };
  return { title: line.replace(/^#+\s*/, ""), text: match[2] ?? "" };
}
