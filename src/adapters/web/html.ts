import { escapeHtml } from "../../text/html.ts";

/** A piece of HTML that is safe to stand in a page. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Part = Html | string | number | undefined | false | readonly Part[];

/** A template whose values are escaped, unless they are Html themselves. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  return new Html(strings.reduce((whole, piece, place) => whole + piece + (place < parts.length ? textOf(parts[place]) : ""), ""));
}

function textOf(part: Part): string {
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.text;
  if (typeof part === "string" || typeof part === "number") return escapeText(`${part}`);
  return part.map(textOf).join("");
}

/** Also drops what no document may hold and what turns the direction of the text around it. */
const escapeText = (text: string): string =>
  escapeHtml(text.toWellFormed().replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f\u202a-\u202e\u2066-\u2069]/g, "")).replaceAll(
    "'",
    "&#39;",
  );
