import { SourceError } from "../model/errors.ts";
import { decodeEntities, type EntityTable } from "./entities.ts";

const maxEntities = 64;
const maxDoctypeLength = 64 * 1024;
const maxEntityLength = 4_096;

/**
 * Takes the document type off a document and reads the entities that it defines with their text.
 * External ones are ignored: nothing is ever fetched for a document type.
 * @throws SourceError when it is longer or defines more than any feed needs (entity bombs).
 */
export function readDoctype(text: string): { readonly body: string; readonly entities: EntityTable } {
  const start = findDoctype(text);
  if (start < 0) return { body: text, entities: new Map() };
  const end = endOfDoctype(text, start);
  if (end < 0) throw new SourceError("not-a-feed", "The document type does not end.");
  if (end - start > maxDoctypeLength) throw new SourceError("not-a-feed", "The document type is longer than 64 kB.");
  return { body: text.slice(0, start) + text.slice(end), entities: readEntities(text.slice(start, end)) };
}

/** Only before the first element, and not inside a comment. */
function findDoctype(text: string): number {
  const head = /^(?:\s|\uFEFF|<\?[\s\S]*?\?>|<!--[\s\S]*?-->)*/.exec(text.slice(0, 1_000_000))?.[0].length ?? 0;
  return /^<!doctype/i.test(text.slice(head, head + 9)) ? head : -1;
}

function endOfDoctype(text: string, start: number): number {
  const limit = Math.min(text.length, start + maxDoctypeLength * 2);
  let inside = false;
  let mark = "";
  for (let at = start; at < limit; at++) {
    const char = text[at];
    if (mark !== "") {
      if (char === mark) mark = "";
    } else if (char === '"' || char === "'") mark = char;
    else if (char === "[") inside = true;
    else if (char === "]") inside = false;
    else if (char === ">" && !inside) return at + 1;
  }
  return -1;
}

function readEntities(doctype: string): EntityTable {
  const found = new Map<string, string>();
  for (const [, name, value, other] of doctype.matchAll(/<!ENTITY\s+([\w.-]+)\s+(?:"([^"]*)"|'([^']*)')\s*>/g)) {
    if (found.size >= maxEntities) throw new SourceError("not-a-feed", `The document type defines more than ${maxEntities} entities.`);
    // One entity may use those before it; the length cap ends any growth.
    const text = decodeEntities(value ?? other ?? "", found);
    found.set(name ?? "", text.length > maxEntityLength ? "" : text);
  }
  return found;
}
