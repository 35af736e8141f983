/** Widths of a TrueType face, read from its own tables (OpenType 1.9: head, hhea, hmtx, cmap format 4): lines break where they really end. */
export interface FontWidths {
  /** Width of a text in em. */
  widthOf(text: string): number;
}

export function readFontWidths(bytes: Uint8Array): FontWidths {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const tables = readTables(view);
  const unitsPerEm = view.getUint16(at(tables, "head") + 18);
  const metrics = view.getUint16(at(tables, "hhea") + 34);
  const hmtx = at(tables, "hmtx");
  const glyphOf = readCharacterMap(view, at(tables, "cmap"));
  const advance = (glyph: number): number => view.getUint16(hmtx + 4 * Math.min(glyph, metrics - 1));
  return {
    widthOf(text) {
      let units = 0;
      for (const letter of text) units += advance(glyphOf(letter.codePointAt(0) ?? 0));
      return units / unitsPerEm;
    },
  };
}

function readTables(view: DataView): ReadonlyMap<string, number> {
  const tables = new Map<string, number>();
  for (let index = 0; index < view.getUint16(4); index++) {
    const record = 12 + 16 * index;
    const tag = String.fromCharCode(view.getUint8(record), view.getUint8(record + 1), view.getUint8(record + 2), view.getUint8(record + 3));
    tables.set(tag, view.getUint32(record + 8));
  }
  return tables;
}

function at(tables: ReadonlyMap<string, number>, tag: string): number {
  const offset = tables.get(tag);
  if (offset === undefined) throw new RangeError(`The font has no ${tag} table.`);
  return offset;
}

/** Code point → glyph of the Basic Multilingual Plane; 0 (the empty box) for what the face lacks. */
function readCharacterMap(view: DataView, cmap: number): (code: number) => number {
  const count = view.getUint16(cmap + 2);
  const subtables = Array.from({ length: count }, (_, index) => cmap + view.getUint32(cmap + 4 + 8 * index + 4));
  const table = subtables.find((offset) => view.getUint16(offset) === 4);
  if (table === undefined) throw new RangeError("The font has no cmap of format 4.");
  const segments = view.getUint16(table + 6) / 2;
  const ends = table + 14;
  const starts = ends + 2 * segments + 2;
  const deltas = starts + 2 * segments;
  const ranges = deltas + 2 * segments;
  return (code) => {
    for (let index = 0; index < segments; index++) {
      if (view.getUint16(ends + 2 * index) < code) continue;
      const start = view.getUint16(starts + 2 * index);
      if (start > code) return 0;
      const range = view.getUint16(ranges + 2 * index);
      const delta = view.getUint16(deltas + 2 * index);
      if (range === 0) return (code + delta) & 0xffff;
      const glyph = view.getUint16(ranges + 2 * index + range + 2 * (code - start));
      return glyph === 0 ? 0 : (glyph + delta) & 0xffff;
    }
    return 0;
  };
}
