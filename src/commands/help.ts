import type { Block } from "../model/message.ts";
import { type Command, messageOf, note } from "./command.ts";
import { rich, said } from "./rich.ts";
import type { Words } from "./words/index.ts";

/** The list of commands, or one of them in full. Given the list, for it stands in it itself. */
export function createHelp(list: () => readonly Command[]): Command {
  return {
    name: "help",
    aliases: ["start"],
    example: "/help subscribe",
    verbs: [
      {
        name: "",
        who: "anyone",
        private: true,
        arguments: [{ name: "topic", kind: "word", completes: true }],
        complete: async ({ prefix }) =>
          shown(list())
            .filter(({ name }) => name.startsWith(prefix))
            .map(({ name }) => ({ value: name, label: name })),
        async run({ args, words }) {
          const topic = args.topic?.replace(/^\//, "").toLowerCase();
          const command = shown(list()).find(({ name, aliases }) => name === topic || aliases.includes(topic ?? ""));
          if (command) return { message: messageOf(oneCommand(command, words)), private: true, outcome: "done" };
          const unknown = topic === undefined ? [] : [note(words.help.noTopic(said(topic)))];
          const lines = shown(list()).map(
            ({ name }): Block => ({ kind: "bullet", text: [{ text: `/${name}`, style: "code" }, { text: ` ${words.about[name] ?? ""}` }] }),
          );
          const first = [
            { label: words.buttons.subscribe, call: "subscribe" },
            { label: words.buttons.status, call: "status" },
          ];
          return {
            message: messageOf([...unknown, { kind: "heading", text: words.help.title }, ...lines], [first]),
            private: true,
            outcome: "done",
          };
        },
      },
    ],
  };
}

const shown = (commands: readonly Command[]): readonly Command[] => commands.filter(({ hidden }) => !hidden);

function oneCommand({ name, verbs, aliases, example }: Command, words: Words): readonly Block[] {
  const { about } = words;
  const lines = verbs.map((verb): Block => {
    const forms = verb.arguments.map((argument) => (argument.required ? ` ${argument.name}` : ` [${argument.name}]`)).join("");
    const told = verb.name === "" ? "" : ` ${about[`${name}_${verb.name}`] ?? ""}`;
    return { kind: "bullet", text: [{ text: `/${[name, verb.name].filter(Boolean).join(" ")}${forms}`, style: "code" }, { text: told }] };
  });
  const others = aliases.length > 0 ? [note(rich(words.help.alsoCalled(aliases.map((alias) => `/${alias}`))))] : [];
  return [
    { kind: "heading", text: `/${name}` },
    { kind: "text", text: about[name] ?? "" },
    ...lines,
    { kind: "text", text: rich(words.example(example)) },
    ...others,
  ];
}
