import { isObject, type Json } from "./json.ts";
import { limits } from "./limits.ts";
import type { Referee } from "./referee.ts";

const slash = 1;
const kindOf = ({ type }: Json): number => Number(type ?? slash);
const mostOf: Readonly<Record<number, number>> = { 1: limits.commands, 2: limits.menuCommands, 3: limits.menuCommands };

/** application-commands: names, descriptions, required options first, choices or completion. @throws Refusal 50035 */
export function checkCommands(value: unknown, referee: Referee): readonly Json[] {
  const commands = referee
    .list("commandCount", value, "commands", 0, Number.POSITIVE_INFINITY)
    .map((each, place) => referee.object("commandName", each, `${place}`));
  for (const [kind, most] of Object.entries(mostOf)) {
    const isFew = commands.filter((command) => kindOf(command) === Number(kind)).length <= most;
    referee.must("commandCount", isFew, "commands", "Maximum number of application commands reached");
  }
  const names = commands.map((command) => `${kindOf(command)} ${command.name}`);
  referee.must("commandName", new Set(names).size === names.length, "name", "Application command names must be unique");
  for (const [place, command] of commands.entries()) checkCommand(command, `${place}`, referee);
  return commands;
}

function checkCommand(command: Json, path: string, referee: Referee): void {
  if (kindOf(command) !== slash) {
    referee.text("commandName", command.name, `${path}.name`, 1, limits.commandName);
    referee.must("commandDescription", !command.description, `${path}.description`, "Context menu commands cannot have description");
    return;
  }
  checkName(command, path, referee);
  checkOptions(command.options ?? [], `${path}.options`, referee);
  referee.must("commandSize", lengthOf(command) <= limits.commandLength, path, "Command exceeds maximum size (8000)");
}

/** Names, descriptions and values together: application-commands, creating a command. */
function lengthOf({ name, description, value, options, choices }: Json): number {
  const own = [name, description, value].reduce<number>((sum, each) => sum + (typeof each === "string" ? each.length : 0), 0);
  const inner = [options, choices].flatMap((list) => (Array.isArray(list) ? list.filter(isObject) : []));
  return inner.reduce((sum, each) => sum + lengthOf(each), own);
}

/** application-commands: application command naming. */
function checkName({ name, description }: Json, path: string, referee: Referee): void {
  const text = referee.text("commandName", name, `${path}.name`, 1, limits.commandName);
  const isName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u.test(text) && text === text.toLowerCase();
  referee.must("commandName", isName, `${path}.name`, "Application command names must be lower case and match the pattern");
  referee.text("commandDescription", description, `${path}.description`, 1, limits.description);
}

function checkOptions(value: unknown, path: string, referee: Referee): void {
  let sawOptional = false;
  for (const [place, each] of referee.list("optionCount", value, path, 0, limits.options).entries()) {
    const at = `${path}.${place}`;
    const option = referee.object("optionCount", each, at);
    checkName(option, at, referee);
    if (option.type === 1 || option.type === 2) {
      checkOptions(option.options ?? [], `${at}.options`, referee);
      continue;
    }
    const isInOrder = !(option.required && sawOptional);
    referee.must("optionOrder", isInOrder, `${at}.required`, "Required options must be placed before non-required options");
    sawOptional ||= !option.required;
    if (option.choices === undefined) continue;
    checkList("optionChoices", option.choices, `${at}.choices`, referee);
    referee.must("optionChoices", !option.autocomplete, at, "Choices and autocomplete exclude each other");
  }
}

/** receiving-and-responding: autocomplete. */
export const checkChoices = (value: unknown, referee: Referee): void => checkList("choices", value, "choices", referee);

function checkList(rule: "choices" | "optionChoices", list: unknown, path: string, referee: Referee): void {
  for (const [place, each] of referee.list(rule, list, path, 0, limits.choices).entries()) {
    const { name, value } = referee.object(rule, each, `${path}.${place}`);
    referee.text(rule, name, `${path}.${place}.name`, 1, limits.choiceLength);
    if (typeof value !== "number") referee.text(rule, value, `${path}.${place}.value`, 1, limits.choiceLength);
  }
}
