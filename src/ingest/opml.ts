import { SourceError } from "../model/errors.ts";
import { decodeBytes } from "./decode.ts";
import { childElements, escapeHtml, findChild, parseXml, textOf, type XmlElement } from "./xml.ts";

/** A feed as a reading list names it. */
export interface OpmlFeed {
  readonly url: string;
  readonly title?: string;
  readonly site?: string;
  /** Names of the outlines around it, outermost first. */
  readonly folders: readonly string[];
}

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

/** Writes a reading list; feeds with the same folders stand together in the order given. */
export function buildOpml(list: { readonly title: string; readonly at: Date; readonly feeds: readonly OpmlFeed[] }): string {
  const groups = new Map<string, OpmlFeed[]>();
  for (const feed of list.feeds) {
    const folder = feed.folders.join(" / ");
    groups.set(folder, [...(groups.get(folder) ?? []), feed]);
  }
  const outlines = [...groups].flatMap(([folder, feeds]) =>
    folder === "" ? feeds.map((feed) => writeFeed(feed, "    ")) : [writeFolder(folder, feeds)],
  );
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<opml version="2.0">',
    `  <head><title>${escapeHtml(list.title)}</title><dateCreated>${list.at.toUTCString()}</dateCreated></head>`,
    "  <body>",
    ...outlines,
    "  </body>",
    "</opml>",
    "",
  ].join("\n");
}

function writeFolder(name: string, feeds: readonly OpmlFeed[]): string {
  return [`    <outline text="${escapeHtml(name)}">`, ...feeds.map((feed) => writeFeed(feed, "      ")), "    </outline>"].join("\n");
}

function writeFeed({ url, title = url, site }: OpmlFeed, indent: string): string {
  const home = site === undefined ? "" : ` htmlUrl="${escapeHtml(site)}"`;
  return `${indent}<outline type="rss" text="${escapeHtml(title)}" title="${escapeHtml(title)}" xmlUrl="${escapeHtml(url)}"${home}/>`;
}
