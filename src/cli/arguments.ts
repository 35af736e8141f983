import { parseArgs } from "node:util";
import { InputError } from "../model/errors.ts";

export interface CliArguments {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly explain: boolean;
  /** Name of a configured model. */
  readonly model?: string;
}

/** Words and the two switches that commands share. @throws InputError for a switch that does not exist. */
export function readArguments(words: readonly string[], form: string): CliArguments {
  try {
    const { values, positionals } = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { json: { type: "boolean", default: false }, explain: { type: "boolean", default: false }, model: { type: "string" } },
    });
    const { json, explain, model } = values;
    return { words: positionals, json, explain, ...(model !== undefined && { model }) };
  } catch (error) {
    throw new InputError(`${(error as Error).message}\nUse: quoth ${form}`, { cause: error });
  }
}

/** The one word a command needs. @throws InputError showing the form. */
export function getWord({ words }: CliArguments, form: string): string {
  const [word] = words;
  if (word === undefined || words.length > 1) throw new InputError(`Use: quoth ${form}`);
  return word;
}
