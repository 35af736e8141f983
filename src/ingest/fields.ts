import { foldSpace, looksLikeHtml, toLine } from "../text/html.ts";
import { readDate } from "./date.ts";
import type { DocumentContext } from "./document.ts";
import { childElements, findChild, markupOf, textOf, type XmlElement } from "./xml.ts";

/** The base address at an element: xml:base of it and its ancestors over Content-Location over the document's own address. */
export function baseOf(element: XmlElement | undefined, context: DocumentContext): string | undefined {
  const bases: string[] = [];
  for (let at = element; at; at = at.parent) {
    const own = at.attributes["xml:base"];
    if (own !== undefined) bases.unshift(own);
  }
  const located = resolve(context.headers?.["content-location"], context.url);
  const first = located !== undefined && /^https?:/i.test(located) ? located : context.url;
  return bases.reduce<string | undefined>((base, own) => resolve(own, base) ?? base, first);
}

/** An address against a base; what is no address comes back undefined, a relative one without a base as it was. */
export function resolve(address: string | undefined, base: string | undefined): string | undefined {
  const text = address?.trim();
  if (!text) return undefined;
  if (URL.canParse(text)) return text;
  if (/\s/.test(text)) return undefined;
  return base !== undefined && URL.canParse(text, base) ? new URL(text, base).href : base === undefined ? text : undefined;
}

/** xml:lang of the element or the nearest ancestor that has one. */
export function langOf(element: XmlElement | undefined): string | undefined {
  for (let at = element; at; at = at.parent) {
    const own = at.attributes["xml:lang"] ?? at.attributes.lang;
    if (own !== undefined && own.trim() !== "") return own.trim();
  }
  return undefined;
}

/** A language tag as the model writes it: BCP 47, lower case; what is none is left out. */
export function languageTag(text: string | undefined): string | undefined {
  const tag = text?.trim().toLowerCase().replace(/_/g, "-");
  return tag !== undefined && /^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/.test(tag) ? tag : undefined;
}

/** The first non-empty text among the named children, in the order of the names. */
export function findText(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childElements(element, name)) {
      const text = textOf(child);
      if (text !== "") return text;
    }
  }
  return undefined;
}

/** As findText, with inline elements written out: fields that hold HTML. */
export function findMarkup(element: XmlElement, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    for (const child of childElements(element, name)) {
      const markup = markupOf(child);
      if (markup !== "") return markup;
    }
  }
  return undefined;
}

export function findDate(element: XmlElement, ...names: readonly string[]): Date | undefined {
  for (const name of names) {
    const text = textOf(findChild(element, name));
    const date = text === "" ? undefined : readDate(text);
    if (date) return date;
  }
  return undefined;
}

/** Words of a body that may stand for a missing title. */
const titleLength = 80;

/** A title for an entry that has none: the first words of its text. */
export function titleFromBody(body: string | undefined): string | undefined {
  if (!body) return undefined;
  const line = toLine(body.slice(0, 4_000));
  if (line.length <= titleLength) return line === "" ? undefined : line;
  const cut = line.lastIndexOf(" ", titleLength);
  return `${line.slice(0, cut > 20 ? cut : titleLength)}…`;
}

/** A title as one plain line. */
export function plainTitle(title: string | undefined): string | undefined {
  if (title === undefined) return undefined;
  const raw = foldSpace(title);
  // A title that is nothing but a tag was meant literally.
  const line = looksLikeHtml(title) ? toLine(title) || raw : raw;
  return line === "" ? undefined : line;
}

/** "name", "mail (name)" or "name <mail>" → the name; a bare address stays. */
export function personName(text: string | undefined): string | undefined {
  const line = text?.replace(/\s+/g, " ").trim();
  if (!line) return undefined;
  const inBrackets = /^\S+@\S+ \((.+)\)$/.exec(line)?.[1];
  const name = inBrackets ?? line.replace(/\s*[<(]?\b[^\s<>()]+@[^\s<>()]+[>)]?\s*$/, "").trim();
  return name === "" ? line : name;
}
