import { ask } from "../raw.ts";
import type { Rule } from "../rules.ts";
import { type Proof, proofOf, repeat, times } from "./proof.ts";

const command = (more: object = {}) => ({ name: "status", description: "How it is", ...more });
const menu = (name: string, more: object = {}) => ({ name, type: 3, ...more });
const option = (more: object = {}) => ({ type: 3, name: "word", description: "A word", ...more });
const options = (count: number) => times(count, (place) => option({ name: `word-${place}` }));
const choices = (count: number) => times(count, (place) => ({ name: `Choice ${place}`, value: `${place}` }));
const withChoices = (list: readonly unknown[], more: object = {}) => [command({ options: [option({ choices: list, ...more })] })];

/** A command of exactly so many characters: its own eighteen, then options of 200 each and one that fills the rest up. */
const commandOfLength = (length: number) => {
  const name = (place: number) => `o${`${place}`.padStart(2, "0")}`;
  const filled = times(24, (place) =>
    option({ name: name(place), description: repeat("d", 100), choices: [{ name: repeat("c", 100), value: repeat("v", 100) }] }),
  );
  const rest = length - 15 - 24 * 303 - 3;
  const last = option({
    name: name(24),
    description: repeat("d", 100),
    choices: times(Math.ceil((rest - 100) / 200), (place) => {
      const left = Math.min(200, rest - 100 - place * 200);
      return { name: repeat("c", Math.ceil(left / 2)), value: repeat("v", Math.floor(left / 2)) };
    }),
  });
  return [command({ options: [...filled, last] })];
};

const ofCommands = (rule: Rule, good: unknown, bad: Readonly<Record<string, unknown>>): Proof =>
  proofOf(
    rule,
    (body) =>
      ({ fake }) =>
        ask(fake, "PUT", `/applications/${fake.state.bot.applicationId}/commands`, body),
    good,
    bad,
  );

/** interactions/application-commands. */
export const commandProofs: readonly Proof[] = [
  ofCommands("commandName", [command({ name: repeat("a", 32) }), menu("Find Quotes")], {
    "a blank in it": [command({ name: "a b" })],
    "a capital letter": [command({ name: "Status" })],
    "33 characters": [command({ name: repeat("a", 33) })],
    "the same twice": [command(), command()],
  }),
  ofCommands("commandCount", [...times(100, (place) => command({ name: `c${place}` })), ...times(15, (place) => menu(`Menu ${place}`))], {
    "101 commands": times(101, (place) => command({ name: `c${place}` })),
    "16 commands in the menu of a message": times(16, (place) => menu(`Menu ${place}`)),
  }),
  ofCommands("commandDescription", [command({ description: repeat("a", 100) })], {
    "101 characters": [command({ description: repeat("a", 101) })],
    none: [{ name: "status" }],
    "one in a menu": [menu("Find", { description: "Looks it up" })],
    "101 characters of an option": [command({ options: [option({ description: repeat("a", 101) })] })],
  }),
  ofCommands("commandSize", commandOfLength(8_000), { "8,001 characters": commandOfLength(8_001) }),
  ofCommands("optionCount", [command({ options: options(25) })], { "26 options": [command({ options: options(26) })] }),
  ofCommands("optionOrder", [command({ options: [option({ required: true }), option({ name: "b" })] })], {
    "a required one after one that is not": [command({ options: [option(), option({ name: "b", required: true })] })],
  }),
  ofCommands("optionChoices", withChoices([...choices(24), { name: repeat("a", 100), value: repeat("v", 100) }]), {
    "26 choices": withChoices(choices(26)),
    "a name of 101 characters": withChoices([{ name: repeat("a", 101), value: "v" }]),
    "a value of 101 characters": withChoices([{ name: "a", value: repeat("v", 101) }]),
    "completion beside them": withChoices(choices(1), { autocomplete: true }),
  }),
];
