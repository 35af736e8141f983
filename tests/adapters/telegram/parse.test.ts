import { describe, expect, test } from "vitest";
import { readTyped, takeChat } from "../../../src/adapters/telegram/parse.ts";
import { commandList } from "../../../src/commands/index.ts";

const typed = (text: string, type: "private" | "supergroup" = "supergroup") =>
  readTyped({ message_id: 1, chat: { id: 1, type }, text }, "quoth_bot", commandList("en"));

describe("in a group", () => {
  test("a command's line is all that stands after it", () => {
    expect(typed("/subscribe sample 08:00 Europe/Kyiv mon-fri")).toEqual({
      command: "subscribe",
      line: "sample 08:00 Europe/Kyiv mon-fri",
    });
    expect(typed("/quote\ncarpenter  negotiations")).toEqual({ command: "quote", line: "carpenter  negotiations" });
  });

  test("a command may name us, in any case", () => {
    expect(typed("/Help@Quoth_Bot")).toEqual({ command: "help", line: "" });
  });

  test("a command for another bot, one nobody knows and plain words are none of ours", () => {
    for (const text of ["/help@other_bot", "/roll 2", "the ferry is late", "/", ""]) expect(typed(text)).toBeUndefined();
  });

  test("a command nobody knows that names us is answered", () => {
    expect(typed("/roll@quoth_bot 2")).toEqual({ command: "roll", line: "2" });
  });
});

describe("in private", () => {
  test("words are a search, an address alone is an article", () => {
    expect(typed("night sailings", "private")).toEqual({ command: "quote", line: "night sailings" });
    expect(typed("https://harbour.example/a", "private")).toEqual({ command: "article", line: "https://harbour.example/a" });
  });

  test("a deep link asks what anybody may ask", () => {
    expect(typed("/start quote_night_sailings", "private")).toEqual({ command: "quote", line: "night sailings" });
  });

  test("a deep link that would change something shows the help", () => {
    expect(typed("/start subscribe_sample", "private")).toEqual({ command: "help", line: "" });
  });
});

describe("a channel in a line", () => {
  test("is taken out of it, by name or id", () => {
    expect(takeChat("@portnews sample 08:00")).toEqual({ chat: "@portnews", line: "sample 08:00" });
    expect(takeChat("sample -1001000000002 08:00")).toEqual({ chat: "-1001000000002", line: "sample 08:00" });
  });

  test("is none where an address of mail or a time stands", () => {
    for (const line of ["sample 08:00", "mara@harbour.example", "-100"]) expect(takeChat(line)).toBeUndefined();
  });
});
