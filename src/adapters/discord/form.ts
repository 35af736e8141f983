import {
  type APILabelComponent,
  type APIModalInteractionResponseCallbackData,
  type APISelectMenuOption,
  ComponentType,
  type ModalSubmitInteraction,
  TextInputStyle,
} from "discord.js";
import type { Argument, CommandCall, CommandList } from "../../model/command.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { cleanText } from "./escape.ts";
import { limits } from "./limits.ts";
import { wordsFor } from "./words.ts";

/** What the form asks for, in this order. */
const asked = ["digest", "at", "days", "zone", "style"] as const;

export const formId = "v1:form:subscribe";

/** True for `/subscribe` without a word: a form asks for the rest. */
export const wantsForm = ({ command, args, caller }: CommandCall): boolean =>
  command === "subscribe" && Object.keys(args).length === 0 && caller.mayManage;

export async function subscribeForm(
  call: CommandCall,
  commands: CommandList,
  complete: PlatformDeps["complete"],
): Promise<APIModalInteractionResponseCallbackData> {
  const known = commands.find(({ name }) => name === "subscribe")?.verbs[0]?.arguments ?? [];
  const wanted = asked.flatMap((name) => known.find((argument) => argument.name === name) ?? []);
  const fields = await Promise.all(wanted.slice(0, limits.modalFields).map((argument) => fieldOf(argument, call, complete)));
  return { custom_id: formId, title: wordsFor(call.lang).formTitle.slice(0, limits.modalTitle), components: fields };
}

async function fieldOf(argument: Argument, call: CommandCall, complete: PlatformDeps["complete"]): Promise<APILabelComponent> {
  const { name, about } = argument;
  const isDigest = name === "digest";
  const offered = isDigest || argument.choices ? await complete({ ...call, args: { [name]: "" } }, name) : [];
  const options = offered.slice(0, limits.selectOptions).map(
    ({ value, label }): APISelectMenuOption => ({
      value: value.slice(0, limits.choice),
      label: cut(label),
      description: value.slice(0, limits.choice),
    }),
  );
  return {
    type: ComponentType.Label,
    ...labelOf(about),
    component:
      options.length > 0
        ? { type: ComponentType.StringSelect, custom_id: name, options, required: isDigest }
        : { type: ComponentType.TextInput, custom_id: name, style: TextInputStyle.Short, required: isDigest, max_length: 100 },
  };
}

/** "Days: daily, weekdays, mon-fri" is a label and what it says of it. */
function labelOf(about: string): Pick<APILabelComponent, "label" | "description"> {
  const [, label = about, description] = /^([^:]+): (.+)$/s.exec(about) ?? [];
  return {
    label: label.slice(0, limits.label),
    ...(description !== undefined && { description: description.slice(0, limits.labelDescription) }),
  };
}

const cut = (label: string): string => cleanText(label).slice(0, limits.choice).toWellFormed() || "…";

/** What was filled in, by name; empty fields are left out. */
export function readForm({ fields }: ModalSubmitInteraction): Readonly<Record<string, string>> {
  const filled = [...fields.fields.values()].map((field): readonly [string, string] => [
    field.customId,
    "values" in field ? [...field.values].join(",") : "value" in field && typeof field.value === "string" ? field.value : "",
  ]);
  return Object.fromEntries(filled.filter(([, value]) => value.trim() !== ""));
}
