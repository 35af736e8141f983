import type { Run, Text } from "../../model/message.ts";
import { cleanText, safeLink } from "./clean.ts";

export type EntityType = "bold" | "italic" | "code" | "strikethrough" | "underline" | "text_link" | "blockquote" | "expandable_blockquote";

/** MessageEntity of the Bot API: offset and length in UTF-16 units. */
export interface Entity {
  readonly type: EntityType;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

export interface Formatted {
  readonly text: string;
  readonly entities: readonly Entity[];
}

export interface Writer {
  /** Our own signs and words, as they are. */
  add(text: string, type?: EntityType): void;
  /** Words from outside: cleaned, never markup. */
  addText(text: Text, type?: EntityType): void;
  /** All that `write` adds stands in one entity. */
  inside(type: EntityType, write: () => void): void;
  finish(): Formatted;
}

const styles: Readonly<Record<NonNullable<Run["style"]>, EntityType>> = {
  bold: "bold",
  italic: "italic",
  code: "code",
  strike: "strikethrough",
  mark: "underline",
  quiet: "italic",
};

/** Text and entities side by side: nothing is ever parsed, so nothing has to be escaped. */
export function createWriter(): Writer {
  let text = "";
  const entities: Entity[] = [];
  const inside = (type: EntityType, write: () => void, url?: string): void => {
    const offset = text.length;
    write();
    const length = text.length - offset;
    if (length > 0) entities.push({ type, offset, length, ...(url !== undefined && { url }) });
  };
  const add = (words: string, type?: EntityType): void => {
    const write = (): void => {
      text += words;
    };
    if (type === undefined) write();
    else inside(type, write);
  };
  const addRun = ({ text: words, style, link }: Run): void => {
    const url = link === undefined ? undefined : safeLink(link);
    const write = (): void => add(cleanText(words), style && styles[style]);
    if (url === undefined) write();
    else inside("text_link", write, url);
  };
  return {
    add,
    inside,
    addText(words, type) {
      const write = (): void => {
        for (const run of typeof words === "string" ? [{ text: words }] : words) addRun(run);
      };
      if (type === undefined) write();
      else inside(type, write);
    },
    finish: () => trimmed({ text, entities }),
  };
}

/** Telegram cuts white space at both ends, and would move the entities with it. */
function trimmed({ text, entities }: Formatted): Formatted {
  const lead = text.length - text.trimStart().length;
  const inner = text.trim();
  const kept = entities.flatMap((entity) => {
    const start = Math.max(0, entity.offset - lead);
    const end = Math.min(inner.length, entity.offset + entity.length - lead);
    return end > start ? [{ ...entity, offset: start, length: end - start }] : [];
  });
  return { text: inner, entities: kept.toSorted((a, b) => a.offset - b.offset || b.length - a.length) };
}
