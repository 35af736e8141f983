import type { Block, Button, Message } from "../../model/message.ts";
import { cutText } from "../../text/fit.ts";
import { quoted } from "../../text/quoted.ts";
import { cleanText, safeLink } from "./clean.ts";
import { limits } from "./limits.ts";
import { createWriter, type Formatted, type Writer } from "./writer.ts";

export const signs = { corrected: "✎ ", withdrawn: "✎ ", new: "＋ " } as const;

/** Blocks → text and entities. Images and files are sent beside it. */
export function formatMessage({ blocks, lang }: Pick<Message, "blocks" | "lang">): Formatted {
  const writer = createWriter();
  const written = blocks.filter(({ kind }) => kind !== "divider" && kind !== "image" && kind !== "file");
  written.forEach((block, place) => {
    const before = written[place - 1];
    if (before) writer.add(isAiry(block, before) ? "\n\n" : "\n");
    writeBlock(block, writer, lang);
  });
  return writer.finish();
}

/** Bullets and notes follow closely; whatever begins something stands apart. */
const isAiry = (block: Block, before: Block): boolean =>
  block.kind === "story" || block.kind === "evidence" || before.kind === "heading" || (block.kind === "quote" && before.kind !== "bullet");

function writeBlock(block: Block, writer: Writer, lang: string | undefined): void {
  switch (block.kind) {
    case "heading":
      writer.addText(block.text, "bold");
      if (block.aside !== undefined) {
        writer.add("\n");
        writer.addText(block.aside, "italic");
      }
      return;
    case "story":
      writer.inside("bold", () => {
        writer.add(`${block.number}. `);
        writer.addText(block.title);
      });
      if (block.aside !== undefined) writer.addText(` · ${block.aside}`, "italic");
      return;
    case "text":
      writer.addText(block.text);
      return;
    case "note":
      writer.addText(block.text, "italic");
      return;
    case "bullet":
      writer.add(`• ${block.sign === undefined ? "" : signs[block.sign]}`);
      writer.addText(block.text);
      return;
    case "quote":
      writeQuote(block, writer, lang);
      return;
    case "evidence":
      writeEvidence(block, writer);
      return;
    default:
      return;
  }
}

function writeQuote(block: Extract<Block, { kind: "quote" }>, writer: Writer, lang: string | undefined): void {
  const { before = "", text, after = "", speaker, source } = block;
  writer.inside("blockquote", () => {
    writer.addText(before, "italic");
    writer.addText(quoted(text, lang));
    writer.addText(after, "italic");
    writer.add("\n— ");
    writer.addText(speaker);
    if (source !== undefined) {
      writer.add(" · ");
      writer.addText(source);
    }
  });
}

function writeEvidence({ text, mark, source }: Extract<Block, { kind: "evidence" }>, writer: Writer): void {
  writer.inside("expandable_blockquote", () => {
    let done = 0;
    for (const { start, end } of mark.toSorted((a, b) => a.start - b.start)) {
      const from = Math.max(done, start);
      if (end <= from) continue;
      writer.addText(text.slice(done, from));
      writer.addText(text.slice(from, end), "bold");
      done = end;
    }
    writer.addText(text.slice(done));
    writer.add("\n— ");
    writer.addText(source);
  });
}

export interface Keyboard {
  readonly inline_keyboard: readonly (readonly ({ readonly text: string } & (
    | { readonly callback_data: string }
    | { readonly url: string }
  ))[])[];
}

/** Rows of buttons; `about` is the address of another chat that the buttons are meant for. A button that Telegram would refuse is left out. */
export function keyboardOf(rows: Message["buttons"], about?: string): Keyboard | undefined {
  const keys = (rows ?? []).map((row) => row.flatMap((button) => keyOf(button, about))).filter((row) => row.length > 0);
  return keys.length > 0 ? { inline_keyboard: keys } : undefined;
}

function keyOf(button: Button, about: string | undefined): Keyboard["inline_keyboard"][number] {
  const text = cutText(cleanText(button.label).replace(/\s+/g, " ").trim(), 64);
  if (text === "") return [];
  if ("url" in button) {
    const url = safeLink(button.url);
    return url === undefined ? [] : [{ text, url }];
  }
  const callback_data = dataOf(button.call, about);
  return Buffer.byteLength(callback_data) <= limits.callbackData ? [{ text, callback_data }] : [];
}

/** "v1:call", or "v1@chat:call" and "v1@chat/topic:call" with the ids in base 36. */
export const dataOf = (call: string, about?: string): string =>
  about === undefined ? `v1:${call}` : `v1@${eachNumber(about, (id) => Number(id).toString(36))}:${call}`;

/** What a button of ours carries; undefined for anything else. */
export function readData(data: string): { readonly call: string; readonly about?: string } | undefined {
  const match = /^v1(?:@(-?[0-9a-z]{1,12}(?:\/[0-9a-z]{1,12})?))?:(\S.*)$/s.exec(data);
  if (match?.[2] === undefined) return undefined;
  const about = match[1] && eachNumber(match[1], (id) => String(Number.parseInt(id, 36)));
  return { call: match[2], ...(about !== undefined && { about }) };
}

const eachNumber = (address: string, change: (id: string) => string): string => address.split("/").map(change).join("/");
