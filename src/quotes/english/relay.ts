import type { MarkedSegment } from "../marks.ts";

/** A full stop only within: "Censor.NET". */
const word = "\\p{Lu}(?:[\\p{L}’'&-]|\\.(?=\\p{L}))*";
const outlet = `((?:the\\s)?${word}(?:\\s(?:of\\s|and\\s|the\\s)?${word}){0,4})`;

/** How an article says that somebody's words came through another outlet. */
const patterns: readonly RegExp[] = [
  new RegExp(`(?:citing|with reference to|as reported by|referring to)\\s${outlet}`, "u"),
  new RegExp(
    `(?:in an interview (?:with|to|for|on)|in an interview for|speaking (?:to|on|with)|in (?:a )?comments? (?:to|for))\\s(?:the\\s)?${outlet}`,
    "u",
  ),
  new RegExp(`\\b(?:told|tells|telling)\\s(?:the\\s)?${outlet}(?=[\\s,.])`, "u"),
  /(?:wrote|posted|said|writes|tweeted)\s(?:on|in)\s(?:his\s|her\s|their\s)?(Twitter|X|Facebook|Telegram|Instagram|Truth Social|Threads|LinkedIn)(?!\p{L})/u,
];

/** "They told reporters", "told a judge": no outlet. */
const noOutlet =
  /^(?:Congress|Parliament|Senate|House|Reporters|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|I|He|She|Mr|Mrs|Ms|Trump|Clinton)$/u;

/** For each segment: the outlet it was spoken to, named in its own paragraph or, once for the whole article, in its opening. */
export function findRelay(text: string, segments: readonly MarkedSegment[]): (segment: MarkedSegment) => string | undefined {
  const outside = blank(text, segments);
  const opening = /citing|with reference to|in an interview/u.test(outside.slice(0, 900)) ? findOutlet(outside.slice(0, 900)) : undefined;
  return (segment) => {
    const start = outside.lastIndexOf("\n\n", segment.start);
    const end = outside.indexOf("\n\n", segment.end);
    return findOutlet(outside.slice(Math.max(start, 0), end < 0 ? undefined : end)) ?? opening;
  };
}

function findOutlet(text: string): string | undefined {
  for (const pattern of patterns) {
    const name = pattern
      .exec(text)?.[1]
      ?.replace(/[.,]$/, "")
      .replace(/[’']s$/, "")
      .trim();
    if (name && !noOutlet.test(name)) return name;
  }
  return undefined;
}

/** "Censor.NET reports citing …", "OUTLET writes": the outlet whose report this is. */
export function findReporter(text: string, segments: readonly MarkedSegment[]): string | undefined {
  const outside = blank(text, segments).slice(0, 1200);
  const match = new RegExp(
    `(?:^|[.,]\\s|\\n)(?:as\\s)?${outlet}\\s(?:reports?|informs?|writes)(?:\\s(?:citing|with reference to)|[,.])`,
    "u",
  ).exec(outside);
  return match?.[1]?.trim();
}

/** The text with what stands in quotation marks blanked out, offsets unchanged. */
function blank(text: string, segments: readonly MarkedSegment[]): string {
  let out = "";
  let at = 0;
  for (const { start, end } of segments) {
    out += text.slice(at, start) + " ".repeat(end - start);
    at = end;
  }
  return out + text.slice(at);
}
