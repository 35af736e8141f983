import type { APIComponentInContainer } from "discord.js";
import type { Block, Message } from "../../model/message.ts";
import { limits } from "./limits.ts";
import { groupBlocks, renderMessage } from "./markup.ts";

/** What a message takes of Discord's two sums. */
export interface Size {
  readonly components: number;
  readonly text: number;
}

/** Room for the line that numbers the parts. */
const reserve: Size = { components: 1, text: 24 };

/** Cuts a message at story borders, then between blocks, then between words. The buttons stand under the last part. */
export function splitMessage(message: Message): readonly Message[] {
  if (fits(message, { components: 0, text: 0 })) return [message];
  const whole = pack(groupBlocks(message.blocks), message);
  const parts = whole.map((blocks) => ({ ...withoutButtons(message), blocks }));
  const last = parts.at(-1)!;
  const closing = { ...last, ...(message.buttons && { buttons: message.buttons }) };
  const all = fits(closing) ? [...parts.slice(0, -1), closing] : [...parts, { ...closing, blocks: [] }];
  return all.length === 1 ? all : all.map((part, place) => ({ ...part, blocks: [...part.blocks, number(place + 1, all.length)] }));
}

const number = (place: number, count: number): Block => ({ kind: "note", text: `${place}/${count}` });

function withoutButtons({ buttons: _, ...rest }: Message): Message {
  return rest;
}

function pack(groups: readonly (readonly Block[])[], message: Message): readonly (readonly Block[])[] {
  const parts: Block[][] = [];
  for (const group of groups.flatMap((each) => shrink(each, message))) {
    const last = parts.at(-1);
    if (last && fits({ ...withoutButtons(message), blocks: [...last, ...group] })) last.push(...group);
    else parts.push([...group]);
  }
  return parts;
}

/** A story too long for one message, in pieces that fit; a block too long for one, cut between words. */
function shrink(group: readonly Block[], message: Message): readonly (readonly Block[])[] {
  if (fits({ ...withoutButtons(message), blocks: group })) return [group];
  if (group.length > 1)
    return pack(
      group.map((block) => [block]),
      message,
    );
  const [block] = group;
  return block ? cutBlock(block).map((piece) => [piece]) : [];
}

/** Escaping can double a text. */
const pieceLength = Math.floor((limits.text - reserve.text) / 2) - 200;

function cutBlock(block: Block): readonly Block[] {
  switch (block.kind) {
    case "evidence":
      return pieces(block.text).map(({ start, text }) => ({
        ...block,
        text,
        source: block.source,
        mark: shifted(block.mark, start, text.length),
      }));
    case "quote":
      return pieces(block.text).map(({ text }, place, all) => ({
        ...block,
        text,
        before: place === 0 ? (block.before ?? "") : "",
        after: place === all.length - 1 ? (block.after ?? "") : "",
      }));
    case "text":
    case "note":
    case "bullet":
      return pieces(typeof block.text === "string" ? block.text : block.text.map(({ text }) => text).join("")).map(({ text }) => ({
        ...block,
        text,
      }));
    case "heading":
      return [{ kind: "heading", text: plain(block.text) }];
    case "story":
      return [{ ...block, title: plain(block.title) }];
    default:
      return [block];
  }
}

const plain = (text: Extract<Block, { kind: "heading" }>["text"]): string =>
  pieces(typeof text === "string" ? text : text.map((run) => run.text).join(""))[0]
    ?.text.slice(0, 500)
    .toWellFormed() ?? "";

function shifted(marks: Extract<Block, { kind: "evidence" }>["mark"], start: number, length: number) {
  return marks
    .map((mark) => ({ start: Math.max(0, mark.start - start), end: Math.min(length, mark.end - start) }))
    .filter((mark) => mark.end > mark.start);
}

/** Cut at spaces, else anywhere but inside a surrogate pair. */
function pieces(text: string): readonly { readonly start: number; readonly text: string }[] {
  const found: { start: number; text: string }[] = [];
  for (let start = 0; start < text.length; ) {
    const end = cutEnd(text, start);
    found.push({ start, text: text.slice(start, end) });
    start = end;
  }
  return found;
}

function cutEnd(text: string, start: number): number {
  const most = start + pieceLength;
  if (most >= text.length) return text.length;
  const space = text.lastIndexOf(" ", most);
  if (space > start + pieceLength / 2) return space + 1;
  return /[\ud800-\udbff]/.test(text[most - 1] ?? "") ? most - 1 : most;
}

function fits(message: Message, spare: Size = reserve): boolean {
  const { components, text } = sizeOf(renderMessage(message).components);
  return components + spare.components <= limits.components && text + spare.text <= limits.text;
}

/** Components nested ones counted, and the UTF-16 units of all text displays. */
export function sizeOf(components: readonly unknown[]): Size {
  let count = 0;
  let text = 0;
  for (const component of components as readonly NestedComponent[]) {
    const inner = sizeOf([...(component.components ?? []), ...(component.accessory ? [component.accessory] : [])]);
    count += 1 + inner.components;
    text += (component.content?.length ?? 0) + inner.text;
  }
  return { components: count, text };
}

interface NestedComponent {
  readonly type: APIComponentInContainer["type"];
  readonly content?: string;
  readonly components?: readonly NestedComponent[];
  readonly accessory?: NestedComponent;
}
