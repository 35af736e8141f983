import { SourceError } from "../model/errors.ts";
import { decodeBytes } from "./decode.ts";
import type { OpmlFeed } from "./opml-write.ts";
import { childElements, findChild, parseXml, textOf, type XmlElement } from "./xml.ts";

export interface Opml {
  readonly title?: string;
  /** Each address once, in order. */
  readonly feeds: readonly OpmlFeed[];
}

const maxFeeds = 2_000;
const maxNesting = 16;

/**
 * Reads an OPML reading list (opml.org/spec2): every outline with an xmlUrl, at any depth.
 * @throws SourceError ("not-a-feed") when the document is no OPML.
 */
export function parseOpml(bytes: Uint8Array): Opml {
  const tree = parseXml(decodeBytes(bytes, { kind: "xml" }).text);
  const root = findChild(tree, "opml");
  const body = root && findChild(root, "body");
  if (!root || !body) throw new SourceError("not-a-feed", "The file is no OPML reading list.");
  const feeds = new Map<string, OpmlFeed>();
  collect(body, [], feeds);
  const title = textOf(findChild(findChild(root, "head") ?? root, "title"));
  return { feeds: [...feeds.values()], ...(title !== "" && { title }) };
}

function collect(outline: XmlElement, folders: readonly string[], feeds: Map<string, OpmlFeed>): void {
  for (const child of childElements(outline, "outline")) {
    if (feeds.size >= maxFeeds) return;
    const { xmlurl, htmlurl, title, text } = child.attributes;
    const url = (xmlurl ?? "")
      .trim()
      .replace(/^feed:(?:\/\/)?(?=https?:)/i, "")
      .replace(/^feed:/i, "http:");
    const name = (title ?? text ?? "").trim();
    if (/^https?:\/\//i.test(url) && !feeds.has(url))
      feeds.set(url, { url, folders, ...(name !== "" && { title: name }), ...(htmlurl?.trim() && { site: htmlurl.trim() }) });
    if (folders.length < maxNesting) collect(child, name === "" || url !== "" ? folders : [...folders, name], feeds);
  }
}
