import { InputError } from "../model/errors.ts";
import type { Button } from "../model/message.ts";
import type { Asked } from "./command.ts";
import { isAscii, maxCall } from "./quote-blocks.ts";

const mostOffered = 5;

/** What was asked fits several, or nothing: what could have been meant are buttons that ask the same again. */
export class WhichOne extends InputError {
  override name = "WhichOne";
  readonly buttons: readonly Button[];
  constructor(reply: string, argument: string, values: readonly string[], asked: Asked) {
    super(reply);
    this.buttons = values
      .slice(0, mostOffered)
      .map((value) => ({ label: value, call: againWith(argument, value, asked) }))
      .filter(({ call }) => call.length <= maxCall && isAscii(call));
  }
}

function againWith(argument: string, value: string, { call, verb, args }: Asked): string {
  const others = Object.entries(args).filter(([name]) => name !== argument);
  const pairs = [...others, [argument, value] as const].map(([name, each]) => `${name}:${/\s/.test(each) ? `"${each}"` : each}`);
  return [call.command, verb, ...pairs].filter(Boolean).join(" ").toWellFormed();
}
