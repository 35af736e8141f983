import { limits, texts } from "./limits.ts";
import { keep } from "./refusal.ts";
import type { Rules } from "./rules.ts";

/** RichText and RichBlock of the Bot API 10.1, as far as this stand-in reads them. */
export type RichText = string | readonly RichText[] | { readonly type: string; readonly text: RichText; readonly url?: string };
export type RichBlock = { readonly type: string } & Readonly<Record<string, unknown>>;
export interface RichMessage {
  readonly blocks: readonly RichBlock[];
}

interface Node {
  readonly tag: string;
  readonly attributes: string;
  readonly children: (Node | string)[];
}

/** Tags by the descriptions of RichBlock* and RichText* in the Bot API. */
const blockTags = new Set("h1 h2 h3 h4 h5 h6 p ul li blockquote details hr footer".split(" "));
const inlineTypes: Readonly<Record<string, string>> = {
  b: "bold",
  i: "italic",
  u: "underline",
  s: "strikethrough",
  code: "code",
  mark: "marked",
  a: "url",
};
const parts = new Set(["cite", "summary"]);

/** Exactly one of html and markdown (InputRichMessage); this stand-in reads html alone. @throws Refusal */
export function readRich(input: unknown, rules: Rules): RichMessage {
  const { html, markdown } = (input ?? {}) as { readonly html?: string; readonly markdown?: string };
  keep(rules, "richOne", (html === undefined) !== (markdown === undefined), texts.richOne);
  const root = parse(html ?? "", rules);
  const { characters, blocks, depth } = measure(root);
  keep(rules, "richEmpty", characters > 0, texts.empty);
  keep(rules, "richText", characters <= limits.richText, texts.tooLong);
  keep(rules, "richBlocks", blocks <= limits.richBlocks, texts.tooManyBlocks);
  keep(rules, "richDepth", depth <= limits.richDepth, texts.tooDeep);
  return { blocks: blocksOf(root.children) };
}

function parse(html: string, rules: Rules): Node {
  const root: Node = { tag: "", attributes: "", children: [] };
  const open = [root];
  const must = (isSo: boolean, words: string): void => keep(rules, "richTag", isSo, `${texts.richParse}: ${words}`);
  for (const [piece, closing, tag = "", attributes = ""] of html.matchAll(/<(\/?)([a-z][a-z0-9-]*)([^>]*?)\/?>|[^<]+|</g)) {
    const top = open.at(-1) as Node;
    if (tag === "") {
      must(piece !== "<", "unescaped <");
      top.children.push(plain(piece));
    } else if (closing) {
      must(top.tag === tag, `unexpected end tag ${tag}`);
      if (open.length > 1) open.pop();
    } else {
      must(blockTags.has(tag) || parts.has(tag) || inlineTypes[tag] !== undefined, `unsupported tag ${tag}`);
      const node: Node = { tag, attributes, children: [] };
      top.children.push(node);
      if (tag !== "hr") open.push(node);
    }
  }
  must(open.length === 1, `no end tag for ${open.at(-1)?.tag}`);
  return root;
}

const plain = (text: string): string =>
  text.replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

interface Measure {
  readonly characters: number;
  readonly blocks: number;
  readonly depth: number;
}

function measure({ tag, children }: Node): Measure {
  const inner = children.map((child) => (typeof child === "string" ? { characters: child.length, blocks: 0, depth: 0 } : measure(child)));
  const sum = (count: (one: Measure) => number): number => inner.reduce((total, one) => total + count(one), 0);
  return {
    characters: sum(({ characters }) => characters),
    blocks: sum(({ blocks }) => blocks) + (blockTags.has(tag) ? 1 : 0),
    depth: Math.max(0, ...inner.map(({ depth }) => depth)) + (tag === "" ? 0 : 1),
  };
}

/** Words between blocks are a paragraph. */
function blocksOf(children: readonly (Node | string)[]): readonly RichBlock[] {
  const found: RichBlock[] = [];
  let loose: (Node | string)[] = [];
  const flush = (): void => {
    if (loose.length > 0) found.push({ type: "paragraph", text: textOf(loose) });
    loose = [];
  };
  for (const child of children) {
    if (typeof child === "string" || !blockTags.has(child.tag)) loose.push(child);
    else {
      flush();
      found.push(blockOf(child));
    }
  }
  flush();
  return found;
}

function blockOf({ tag, children }: Node): RichBlock {
  const isPart = (child: Node | string, name: string): child is Node => typeof child !== "string" && child.tag === name;
  const part = (name: string): RichText =>
    textOf(children.filter((child) => isPart(child, name)).flatMap((child) => (child as Node).children));
  const rest = children.filter((child) => !isPart(child, "cite") && !isPart(child, "summary"));
  if (tag === "hr") return { type: "divider" };
  if (tag === "ul")
    return {
      type: "list",
      items: children.map((item) => ({ label: "•", blocks: blocksOf(typeof item === "string" ? [item] : item.children) })),
    };
  if (tag === "blockquote") return { type: "blockquote", blocks: blocksOf(rest), credit: part("cite") };
  if (tag === "details") return { type: "details", summary: part("summary"), blocks: blocksOf(rest) };
  if (tag === "p" || tag === "footer") return { type: tag === "p" ? "paragraph" : "footer", text: textOf(children) };
  return { type: "heading", size: Number(tag.slice(1)), text: textOf(children) };
}

function textOf(children: readonly (Node | string)[]): RichText {
  const texts = children.map((child): RichText => {
    if (typeof child === "string") return child;
    const url = /href="([^"]*)"/.exec(child.attributes)?.[1];
    return { type: inlineTypes[child.tag] ?? child.tag, text: textOf(child.children), ...(url !== undefined && { url: plain(url) }) };
  });
  return texts.length === 1 && texts[0] !== undefined ? texts[0] : texts;
}

/** What a person reads in it, a line a block. */
export const wordsOfRich = ({ blocks }: RichMessage): string => blocks.map(wordsOfBlock).join("\n");

const plainOf = (text: RichText | undefined): string => {
  if (text === undefined || typeof text === "string") return text ?? "";
  return "text" in text ? plainOf(text.text) : text.map(plainOf).join("");
};

function wordsOfBlock({ text, summary, credit, blocks, items }: RichBlock): string {
  const inner = ((items ?? blocks ?? []) as readonly RichBlock[]).map(wordsOfBlock);
  const label = items === undefined ? "" : "• ";
  return [plainOf(summary as RichText), plainOf(text as RichText), ...inner.map((line) => label + line), plainOf(credit as RichText)]
    .filter((line) => line !== "")
    .join("\n");
}
