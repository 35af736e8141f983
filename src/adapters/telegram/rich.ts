import type { Block, Message, Run, Text } from "../../model/message.ts";
import { escapeHtml, unescapeHtml } from "../../text/html.ts";
import { quoted } from "../../text/quoted.ts";
import { cleanText, safeLink } from "./clean.ts";
import { limits } from "./limits.ts";
import { signs } from "./markup.ts";

export interface Rich {
  readonly html: string;
  /** What is read in it, without white space: known again by this. */
  readonly letters: string;
}

/** Blocks → rich HTML (Bot API 10.1, sendRichMessage); undefined where it holds files, no words, or more than a rich message may. */
export function formatRich({ blocks, lang }: Pick<Message, "blocks" | "lang">): Rich | undefined {
  if (blocks.some(({ kind }) => kind === "image" || kind === "file")) return undefined;
  const html = blocks
    .map((block, place) => {
      if (block.kind !== "bullet") return htmlOf(block, lang);
      const opens = blocks[place - 1]?.kind === "bullet" ? "" : "<ul>";
      const closes = blocks[place + 1]?.kind === "bullet" ? "" : "</ul>";
      return `${opens}<li>${block.sign === undefined ? "" : signs[block.sign]}${lineOf(block.text)}</li>${closes}`;
    })
    .join("");
  const words = unescapeHtml(html.replace(/<[^>]*>/g, ""));
  const blockCount = html.match(/<(?:h\d|p|ul|li|blockquote|details|hr)\b/g)?.length ?? 0;
  if (words.trim() === "" || words.length > limits.richText || blockCount > limits.richBlocks) return undefined;
  return { html, letters: squeeze(words) };
}

function htmlOf(block: Exclude<Block, { kind: "bullet" }>, lang: string | undefined): string {
  switch (block.kind) {
    case "heading":
      return `<h2>${lineOf(block.text)}</h2>${block.aside === undefined ? "" : paragraphs(block.aside, "i")}`;
    case "story":
      return `<h4>${block.number}. ${lineOf(block.title)}${block.aside === undefined ? "" : ` <i>· ${lineOf(block.aside)}</i>`}</h4>`;
    case "text":
      return paragraphs(block.text);
    case "note":
      return paragraphs(block.text, "i");
    case "quote": {
      const credit = [block.speaker, ...(block.source === undefined ? [] : [block.source])].map(lineOf).join(" · ");
      const { before = "", text, after = "" } = block;
      const said = paragraphs([{ text: before, style: "italic" }, { text: quoted(text, lang) }, { text: after, style: "italic" }]);
      return `<blockquote>${said}<cite>${credit}</cite></blockquote>`;
    }
    case "evidence":
      return `<details><summary>${lineOf(block.source)}</summary>${paragraphs(markedRuns(block))}</details>`;
    case "divider":
      return "<hr/>";
    default:
      return "";
  }
}

function markedRuns({ text, mark }: Extract<Block, { kind: "evidence" }>): readonly Run[] {
  const runs: Run[] = [];
  let done = 0;
  for (const { start, end } of mark.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(done, start);
    if (end <= from) continue;
    runs.push({ text: text.slice(done, from) }, { text: text.slice(from, end), style: "mark" });
    done = end;
  }
  return [...runs, { text: text.slice(done) }];
}

/** One paragraph a line: a line break inside one is no part of the form. */
const paragraphs = (text: Text, tag?: "i"): string =>
  linesOf(text)
    .filter((line) => line.trim() !== "")
    .map((line) => (tag === undefined ? `<p>${line}</p>` : `<p><${tag}>${line}</${tag}></p>`))
    .join("");

const lineOf = (text: Text): string => linesOf(text).join(" ");

function linesOf(text: Text): readonly string[] {
  const lines = [""];
  for (const run of typeof text === "string" ? [{ text }] : text) {
    for (const [place, words] of cleanText(run.text).split("\n").entries()) {
      if (place > 0) lines.push("");
      lines[lines.length - 1] += inline(words, run);
    }
  }
  return lines;
}

const tags: Readonly<Record<NonNullable<Run["style"]>, string>> = {
  bold: "b",
  italic: "i",
  code: "code",
  strike: "s",
  mark: "mark",
  quiet: "i",
};

function inline(words: string, { style, link }: Run): string {
  if (words === "") return "";
  const escaped = escapeHtml(words);
  const styled = style === undefined ? escaped : `<${tags[style]}>${escaped}</${tags[style]}>`;
  const url = link === undefined ? undefined : safeLink(link);
  return url === undefined ? styled : `<a href="${escapeHtml(url)}">${styled}</a>`;
}

const squeeze = (text: string): string => text.replace(/\s+/g, "");

/** The letters of a RichMessage as Telegram gives it back, in reading order, whatever its blocks are. */
export const lettersOf = (message: unknown): string => squeeze(stringsOf(message).join(""));

const readFields = ["summary", "text", "blocks", "items", "credit"] as const;

function stringsOf(node: unknown): readonly string[] {
  if (typeof node === "string") return [node];
  if (Array.isArray(node)) return node.flatMap(stringsOf);
  if (typeof node !== "object" || node === null) return [];
  return readFields.flatMap((field) => stringsOf((node as Readonly<Record<string, unknown>>)[field]));
}
