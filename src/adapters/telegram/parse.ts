import type { CommandList } from "../../model/command.ts";
import { readLink } from "./link.ts";
import type { ChatMessage } from "./updates.ts";

export interface Typed {
  readonly command: string;
  readonly line: string;
  /** The address of another chat that it is about: a link from there was followed. */
  readonly about?: string;
}

/** What a message asks of us; undefined when it is none of our business. In private every word is meant for us. */
export function readTyped(message: ChatMessage, botName: string, commands: CommandList): Typed | undefined {
  const text = (message.text ?? message.caption ?? "").trim();
  const isPrivate = message.chat.type === "private";
  const match = /^\/([a-z0-9_]{1,32})(?:@(\w+))?(?:\s+([\s\S]*))?$/i.exec(text);
  if (match?.[1] !== undefined) {
    const [, name, addressee, line = ""] = match;
    // In private there is no other bot; and one that was told no name of its own takes what it knows.
    const isForAnother = addressee !== undefined && botName !== "" && addressee.toLowerCase() !== botName.toLowerCase();
    if (isForAnother && !isPrivate) return undefined;
    const isOurs = knows(commands, name);
    if (!isOurs && !isPrivate && (addressee === undefined || botName === "")) return undefined;
    return name.toLowerCase() === "start" && line !== "" ? readDeepLink(line, commands) : { command: name.toLowerCase(), line };
  }
  if (!isPrivate) return undefined;
  if (message.document || /^https?:\/\/\S+$/i.test(text)) return { command: "article", line: text };
  return text === "" ? undefined : { command: "quote", line: text };
}

const knows = (commands: CommandList, name: string): boolean =>
  commands.some((command) => command.name === name.toLowerCase() || command.aliases.includes(name.toLowerCase()));

/** t.me/bot?start=quote_carpenter_surrender: only what anybody may ask; a link changes nothing. */
function readDeepLink(payload: string, commands: CommandList): Typed {
  const linked = readLink(payload);
  if (linked) return linked;
  const [command = "", ...words] = payload.split("_");
  const shape = commands.find(({ name }) => name === command);
  const isHarmless = shape?.verbs.every(({ who }) => who === "anyone") ?? false;
  return isHarmless ? { command, line: words.join(" ") } : { command: "help", line: "" };
}

/** "@channel" or a channel's id in a manager's line; the rest of the line. */
export function takeChat(line: string): { readonly chat: string; readonly line: string } | undefined {
  const match = /(?:^|\s)(@[a-z]\w{3,31}|-100\d{5,13})(?=\s|$)/i.exec(line);
  if (match?.[1] === undefined) return undefined;
  return { chat: match[1], line: `${line.slice(0, match.index)}${line.slice(match.index + match[0].length)}`.trim() };
}
