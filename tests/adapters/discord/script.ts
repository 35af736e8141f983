import type { Argument, CommandList, Reply } from "../../../src/model/command.ts";

const argument = (name: string, more: Partial<Argument> = {}): Argument => ({
  name,
  about: `About ${name}`,
  required: false,
  kind: "word",
  ...more,
});

export const commands: CommandList = [
  {
    name: "subscribe",
    about: "Get a digest in this channel",
    aliases: ["sub"],
    example: "/subscribe world 08:00",
    verbs: [
      {
        name: "",
        about: "Get a digest in this channel",
        who: "manager",
        private: false,
        arguments: [argument("at"), argument("zone", { completes: true }), argument("days"), argument("digest", { completes: true })],
      },
    ],
  },
  {
    name: "digest",
    about: "An edition",
    aliases: [],
    example: "/digest now",
    verbs: [
      { name: "now", about: "Send what is new", who: "manager", private: false, arguments: [argument("digest", { completes: true })] },
      { name: "last", about: "Show the last one", who: "anyone", private: true, arguments: [argument("digest")] },
    ],
  },
  {
    name: "quote",
    about: "Look up who said what",
    aliases: [],
    example: "/quote harbour",
    verbs: [{ name: "", about: "Look up", who: "anyone", private: false, arguments: [argument("query", { kind: "words" })] }],
  },
  {
    name: "status",
    about: "How it is",
    aliases: [],
    example: "/status",
    verbs: [{ name: "", about: "How it is", who: "anyone", private: true, arguments: [] }],
  },
];

export const saying = (text: string, more: Partial<Reply> = {}): Reply => ({
  message: { blocks: [{ kind: "text", text }] },
  private: false,
  outcome: "done",
  ...more,
});
