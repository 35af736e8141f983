import { scanTags } from "../text/html.ts";

/** Deeper or larger pages are read as plain text: Readability's time grows with the cube of nesting. */
const pageLimits = { depth: 256, elements: 100_000, texts: 100_000 };

const voids = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Closed by their next sibling: they nest only as deep as their lists and tables do. */
const selfClosing = new Set("p li dt dd tr td th thead tbody tfoot option optgroup rt rp".split(" "));

/** True when the nesting or the number of nodes is more than a DOM should be built for. Linear: it gives up at the limit. */
export function isTooDeep(html: string, limits = pageLimits): boolean {
  const open: string[] = [];
  let elements = 0;
  let texts = 0;
  let deepest = 0;
  scanTags(html, {
    open(name) {
      elements += 1;
      if (voids.has(name) || selfClosing.has(name) || deepest > limits.depth) return;
      open.push(name);
      deepest = Math.max(deepest, open.length);
    },
    close(name) {
      if (deepest > limits.depth) return;
      const at = open.lastIndexOf(name);
      if (at >= 0) open.length = at;
    },
    // Each entity and each stray bracket is a piece of text of its own, and becomes a node.
    text() {
      texts += 1;
    },
  });
  return deepest > limits.depth || elements > limits.elements || texts > limits.texts;
}
