import type { Block, Message, Run, Text } from "../../model/message.ts";
import { splitText } from "../../text/fit.ts";
import { limits } from "./limits.ts";
import { formatMessage } from "./markup.ts";
import { formatRich } from "./rich.ts";

/** Cuts a message into parts that Telegram takes: between stories, else between blocks, else inside a block. The buttons stand under the last. */
export const splitMessage = (message: Message): readonly Message[] => cut(message, fitsIn);

/** The same for the rich form, which takes eight times as much. Files have only the plain one. */
export const splitRich = (message: Message): readonly Message[] =>
  cut(message, (blocks, lang) => fitsRich(blocks, lang) || fitsIn(blocks, lang));

function cut(message: Message, fitsOne: typeof fitsIn): readonly Message[] {
  const fits = (blocks: readonly Block[]): boolean => fitsOne(blocks, message.lang);
  const parts: Block[][] = [[]];
  const put = (blocks: readonly Block[]): boolean => {
    const last = parts.at(-1) ?? [];
    if (!fits([...last, ...blocks])) return false;
    last.push(...blocks);
    return true;
  };
  for (const group of groupsOf(message.blocks)) {
    if (put(group)) continue;
    if (fits(group)) {
      parts.push([...group]);
      continue;
    }
    for (const block of group.flatMap((each) => (fits([each]) ? [each] : splitBlock(each)))) if (!put([block])) parts.push([block]);
  }
  const full = parts.filter((blocks) => blocks.length > 0).flatMap((blocks) => splitFiles(blocks, message.lang));
  const { buttons, blocks: _, ...rest } = message;
  if (full.length === 0) return [message];
  return full.map((blocks, place) => ({ ...rest, blocks, ...(place === full.length - 1 && buttons && { buttons }) }));
}

/** One request a part, so that none can be half sent: words go under a single file as its caption, or before the files. */
function splitFiles(blocks: readonly Block[], lang: string | undefined): readonly (readonly Block[])[] {
  const files = blocks.filter(({ kind }) => kind === "image" || kind === "file");
  if (files.length === 0) return [blocks];
  const words = blocks.filter((block) => !files.includes(block));
  const { text } = formatMessage({ blocks: words, ...(lang !== undefined && { lang }) });
  if (files.length === 1 && text.length <= limits.caption) return [blocks];
  return [...(text === "" ? [] : [words]), ...files.map((file) => [file])];
}

function fitsIn(blocks: readonly Block[], lang: string | undefined): boolean {
  const { text, entities } = formatMessage({ blocks, ...(lang !== undefined && { lang }) });
  return text.length <= limits.text && entities.length <= limits.entities;
}

const fitsRich = (blocks: readonly Block[], lang: string | undefined): boolean =>
  formatRich({ blocks, ...(lang !== undefined && { lang }) }) !== undefined;

/** A story with all that belongs to it. */
function groupsOf(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const isOwn = block.kind === "story" || block.kind === "evidence" || groups.length === 0;
    if (isOwn) groups.push([block]);
    else groups.at(-1)?.push(block);
  }
  return groups;
}

/** Room for the line that names a speaker or source. */
const pieceUnits = 3_000;

/** Pieces of a block that is too long for one message. */
function splitBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case "text":
    case "note":
    case "bullet":
      return splitRuns(block.text).map((text) => ({ ...block, text }));
    case "heading":
      return splitRuns(block.text).map((text) => ({ kind: "heading", text }));
    case "story":
      return splitRuns(block.title).map((title) => ({ ...block, title }));
    case "quote":
      return splitText(block.text, pieceUnits, []).map((text, place, all) => ({
        ...block,
        text,
        before: place === 0 ? (block.before ?? "") : "",
        after: place === all.length - 1 ? (block.after ?? "") : "",
        speaker: short(block.speaker),
        source: short(block.source ?? ""),
      }));
    case "evidence":
      return splitEvidence(block);
    default:
      return [block];
  }
}

function splitEvidence(block: Extract<Block, { kind: "evidence" }>): readonly Block[] {
  let from = 0;
  return splitText(block.text, pieceUnits, block.mark).map((text) => {
    const start = from;
    from += text.length;
    const mark = block.mark
      .map((span) => ({ start: Math.max(0, span.start - start), end: Math.min(text.length, span.end - start) }))
      .filter((span) => span.end > span.start)
      .slice(0, limits.entities - 10);
    return { ...block, text, mark, source: short(block.source) };
  });
}

/** Pieces of few runs each, none too long. */
function splitRuns(text: Text): readonly Text[] {
  const runs = typeof text === "string" ? [{ text }] : text;
  const pieces: Run[][] = [[]];
  let units = 0;
  for (const run of runs.flatMap((each) => splitText(each.text, pieceUnits).map((words): Run => ({ ...each, text: words })))) {
    if (units + run.text.length > pieceUnits || (pieces.at(-1)?.length ?? 0) >= 40) {
      pieces.push([]);
      units = 0;
    }
    pieces.at(-1)?.push(run);
    units += run.text.length;
  }
  return pieces;
}

const short = (text: Text): Text => splitRuns(text)[0] ?? "";
