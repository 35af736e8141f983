/** Controls, bidi controls, zero-width signs and tags. The joiners U+200C and U+200D stay: scripts and emoji need them. */
const invisible =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]/gu;
/** More marks on one letter than any script uses would cover the lines around it. */
const heapedMarks = /(\p{M}{4})\p{M}+/gu;
/** Telegram makes a mention of "@name" by itself, which pings; a word joiner nobody sees prevents it, also where the name follows in other words. */
const mention = /@(?=[a-z0-9_]|$)/gi;

/** Text from outside as it was written, without what nobody sees; it pings nobody. */
export const cleanText = (text: string): string =>
  text.toWellFormed().replace(/\r\n?/g, "\n").replace(invisible, "").replace(heapedMarks, "$1").replace(mention, "@\u2060");

/** An address of the web that Telegram takes; undefined for any other. */
export function safeLink(link: string): string | undefined {
  if (!URL.canParse(link)) return undefined;
  const { protocol, href } = new URL(link);
  return (protocol === "https:" || protocol === "http:") && href.length <= 2_000 ? href : undefined;
}
