import type { Button } from "../model/message.ts";
import type { QuoteQuery } from "../model/quote.ts";
import { crossKey, nameWords } from "../quotes/people.ts";
import type { Asked, RoomDeps } from "./command.ts";
import { isAscii, maxCall } from "./quote-blocks.ts";

/** Asks the question when pressed: the line itself where it fits into a button, else a name for it. */
export function askButton(label: string, question: string, { call }: Asked, deps: RoomDeps, page = 1): Button {
  const turned = page > 1 ? ` page:${page}` : "";
  const line = `quote ${question}${turned}`;
  const fits = line.length <= maxCall && isAscii(line);
  return { label, call: fits ? line : `quote ~${deps.desk.keepQuestion(question, call.channel.id)}${turned}` };
}

/** The same question put to one person: without the words that named several. */
export function bySpeaker(name: string, { words, phrases }: QuoteQuery): string {
  const parts = nameWords(name).map(crossKey);
  const rest = words.filter((word) => !parts.includes(crossKey(word)));
  return [`speaker:${quoted(name)}`, ...rest, ...phrases.map((phrase) => `"${phrase}"`)].join(" ");
}

/** A value of several words, as one value of a question. */
export const quoted = (value: string): string => (/\s/.test(value) ? `"${value.replaceAll('"', "")}"` : value);
