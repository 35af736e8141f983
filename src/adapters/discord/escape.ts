/*
 * Text from outside is shown as it was written and does nothing: no formatting, no link, no mention, no reordering of what stands
 * around it. Escaping follows Discord's own parser: a backslash before punctuation shows the punctuation.
 */

/** Controls, bidi controls, zero-width signs and tags. The joiners U+200C and U+200D stay: scripts and emoji need them. */
const invisible =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** More marks on one letter than any script uses would cover the lines around it. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu;
const joinerRuns = /([\u200c\u200d])[\u200c\u200d]+/g;

/** Without what nobody sees; lines and spaces kept, lone surrogates replaced. */
export function cleanText(text: string): string {
  return text.toWellFormed().replace(/\r\n?/g, "\n").replace(invisible, "").replace(heapedMarks, "$1").replace(joinerRuns, "$1");
}

/** One line, cleaned and escaped. */
export const escapeLine = (text: string): string => escapeMarkdown(cleanText(text).replace(/\s*\n\s*/g, " "));

/** Several lines, cleaned and escaped; empty lines in a row are one. */
export const escapeLines = (text: string): string => escapeMarkdown(cleanText(text).replace(/\n{3,}/g, "\n\n"));

function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\*_~`|<>[\]]/g, "\\$&")
    .replace(/:(?=\/\/)/g, "\\:")
    .replace(/@(?=everyone|here)/gi, "@\u2060")
    .replace(/^(\s*)([#+-])/gm, "$1\\$2")
    .replace(/^(\s*\d{1,9})([.)])(?=\s|$)/gm, "$1\\$2");
}

/** An address that cannot end the brackets it stands in; undefined where it is none of the web. */
export function safeLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  if (protocol !== "https:" && protocol !== "http:") return undefined;
  const safe = href.replace(/[()<>\\*_~`|[\]]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
  return safe.length > 2_000 ? undefined : safe;
}
