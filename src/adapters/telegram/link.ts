/*
 * t.me/BOT?start=PAYLOAD opens the private chat; whoever presses Start there sends "/start PAYLOAD". A payload has at most 64 of A-Z a-z 0-9 _ -
 * (Bot API, deep linking). "at_CHAT_WORDS" asks about a chat, its id in base 36, its topic after "--"; the words of the call stand between underscores.
 */
const payload = /^at_(-?[0-9a-z]{1,12}(?:--[0-9a-z]{1,12})?)_([A-Za-z0-9_-]+)$/;

/** Undefined where the call does not fit. */
export function linkTo(botName: string, address: string, call: string): string | undefined {
  const chat = address
    .split("/")
    .map((id) => Number(id).toString(36))
    .join("--");
  const start = `at_${chat}_${call.replaceAll(" ", "_")}`;
  const isWhole = !call.includes("_") && payload.test(start) && start.length <= 64;
  return isWhole && botName !== "" ? `https://t.me/${botName}?start=${start}` : undefined;
}

export interface LinkedCall {
  readonly about: string;
  readonly command: string;
  readonly line: string;
}

export function readLink(start: string): LinkedCall | undefined {
  const [, chat, words] = payload.exec(start) ?? [];
  if (chat === undefined || words === undefined) return undefined;
  const about = chat
    .split("--")
    .map((id) => String(Number.parseInt(id, 36)))
    .join("/");
  const [command = "", ...line] = words.split("_");
  return { about, command, line: line.join(" ") };
}
