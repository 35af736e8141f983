import { SourceError } from "../model/errors.ts";
import { type PrintedText, type Run, readLayout } from "./layout.ts";

/** An article has few pages; of a book the beginning is read. */
const mostPages = 40;

/**
 * The text of a PDF that has text in it; what was scanned has none. Scripts in it are never run, nothing is fetched, fonts are not loaded.
 * @throws SourceError ("unreadable") when it is broken, locked with a password, or holds only pictures.
 */
export async function readPdf(bytes: Uint8Array): Promise<PrintedText> {
  // 2 MB of code for the few who hand over a PDF: loaded with the first.
  const { getDocumentProxy } = await import("unpdf");
  const document = await open(() =>
    getDocumentProxy(new Uint8Array(bytes), { disableFontFace: true, useSystemFonts: false, verbosity: 0 }),
  );
  const pages: (readonly Run[])[] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number++) {
    const { items } = await open(async () => (await document.getPage(number)).getTextContent());
    pages.push(items.flatMap((item) => ("str" in item ? toRun(item) : [])));
  }
  const printed = readLayout(pages);
  if (printed.paragraphs.length === 0) throw new SourceError("unreadable", "The PDF holds pictures of pages, no text.");
  return printed;
}

/** The size of letters is the length of the second column of the run's matrix. */
function toRun({ str, transform }: { readonly str: string; readonly transform: readonly number[] }): Run {
  const [, , c = 0, d = 0, x = 0, y = 0] = transform;
  return { text: str, x, y, size: Math.hypot(c, d) };
}

async function open<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    const isLocked = (cause as Error).name === "PasswordException";
    throw new SourceError("unreadable", isLocked ? "The PDF is locked with a password." : "The PDF is broken and cannot be read.", {
      cause,
    });
  }
}
