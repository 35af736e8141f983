import type { CommandCall } from "../model/command.ts";
import type { Command, Completion, RoomDeps, VerbDef } from "./command.ts";
import { parseCall, splitWords } from "./grammar.ts";
import type { Words } from "./words/index.ts";

const most = 25;

/** What could stand for one argument, or, with the argument "", lines that begin like the one typed so far. */
export async function completeCall(
  all: readonly Command[],
  call: CommandCall,
  argument: string,
  words: Words,
  room: RoomDeps,
): Promise<readonly Completion[]> {
  if (argument === "") return (await completeLine(all, call, words, room)).slice(0, most);
  const command = all.find(({ name, aliases }) => name === call.command || aliases.includes(call.command));
  const verb = command && (command.verbs.find(({ name }) => name === call.verb) ?? command.verbs[0]);
  if (!verb) return [];
  return (await valuesFor(verb, argument, call.args[argument] ?? "", call, room)).slice(0, most);
}

async function valuesFor(
  verb: VerbDef,
  argument: string,
  prefix: string,
  call: CommandCall,
  room: RoomDeps,
): Promise<readonly Completion[]> {
  const known = verb.arguments.find(({ name }) => name === argument);
  if (known?.choices)
    return known.choices.filter((choice) => choice.startsWith(prefix.toLowerCase())).map((value) => ({ value, label: value }));
  if (!known?.completes || !verb.complete) return [];
  return verb.complete({ argument, prefix: prefix.slice(0, 100), channelId: call.channel.id, args: call.args }, room);
}

async function completeLine(all: readonly Command[], call: CommandCall, { about }: Words, room: RoomDeps): Promise<readonly Completion[]> {
  const typed = (call.line ?? "").slice(0, 300);
  const slash = typed.startsWith("/") ? "/" : "";
  const words = splitWords(typed.replace(/^\//, ""));
  const last = /\s$/.test(typed) || typed === "" ? "" : (words.at(-1) ?? "");
  const before = last === "" ? words : words.slice(0, -1);
  const head = `${slash}${before.join(" ")}${before.length > 0 ? " " : ""}`;
  const shown = all.filter(({ hidden }) => !hidden);
  const [name, verbName] = before;
  if (name === undefined)
    return namesLike(last, shown).map(({ name, as }) => ({ value: `${slash}${as} `, label: `${slash}${as}`, about: about[name] ?? "" }));
  const command = shown.find((each) => each.name === name.toLowerCase() || each.aliases.includes(name.toLowerCase()));
  if (!command) return [];
  const verbs = command.verbs.filter((verb) => verb.name !== "");
  if (verbName === undefined && verbs.length > 0)
    return verbs
      .filter((verb) => verb.name.startsWith(last))
      .map((verb) => ({ value: `${head}${verb.name} `, label: verb.name, about: about[`${command.name}_${verb.name}`] ?? "" }));
  const parsed = parseCall(command, { ...call, command: name.toLowerCase(), verb: "", args: {}, line: before.slice(1).join(" ") });
  return parsed ? valuesIn(parsed.verb, parsed.args, last, head, call, room) : [];
}

/** The argument that is named (`zone:Eu`), else every one that is still open. */
async function valuesIn(
  verb: VerbDef,
  args: Readonly<Record<string, string>>,
  last: string,
  head: string,
  call: CommandCall,
  room: RoomDeps,
) {
  const [, key, value] = /^([a-z]+):(.*)$/.exec(last) ?? [];
  const open = verb.arguments.filter(({ name }) => (key === undefined ? args[name] === undefined : name === key));
  // What only its own shape tells (zones, days) comes after what is meant by a bare word.
  const inOrder = open.toSorted((a, b) => Number(a.fits !== undefined) - Number(b.fits !== undefined));
  const found = await Promise.all(inOrder.map(({ name }) => valuesFor(verb, name, value ?? last, call, room)));
  const pair = key === undefined ? "" : `${key}:`;
  return found
    .flat()
    .map((each) => ({ value: `${head}${pair}${/\s/.test(each.value) ? `"${each.value}"` : each.value} `, label: each.label }));
}

/** Commands that begin like this; other names of theirs only where none does. */
function namesLike(prefix: string, shown: readonly Command[]): readonly { readonly name: string; readonly as: string }[] {
  const like = prefix.toLowerCase();
  const names = shown.filter(({ name }) => name.startsWith(like)).map(({ name }) => ({ name, as: name }));
  if (names.length > 0) return names;
  return shown.flatMap(({ name, aliases }) => aliases.filter((alias) => alias.startsWith(like)).map((as) => ({ name, as })));
}
