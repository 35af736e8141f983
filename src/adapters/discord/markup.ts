import { type APIButtonComponent, type APIComponentInContainer, type APIContainerComponent, ButtonStyle, ComponentType } from "discord.js";
import type { Block, Button, Message, Run, Text } from "../../model/message.ts";
import { quoted } from "../../text/quoted.ts";
import { cleanText, escapeLine, escapeLines, safeLink } from "./escape.ts";
import { limits } from "./limits.ts";

/** What goes over the wire: one container, and the files it shows. */
export interface Rendered {
  readonly components: readonly [APIContainerComponent];
  readonly files: readonly { readonly name: string; readonly bytes: Uint8Array }[];
}

/** A message as one Components V2 container: a section a story, rows of buttons at the foot. */
export function renderMessage({ blocks, buttons, lang }: Message): Rendered {
  const ids = new Set<string>();
  const files: Rendered["files"][number][] = [];
  const components = groupBlocks(blocks).flatMap((group) => renderGroup(group, { ids, files, lang }));
  const rows = (buttons ?? []).flatMap((row) =>
    chunk(
      row.flatMap((button) => renderButton(button, ids)),
      limits.buttonsPerRow,
    ),
  );
  const all: APIComponentInContainer[] = [
    ...components,
    ...rows.map((row): APIComponentInContainer => ({ type: ComponentType.ActionRow, components: row })),
  ];
  return { components: [{ type: ComponentType.Container, components: all.length > 0 ? all : [textDisplay("…")] }], files };
}

/** Blocks that are shown as one component: a story with all that belongs to it, or lines that follow one another. */
export function groupBlocks(blocks: readonly Block[]): readonly (readonly Block[])[] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const last = groups.at(-1);
    const joins = last !== undefined && !standsAlone(block) && !standsAlone(last[0]!) && block.kind !== "story";
    if (joins) last.push(block);
    else groups.push([block]);
  }
  return groups;
}

const standsAlone = ({ kind }: Block): boolean => kind === "divider" || kind === "image" || kind === "file";

/** What one message has so far: ids of buttons and files, each once. */
interface Begun {
  readonly ids: Set<string>;
  readonly files: Rendered["files"][number][];
  readonly lang: string | undefined;
}

function renderGroup(group: readonly Block[], { ids, files, lang }: Begun): APIComponentInContainer[] {
  const [first] = group;
  if (first?.kind === "divider") return [{ type: ComponentType.Separator, divider: true }];
  if (first?.kind === "image") return [renderImage(first, files)];
  if (first?.kind === "file") return [{ type: ComponentType.File, file: { url: attach(first.name, first.bytes, files) } }];
  const shown = textDisplay(group.map((block) => renderLine(block, lang)).join("\n"));
  const buttons = first?.kind === "story" ? (first.buttons ?? []).flatMap((button) => renderButton(button, ids)) : [];
  const [accessory, ...more] = buttons;
  if (!accessory) return [shown];
  const section: APIComponentInContainer = { type: ComponentType.Section, components: [shown], accessory };
  return [
    section,
    ...chunk(more, limits.buttonsPerRow).map((row): APIComponentInContainer => ({ type: ComponentType.ActionRow, components: row })),
  ];
}

const textDisplay = (content: string) => ({ type: ComponentType.TextDisplay as const, content: content.trim() === "" ? "…" : content });

/** One block as lines of Discord's markdown, everything from outside escaped. */
function renderLine(block: Block, lang: string | undefined): string {
  switch (block.kind) {
    case "heading":
      return `## ${renderText(block.text)}${block.aside === undefined ? "" : `\n-# ${escapeLine(block.aside)}`}`;
    case "story":
      return `### ${block.number}\u2002${renderText(block.title)}${block.aside === undefined ? "" : `\n-# ${escapeLine(block.aside)}`}`;
    case "text":
      return renderText(block.text, escapeLines);
    case "bullet":
      return `- ${block.sign === undefined ? "" : `${signs[block.sign]} `}${renderText(block.text)}`;
    case "quote":
      return `> ${inSentence(block, lang)}\n> — ${renderText(block.speaker)}${block.source === undefined ? "" : ` · ${renderText(block.source)}`}`;
    case "evidence":
      return `${asQuotation(renderMarked(block.text, block.mark))}\n-# ${renderText(block.source)}`;
    case "note":
      return `-# ${renderText(block.text)}`;
    case "image":
    case "file":
    case "divider":
      return "";
  }
}

const signs = { corrected: "✎", withdrawn: "✎", new: "＋" } as const;

/** What stands around the words leans, they stand upright. */
const inSentence = ({ before = "", text, after = "" }: Extract<Block, { kind: "quote" }>, lang: string | undefined): string =>
  `${leaning(before)}${escapeLine(quoted(text, lang))}${leaning(after)}`;

const leaning = (text: string): string => renderRun({ text, ...(/\p{L}/u.test(text) && { style: "italic" as const }) }, escapeLine);

const asQuotation = (text: string): string => text.replace(/^/gm, "> ");

function renderText(text: Text, escaped: (text: string) => string = escapeLine): string {
  return typeof text === "string" ? escaped(text) : text.map((run) => renderRun(run, escaped)).join("");
}

function renderRun({ text, style, link }: Run, escaped: (text: string) => string): string {
  const [, before = "", words = "", after = ""] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
  if (words === "") return before;
  const inner = style === "code" ? `\`${cleanText(words).replace(/[`\n]+/g, "'")}\`` : wrap(escaped(words), style);
  const address = link === undefined ? undefined : safeLink(link);
  return `${before}${address === undefined ? inner : `[${inner}](<${address}>)`}${after}`;
}

const styleMarks = { bold: "**", italic: "*", strike: "~~", mark: "**", quiet: "" } as const;

function wrap(text: string, style: Exclude<Run["style"], "code">): string {
  const mark = style === undefined ? "" : styleMarks[style];
  return `${mark}${text}${mark}`;
}

/** Paragraphs with the spans in bold; spans that overlap are one. */
function renderMarked(text: string, spans: readonly { readonly start: number; readonly end: number }[]): string {
  let done = 0;
  const parts: string[] = [];
  for (const { start, end } of spans.toSorted((a, b) => a.start - b.start)) {
    const from = Math.min(text.length, Math.max(done, start));
    const to = Math.min(text.length, Math.max(from, end));
    if (to === from) continue;
    parts.push(escapeLines(text.slice(done, from)), renderRun({ text: text.slice(from, to), style: "bold" }, escapeLines));
    done = to;
  }
  return [...parts, escapeLines(text.slice(done))].join("");
}

/** A button's custom id says its version, so that old ones can be told; `.2` keeps the second of two alike apart. */
function renderButton(button: Button, ids: Set<string>): APIButtonComponent[] {
  const label =
    [...cleanText(button.label)]
      .slice(0, limits.buttonLabel / 2)
      .join("")
      .trim() || "…";
  if ("url" in button) {
    const url = safeLink(button.url);
    return url === undefined || url.length > limits.url ? [] : [{ type: ComponentType.Button, style: ButtonStyle.Link, label, url }];
  }
  let id = `v1:${button.call}`;
  for (let twin = 2; ids.has(id); twin++) id = `v1.${twin}:${button.call}`;
  if (id.length > limits.customId) return [];
  ids.add(id);
  return [{ type: ComponentType.Button, style: tones[button.tone ?? "plain"], label, custom_id: id }];
}

const tones = { plain: ButtonStyle.Secondary, primary: ButtonStyle.Primary, danger: ButtonStyle.Danger } as const;

/** The call behind a custom id; undefined where it is of another time or not ours. */
export const callOf = (customId: string): string | undefined => /^v1(?:\.\d+)?:(.+)$/s.exec(customId)?.[1];

function renderImage({ png, alt, name }: Extract<Block, { kind: "image" }>, files: Rendered["files"][number][]): APIComponentInContainer {
  const description = cleanText(alt).slice(0, limits.altText).toWellFormed();
  return { type: ComponentType.MediaGallery, items: [{ media: { url: attach(name, png, files) }, ...(description && { description }) }] };
}

/** Discord refers to a file by its name: plain letters, each name once. */
function attach(name: string, bytes: Uint8Array, files: Rendered["files"][number][]): string {
  const plain = `${files.length > 0 ? `${files.length}-` : ""}${name.replace(/[^\w.-]+/g, "-").slice(-80) || "file"}`;
  files.push({ name: plain, bytes });
  return `attachment://${plain}`;
}

function chunk<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, place) => all.slice(place * size, place * size + size));
}
