import type { DomDocument, DomElement } from "./dom.ts";

/** How much of the page's text a block may hold and still be taken for furniture: more is rather the article, oddly named. */
const largestFurniture = 0.35;
const largestNamed = 0.2;

const never = "script,style,noscript,template,iframe,object,embed,svg,canvas,select,button,dialog,audio,video";
const furniture = "nav,aside,footer,figcaption,menu,address";

/** Words of class and id names that mark what surrounds an article. A word counts as a whole: "share" is none of "shareholder". */
const named = new RegExp(
  `(?:^|[\\s_-])(?:${[
    "related|recommend(?:ed|ation|ations)?|also[_-]?(?:read|like)|read[_-]?(?:more|next|also)|more[_-]?(?:on|from|stories|articles|news)|teasers?|mehr[_-]?zum|weitere",
    "shar(?:e|es|ing)|social(?:s|[_-]?media|[_-]?share)?|sharedaddy|addthis|follow(?:[_-]?us)?",
    "newsletters?|subscri(?:be|ption|ptions)|signup|sign[_-]?up|promos?|promotion|advert\\w*|ads?|adsense|banner|sponsored?|outbrain|taboola|paywall|donat(?:e|ion)",
    "captions?|credits?|figcaption|gallery|slideshow|image[_-]?(?:info|source|meta)|bildunterschrift|wp-caption-text|media[_-]?caption|photo[_-]?credit",
    "byline|author(?:[_-]?(?:box|bio|info|card|name|meta))?|bio|dateline|timestamp|meta(?:data)?|post[_-]?meta|entry[_-]?meta|article[_-]?meta|kicker|tags?|tag[_-]?(?:list|cloud)|taxonomy|keywords|categories|post[_-]?tags|entry[_-]?footer",
    "comments?|comment[_-]?(?:list|form|area)|respond|disqus|kommentare?|discussion",
    "sidebar|side[_-]?bar|widgets?|breadcrumbs?|pagination|pager|navigation|nav(?:bar)?|menu|footer|toolbar|topbar|skip[_-]?link|cookies?|consent|gdpr|modal|popup|overlay",
    "infobox|factbox|box[_-]?info|print|tools|article[_-]?tools|rating|poll|jump[_-]?(?:to|link)|toc|shortcut|hidden|visually[_-]?hidden|sr[_-]?only|screen[_-]?reader[_-]?text|noprint|donotprint",
  ].join("|")})(?=$|[\\s_-])`,
  "i",
);

/** Takes out what surrounds the article: navigation, sharing, captions, related links, comments. Changes the document. `gentle` trusts only elements, not names. */
export function cleanPage(document: DomDocument, gentle = false): void {
  for (const element of document.querySelectorAll(never)) element.remove();
  const body = document.querySelector("body") ?? document.documentElement;
  if (!body) return;
  const lengthOf = createLengths();
  const all = Math.max(lengthOf(body), 1);
  const share = (element: DomElement): number => lengthOf(element) / all;
  for (const element of [...document.querySelectorAll(furniture)]) {
    if (share(element) < largestFurniture) element.remove();
  }
  removeHidden(document, share);
  if (gentle) return;
  for (const element of [...document.querySelectorAll("[class],[id]")]) {
    if (isFurnitureByName(element) && share(element) < largestNamed) element.remove();
  }
}

function removeHidden(document: DomDocument, share: (element: DomElement) => number): void {
  for (const element of [...document.querySelectorAll('[hidden],[aria-hidden="true"],[style*="display:none"],[style*="display: none"]')]) {
    if (share(element) < largestFurniture) element.remove();
  }
}

function isFurnitureByName(element: DomElement): boolean {
  if (/^(?:html|body|main|article|h1)$/i.test(element.tagName)) return false;
  const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`.replace(/([a-z])([A-Z])/g, "$1-$2");
  return names.length < 400 && named.test(names);
}

/** Length of an element's text, measured once for each: asking textContent for every selector makes the pass several times slower. */
function createLengths(): (element: DomElement) => number {
  const lengths = new WeakMap<object, number>();
  const measure = (node: DomElement): number => {
    const known = lengths.get(node);
    if (known !== undefined) return known;
    let length = 0;
    for (const child of node.childNodes) {
      if (child.nodeType === 3) length += (child.textContent ?? "").trim().length;
      else if (child.nodeType === 1) length += measure(child);
    }
    lengths.set(node, length);
    return length;
  };
  return measure;
}
