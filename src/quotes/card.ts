import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { QuoteHit } from "../model/quote.ts";
import { breakLines, layOut, lineHeightOf } from "./card-layout.ts";
import { type FontWidths, readFontWidths } from "./font.ts";

export type CardTheme = "light" | "dark";

/** 1200 × 675: what chats show whole beside a message. */
const width = 1200;
const height = 675;
const margin = 84;

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

/** A quote as a still image (PNG, 1200 × 675). The renderer is loaded with the first card. */
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
  const words = layOut(quote.text, quote.lang, inner, 330, regular);
  const name = quote.speaker.name ?? quote.speaker.description ?? "";
  const role = quote.speaker.name ? (breakLines(quote.speaker.role ?? "", inner / 25, regular).slice(0, 2) as readonly string[]) : [];
  const speakerAt = height - margin - 44 - role.length * 34;
  const source = [quote.relayedVia, article.outlet, dayOf(article.publishedAt ?? article.fetchedAt, quote.lang)]
    .filter(Boolean)
    .join(" · ");
  const line = (text: string, x: number, y: number, size: number, fill: string, more = ""): string =>
    `<text x="${x}" y="${Math.round(y)}" font-size="${size}" fill="${fill}" ${more}>${escapeXml(text)}</text>`;
  const top = margin + words.size * 0.95;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="PT Serif">`,
    `<rect width="${width}" height="${height}" fill="${paper}"/>`,
    `<rect x="0" y="0" width="14" height="${height}" fill="${accent}"/>`,
    ...words.lines.map((text, index) => line(text, margin, top + index * lineHeightOf(words.size), words.size, ink)),
    line(shorten(name, inner / 34, bold), margin, speakerAt, 34, ink, 'font-weight="700"'),
    ...role.map((text, index) => line(text, margin, speakerAt + 36 + index * 32, 25, quiet)),
    line(shorten(source, (inner - 160) / 22, regular), margin, height - margin + 22, 22, quiet),
    line(checkCode(quote.id), width - margin, height - margin + 22, 22, accent, 'text-anchor="end" letter-spacing="2"'),
    "</svg>",
  ].join("\n");
}

function shorten(text: string, widthEm: number, font: FontWidths): string {
  if (font.widthOf(text) <= widthEm) return text;
  let cut = text;
  while (cut.includes(" ") && font.widthOf(`${cut} …`) > widthEm) cut = cut.slice(0, cut.lastIndexOf(" "));
  return `${cut} …`;
}

const dayOf = (at: Date, lang: string): string =>
  new Intl.DateTimeFormat(lang === "und" ? "en" : lang, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }).format(at);

/** Text for an SVG: markup escaped, what no XML may hold left out. */
const escapeXml = (text: string): string =>
  text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff\u202a-\u202e\u2066-\u2069]/g, "")
    .replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
