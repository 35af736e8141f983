import type { CommandShape } from "../model/command.ts";
import type { Command } from "./command.ts";
import type { Words } from "./words/index.ts";

/** A command as platforms see it, in one language. */
export function shapeOf({ name, aliases, verbs, example }: Command, { about, argument }: Words): CommandShape {
  return {
    name,
    aliases,
    example,
    about: about[name] ?? name,
    verbs: verbs.map((verb) => ({
      name: verb.name,
      about: about[`${name}_${verb.name}`] ?? about[name] ?? name,
      who: verb.who,
      private: verb.private,
      arguments: verb.arguments.map(({ fits: _, takesRest: __, required = false, ...rest }) => ({
        ...rest,
        required,
        about: argument[rest.name] ?? rest.name,
      })),
    })),
  };
}
