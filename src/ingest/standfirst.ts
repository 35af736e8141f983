/** Characters by which a paragraph is known as the one that the description quotes. */
const knownBy = 40;
/** A standfirst stands close before the body: farther up stand menus, farther down other articles. */
const closeBefore = 5;
/** Shorter is a caption or a menu's entry, longer is the body. */
const length = { least: 60, most: 600 };

/**
 * The article's lines with the opening paragraph in front that stands apart from the body: the one of the page's paragraphs, close before
 * the body, that the page's own description quotes.
 */
export function withStandfirst(lines: readonly string[], description: string, page: readonly string[]): readonly string[] {
  const head = description.slice(0, knownBy);
  const [first] = lines;
  if (first === undefined || head.length < knownBy || lines.some((line) => line.includes(head))) return lines;
  const at = page.findIndex((line) => line.startsWith(head) && line.length >= length.least && line.length < length.most);
  const body = page.findIndex((line) => line.startsWith(first.slice(0, 60)));
  return at >= 0 && body > at && body - at <= closeBefore ? [page[at]!, ...lines] : lines;
}
