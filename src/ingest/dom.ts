import { parseHTML } from "linkedom";

/** What this room uses of a DOM element. */
export interface DomElement {
  readonly tagName: string;
  /** 1 = element, 3 = text. */
  readonly nodeType: number;
  readonly childNodes: Iterable<DomElement>;
  readonly parentElement: DomElement | null;
  readonly textContent: string | null;
  remove(): void;
  getAttribute(name: string): string | null;
  closest(selector: string): DomElement | null;
  querySelector(selector: string): DomElement | null;
  querySelectorAll(selector: string): Iterable<DomElement>;
}

export interface DomDocument extends DomElement {
  readonly title: string;
  readonly documentElement: DomElement | null;
}

/** HTML → a document. Check isTooDeep first. */
export function parseDocument(html: string): DomDocument {
  const whole = /<html[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}
