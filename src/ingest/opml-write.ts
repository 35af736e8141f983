import { escapeHtml } from "../text/html.ts";

/** A feed as a reading list names it. */
export interface OpmlFeed {
  readonly url: string;
  readonly title?: string;
  readonly site?: string;
  /** Names of the outlines around it, outermost first. */
  readonly folders: readonly string[];
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
