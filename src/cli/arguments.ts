import { parseArgs } from "node:util";
import { InputError } from "../model/errors.ts";

export interface CliArguments {
  readonly words: readonly string[];
  readonly json: boolean;
  readonly explain: boolean;
  /** Name of a configured model. */
  readonly model?: string;
}

const switches = { json: { type: "boolean" }, explain: { type: "boolean" }, model: { type: "string" } } as const;

/** Words, and the switches that stand in the command's form. @throws InputError for any other switch. */
export function readArguments(words: readonly string[], form: string): CliArguments {
  const options = Object.fromEntries(Object.entries(switches).filter(([name]) => form.includes(`--${name}`)));
  try {
    const { values, positionals } = parseArgs({ args: [...words], allowPositionals: true, options });
    const { json = false, explain = false, model } = values;
    return { words: positionals, json: json === true, explain: explain === true, ...(typeof model === "string" && { model }) };
  } catch (error) {
    // What follows the first sentence is advice for those who write programs.
    throw new InputError(`${(error as Error).message.split(". ")[0]}.\n${useOf(form)}`, { cause: error });
  }
}

/** The one word a command needs. @throws InputError showing the form. */
export function getWord({ words }: CliArguments, form: string): string {
  const [word] = words;
  if (word === undefined || words.length > 1) throw new InputError(useOf(form));
  return word;
}

/** For a command that takes no words. @throws InputError */
export function refuseWords({ words }: CliArguments, form: string): void {
  if (words.length > 0) throw new InputError(`“${words.join(" ")}” is nothing that fits here. ${useOf(form)}`);
}

/** How a command is typed. */
export const useOf = (form: string): string => `Use: npm run -s quoth -- ${form}`;
