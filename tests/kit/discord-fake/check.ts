import { limits } from "./limits.ts";
import { invalidForm } from "./refusal.ts";
import type { Rules } from "./rules.ts";

export type Json = { readonly [key: string]: unknown };

const isObject = (value: unknown): value is Json => typeof value === "object" && value !== null && !Array.isArray(value);
export const asObject = (value: unknown, path: string): Json => {
  if (!isObject(value)) throw invalidForm(path, "Only dictionaries may be used in a DictType");
  return value;
};
const listOf = (value: unknown, path: string, least: number, most: number): readonly unknown[] => {
  if (!Array.isArray(value) || value.length < least || value.length > most)
    throw invalidForm(path, `Must be between ${least} and ${most} in length.`);
  return value;
};
const textOf = (value: unknown, path: string, least: number, most: number): string => {
  if (typeof value !== "string" || value.trim().length < least || value.length > most)
    throw invalidForm(path, `Must be between ${least} and ${most} in length.`);
  return value;
};

const componentsV2 = 1 << 15;
const messageKeys = new Set(
  "content nonce tts embeds allowed_mentions message_reference components sticker_ids attachments flags enforce_nonce poll".split(" "),
);

/** A message body, checked as resources/message and components/reference say. @throws Refusal 50035 */
export function checkMessage(body: Json, files: readonly string[], rules: Rules): void {
  for (const key of Object.keys(body)) if (!messageKeys.has(key)) throw invalidForm(key, "Unknown field");
  const isV2 = (Number(body.flags ?? 0) & componentsV2) !== 0;
  if (isV2 && (body.content || body.embeds || body.poll || body.sticker_ids)) {
    throw invalidForm("content", "The 'content' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
  }
  if (rules.content && typeof body.content === "string") textOf(body.content, "content", 0, limits.contentLength);
  if (rules.nonce && body.nonce !== undefined && (`${body.nonce}`.length > limits.nonce || `${body.nonce}` === "")) {
    throw invalidForm("nonce", `Must be ${limits.nonce} or fewer in length.`);
  }
  if (body.components !== undefined) checkComponents(body.components, isV2, files, rules);
}

interface Tally {
  count: number;
  text: number;
  readonly ids: Set<string>;
  readonly files: readonly string[];
  readonly rules: Rules;
}

function checkComponents(value: unknown, isV2: boolean, files: readonly string[], rules: Rules): void {
  const tally: Tally = { count: 0, text: 0, ids: new Set(), files, rules };
  const top = isV2 ? [1, 9, 10, 12, 13, 14, 17] : [1];
  checkEach(listOf(value, "components", 0, isV2 ? limits.components : 5), "components", top, tally);
  if (rules.components && tally.count > limits.components)
    throw invalidForm("components", "Total number of components must be 40 or fewer");
  if (rules.textSum && tally.text > limits.textSum)
    throw invalidForm("components", "The total text of all components must be 4000 or fewer in length.");
}

function checkEach(list: readonly unknown[], path: string, allowed: readonly number[], tally: Tally): void {
  for (const [place, each] of list.entries()) checkOne(each, `${path}.${place}`, allowed, tally);
}

const inContainer = [1, 9, 10, 12, 13, 14];

function checkOne(value: unknown, path: string, allowed: readonly number[], tally: Tally): void {
  const each = asObject(value, path);
  const type = Number(each.type);
  if (!allowed.includes(type)) throw invalidForm(`${path}.type`, `Value of field "type" must be one of (${allowed.join(", ")}).`);
  tally.count++;
  const check = checks[type];
  if (!check) throw invalidForm(`${path}.type`, "This component type is not known here");
  check(each, path, tally);
}

const checks: Readonly<Record<number, (each: Json, path: string, tally: Tally) => void>> = {
  1: (row, path, tally) =>
    checkEach(listOf(row.components, `${path}.components`, 1, limits.buttonsPerRow), `${path}.components`, [2, 3], tally),
  2: checkButton,
  3: checkSelect,
  9(section, path, tally) {
    checkEach(listOf(section.components, `${path}.components`, 1, limits.sectionTexts), `${path}.components`, [10], tally);
    checkOne(section.accessory, `${path}.accessory`, [2, 11], tally);
  },
  10(display, path, tally) {
    tally.text += textOf(display.content, `${path}.content`, 1, limits.textSum).length;
  },
  12(gallery, path, tally) {
    listOf(gallery.items, `${path}.items`, 1, limits.galleryItems).forEach((item, place) => {
      const { media, description } = asObject(item, `${path}.items.${place}`);
      checkAttachment(media, `${path}.items.${place}.media`, tally);
      if (description !== undefined) textOf(description, `${path}.items.${place}.description`, 1, limits.altText);
    });
  },
  13: (file, path, tally) => checkAttachment(file.file, `${path}.file`, tally),
  14: () => undefined,
  17: (container, path, tally) =>
    checkEach(listOf(container.components, `${path}.components`, 1, limits.components), `${path}.components`, inContainer, tally),
};

function checkAttachment(media: unknown, path: string, { files }: Tally): void {
  const url = textOf(asObject(media, path).url, `${path}.url`, 1, 2_048);
  const name = /^attachment:\/\/(.+)$/.exec(url)?.[1];
  if (name !== undefined && !files.includes(name)) throw invalidForm(`${path}.url`, "Unknown attachment");
}

function checkButton(button: Json, path: string, { ids, rules }: Tally): void {
  const style = Number(button.style);
  if (!(style >= 1 && style <= 5)) throw invalidForm(`${path}.style`, "Value is not a button style");
  textOf(button.label, `${path}.label`, 1, limits.buttonLabel);
  if (style === 5) {
    const url = textOf(button.url, `${path}.url`, 1, limits.linkLength);
    if (!/^(https?|discord):\/\//.test(url) || button.custom_id !== undefined) throw invalidForm(`${path}.url`, "Not a well formed URL.");
    return;
  }
  if (button.url !== undefined) throw invalidForm(`${path}.url`, "A button with a custom id has no url");
  checkId(button.custom_id, path, ids, rules);
}

function checkId(value: unknown, path: string, ids: Set<string>, rules: Rules): void {
  if (!rules.customId) return;
  const id = textOf(value, `${path}.custom_id`, 1, limits.customId);
  if (ids.has(id)) throw invalidForm(`${path}.custom_id`, "Component custom id cannot be duplicated");
  ids.add(id);
}

function checkSelect(select: Json, path: string, { ids, rules }: Tally): void {
  checkId(select.custom_id, path, ids, rules);
  listOf(select.options, `${path}.options`, 1, limits.selectOptions).forEach((option, place) => {
    const { label, value, description } = asObject(option, `${path}.options.${place}`);
    textOf(label, `${path}.options.${place}.label`, 1, limits.optionLabel);
    textOf(value, `${path}.options.${place}.value`, 1, limits.optionLabel);
    if (description !== undefined) textOf(description, `${path}.options.${place}.description`, 1, limits.optionLabel);
  });
}

/** receiving-and-responding: a modal holds labels, each with one field. */
export function checkModal(modal: Json, rules: Rules): void {
  textOf(modal.title, "title", 1, limits.modalTitle);
  const ids = new Set<string>();
  checkId(modal.custom_id, "modal", new Set(), rules);
  listOf(modal.components, "components", 1, limits.modalComponents).forEach((value, place) => {
    const path = `components.${place}`;
    const label = asObject(value, path);
    if (label.type !== 18) throw invalidForm(`${path}.type`, "A modal holds labels");
    textOf(label.label, `${path}.label`, 1, limits.label);
    const field = asObject(label.component, `${path}.component`);
    const tally: Tally = { count: 0, text: 0, ids, files: [], rules };
    if (field.type === 3) checkSelect(field, `${path}.component`, tally);
    else if (field.type === 4) checkId(field.custom_id, `${path}.component`, ids, rules);
    else throw invalidForm(`${path}.component.type`, "This field is not known here");
  });
}

/** application-commands: names, descriptions, required options first, choices or completion. */
export function checkCommands(value: unknown, rules: Rules): readonly Json[] {
  const commands = listOf(value, "commands", 0, limits.commands + 30).map((each, place) => asObject(each, `${place}`));
  const names = commands.map(({ type, name }) => `${type ?? 1} ${name}`);
  if (new Set(names).size < names.length) throw invalidForm("name", "Application command names must be unique");
  commands.forEach((command, place) => {
    const isSlash = (command.type ?? 1) === 1;
    const name = textOf(command.name, `${place}.name`, 1, 32);
    if (rules.commands && isSlash && !/^[-_'\p{L}\p{N}]{1,32}$/u.test(name)) throw invalidForm(`${place}.name`, "Command name is invalid");
    if (isSlash) {
      textOf(command.description, `${place}.description`, 1, limits.description);
      checkOptions(command.options ?? [], `${place}.options`, rules);
    } else if (command.description) throw invalidForm(`${place}.description`, "Context menu commands cannot have description");
  });
  return commands;
}

function checkOptions(value: unknown, path: string, rules: Rules): void {
  let sawOptional = false;
  for (const [place, each] of listOf(value, path, 0, limits.options).entries()) {
    const option = asObject(each, `${path}.${place}`);
    if (!/^[-_'\p{Ll}\p{N}]{1,32}$/u.test(textOf(option.name, `${path}.${place}.name`, 1, 32)))
      throw invalidForm(`${path}.${place}.name`, "Name is invalid");
    textOf(option.description, `${path}.${place}.description`, 1, limits.description);
    if (option.type === 1) {
      checkOptions(option.options ?? [], `${path}.${place}.options`, rules);
      continue;
    }
    if (rules.commands && option.required && sawOptional)
      throw invalidForm(`${path}.${place}.required`, "Required options must be placed before non-required options");
    sawOptional ||= !option.required;
    if (option.choices !== undefined) listOf(option.choices, `${path}.${place}.choices`, 0, limits.choices);
    if (option.choices !== undefined && option.autocomplete)
      throw invalidForm(`${path}.${place}`, "Choices and autocomplete exclude each other");
  }
}

export function checkChoices(value: unknown): void {
  listOf(value, "choices", 0, limits.choices).forEach((each, place) => {
    const { name, value: own } = asObject(each, `choices.${place}`);
    textOf(name, `choices.${place}.name`, 1, limits.choiceLength);
    textOf(own, `choices.${place}.value`, 1, limits.choiceLength);
  });
}
