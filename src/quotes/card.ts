import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { QuoteHit } from "../model/quote.ts";
import { breakLines, fitText, layOut, lineHeightOf, smallest } from "./card-layout.ts";
import { type FontWidths, readFontWidths } from "./font.ts";

export type CardTheme = "light" | "dark";

/** Pixels. Chats show 16:9 whole beside a message; longer words get a taller card before they get small. */
const width = 1200;
const margin = 84;
const shapes = [
  { height: 675, least: 52 },
  { height: 900, least: 46 },
  { height: 1200, least: smallest },
];
/** A third of this on a phone. */
const [nameSize, roleSize, footSize] = [42, 32, 28];
const roleLine = 42;

const themes: Readonly<
  Record<CardTheme, { readonly paper: string; readonly ink: string; readonly quiet: string; readonly accent: string }>
> = {
  light: { paper: "#faf8f3", ink: "#1f1d1a", quiet: "#6b665d", accent: "#a23b2a" },
  dark: { paper: "#191a1d", ink: "#f1eee7", quiet: "#a09b91", accent: "#e08a6d" },
};

/** assets/ lies as deep from src/quotes/ as from dist/app/. */
const fontFile = (name: string): string => fileURLToPath(new URL(`../../assets/fonts/${name}.ttf`, import.meta.url));
const faces = { regular: fontFile("PTSerif-Regular"), bold: fontFile("PTSerif-Bold") };

const facesRead = lazily(() => ({ regular: readFontWidths(readFileSync(faces.regular)), bold: readFontWidths(readFileSync(faces.bold)) }));

function lazily<T>(read: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= read();
    return value;
  };
}

/** The letters and digits that a card prints and a lookup accepts (`check:abc123`): the head of the quote's id. */
export const checkCode = (quoteId: string): string => quoteId.replace(/^q/, "").slice(0, 7).toUpperCase();

/** A quote as a still image (PNG, 1200 pixels wide and 675, 900 or 1200 high). The renderer is loaded with the first card. */
export async function drawCard(hit: QuoteHit, theme: CardTheme): Promise<Uint8Array> {
  const { Resvg } = await import("@resvg/resvg-js");
  const renderer = new Resvg(drawSvg(hit, theme), {
    font: { fontFiles: [faces.regular, faces.bold], loadSystemFonts: false, defaultFontFamily: "PT Serif" },
  });
  return renderer.render().asPng();
}

/** The same as SVG: words large and left-aligned, speaker and role under them, outlet, date and check code small at the foot. */
export function drawSvg({ quote, article }: QuoteHit, theme: CardTheme): string {
  const { paper, ink, quiet, accent } = themes[theme];
  const { regular, bold } = facesRead();
  const inner = width - 2 * margin;
  const name = quote.speaker.name ?? quote.speaker.description ?? "";
  const role = quote.speaker.name ? cutLines(breakLines(quote.speaker.role ?? "", inner / roleSize, regular), 2) : [];
  const below = footSize + 34 + role.length * roleLine + nameSize + 46;
  const room = (height: number): number => height - 2 * margin - below;
  const fitting = shapes
    .map(({ height, least }) => ({ height, words: fitText(quote.text, quote.lang, inner, room(height), regular, least) }))
    .find(({ words }) => words);
  const height = fitting?.height ?? shapes.at(-1)!.height;
  const words = fitting?.words ?? layOut(quote.text, quote.lang, inner, room(height), regular);
  const source = [quote.relayedVia, article.outlet, dayOf(article.publishedAt ?? article.fetchedAt, quote.lang)]
    .filter(Boolean)
    .join(" · ");
  const line = (text: string, x: number, y: number, size: number, fill: string, more = ""): string =>
    `<text x="${Math.round(x)}" y="${Math.round(y)}" font-size="${size}" fill="${fill}" ${more}>${escapeXml(text)}</text>`;
  const foot = height - margin;
  const nameAt = foot - footSize - 34 - role.length * roleLine;
  // A little above the middle of the room that is left looks like the middle.
  const spare = room(height) - words.lines.length * lineHeightOf(words.size);
  const top = margin + spare * 0.42 + words.size * 0.92;
  // The opening mark hangs in the margin, so that the words themselves make the edge.
  const hang = regular.widthOf(words.lines[0]?.match(/^[“„«]\s?/u)?.[0] ?? "") * words.size;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="PT Serif">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect x="0" y="0" width="14" height="${height}" fill="${accent}"/>`,
    ...words.lines.map((text, index) =>
      line(text, index === 0 ? margin - hang : margin, top + index * lineHeightOf(words.size), words.size, ink, 'xml:space="preserve"'),
    ),
    line(shorten(name, inner / nameSize, bold), margin, nameAt, nameSize, ink, 'font-weight="700"'),
    ...role.map((text, index) => line(text, margin, nameAt + roleLine * (index + 1), roleSize, quiet)),
    line(shorten(source, (inner - 190) / footSize, regular), margin, foot, footSize, quiet),
    line(checkCode(quote.id), width - margin, foot, footSize, accent, 'text-anchor="end" letter-spacing="2"'),
    "</svg>",
  ].join("\n");
}

const cutLines = (lines: readonly string[], most: number): readonly string[] =>
  lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1]} …`];

function shorten(text: string, widthEm: number, font: FontWidths): string {
  if (font.widthOf(text) <= widthEm) return text;
  let cut = text;
  while (cut.includes(" ") && font.widthOf(`${cut} …`) > widthEm) cut = cut.slice(0, cut.lastIndexOf(" "));
  return `${cut} …`;
}

const dayOf = (at: Date, lang: string): string =>
  new Intl.DateTimeFormat(lang === "und" || lang === "en" ? "en-GB" : lang, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: "UTC",
  }).format(at);

/** Text for an SVG: markup escaped, what no XML may hold left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
