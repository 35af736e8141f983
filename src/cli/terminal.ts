import type { Block, Message, Text } from "../model/message.ts";

const codes = { bold: [1, 22], italic: [3, 23], code: [36, 39], strike: [9, 29], mark: [7, 27], quiet: [2, 22] } as const;

/** A message as lines of text; `color` for a terminal that shows styles. Buttons are left out: nothing can be pressed here. */
export function renderTerminal(message: Message, color: boolean, columns = 100): string {
  return message.blocks
    .map((block) => renderBlock(block, color, Math.min(columns, 110)))
    .join("\n")
    .concat("\n");
}

function renderBlock(block: Block, color: boolean, columns: number): string {
  switch (block.kind) {
    case "heading":
      return `${paint(plain(block.text), "bold", color)}${block.aside ? `   ${paint(block.aside, "quiet", color)}` : ""}\n`;
    case "story":
      return `${block.number}  ${paint(plain(block.title), "bold", color)}${block.aside ? `   ${paint(block.aside, "quiet", color)}` : ""}`;
    case "text":
      return wrap(inline(block.text, color), columns, "");
    case "bullet":
      return wrap(`${signs[block.sign ?? "plain"]} ${inline(block.text, color)}`, columns, "   ");
    case "quote":
      return `${wrap(`“${block.text}”`, columns, "   ")}\n      — ${inline(block.speaker, color)}${block.source ? ` · ${inline(block.source, color)}` : ""}`;
    case "evidence":
      return `${wrap(markSpans(block.text, block.mark, color), columns, "     ")}\n     ${paint(plain(block.source), "quiet", color)}`;
    case "image":
      return `[${block.alt}]`;
    case "file":
      return `[${block.name}]`;
    case "note":
      return wrap(paint(inline(block.text, color), "quiet", color), columns, "");
    case "divider":
      return "";
  }
}

const signs = { plain: "•", corrected: "✎", withdrawn: "×", new: "＋" } as const;

export const plain = (text: Text): string => (typeof text === "string" ? text : text.map((run) => run.text).join(""));

function inline(text: Text, color: boolean): string {
  if (typeof text === "string") return text;
  return text
    .map((run) => paint(run.link && !run.text.includes(run.link) ? `${run.text} <${run.link}>` : run.text, run.style, color))
    .join("");
}

function paint(text: string, style: keyof typeof codes | undefined, color: boolean): string {
  if (!style || !color) return text;
  const [on, off] = codes[style];
  return `\u001b[${on}m${text}\u001b[${off}m`;
}

function markSpans(text: string, spans: readonly { readonly start: number; readonly end: number }[], color: boolean): string {
  let marked = text;
  for (const { start, end } of spans.toSorted((a, b) => b.start - a.start)) {
    const inner = marked.slice(start, end);
    marked = `${marked.slice(0, start)}${color ? paint(inner, "mark", true) : `[${inner}]`}${marked.slice(end)}`;
  }
  return marked;
}

/** Breaks between words so that a line has at most `columns` visible characters. */
export function wrap(text: string, columns: number, indent: string): string {
  return text
    .split("\n")
    .flatMap((paragraph) => {
      const lines: string[] = [];
      let line = "";
      for (const word of paragraph.split(" ")) {
        if (line && visible(indent + line).length + 1 + visible(word).length > columns) {
          lines.push(indent + line);
          line = "";
        }
        line = line ? `${line} ${word}` : word;
      }
      return [...lines, indent + line];
    })
    .join("\n");
}

// biome-ignore lint/complexity/useRegexLiterals: an escape character in a literal is easily lost
const escapes = new RegExp("\u001b\\[\\d+m", "g");
const visible = (text: string): string => text.replace(escapes, "");
