import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { ReadInput } from "../ingest/read.ts";
import { InputError } from "../model/errors.ts";
import type { Io } from "./commands.ts";

/** FILE, URL or "-" (standard input) as something to read. @throws InputError naming the file that cannot be read. */
export async function inputFrom(word: string, io: Io): Promise<ReadInput> {
  if (word === "-") return { text: await readAll(io) };
  if (/^https?:\/\//i.test(word)) return { url: word };
  try {
    return { bytes: await readFile(word), name: basename(word) };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    throw new InputError(`${word} cannot be read: ${whyByCode[code] ?? code}. Give a file, an http address, or - for standard input.`, {
      cause: error,
    });
  }
}

const whyByCode: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  EISDIR: "it is a folder",
  EACCES: "this user may not read it",
};

async function readAll({ input }: Io): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of input) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks).toString("utf8");
}
