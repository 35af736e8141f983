import type { Json } from "./json.ts";
import { limits } from "./limits.ts";
import type { Referee } from "./referee.ts";

export interface Tally {
  count: number;
  text: number;
  readonly ids: Set<string>;
  readonly files: readonly string[];
  readonly referee: Referee;
}

/** By number: components/reference, component types. */
const inLegacyMessage = [1];
const inMessage = [1, 9, 10, 12, 13, 14, 17];
const inContainer = [1, 9, 10, 12, 13, 14];
const inRow = [2, 3];
const inSection = [10];
const beside = [2, 11];

/** components/reference. */
export function checkComponents(value: unknown, isV2: boolean, files: readonly string[], referee: Referee): void {
  const tally: Tally = { count: 0, text: 0, ids: new Set(), files, referee };
  const list = isV2
    ? referee.list("components", value, "components", 0, limits.components)
    : referee.list("rows", value, "components", 0, limits.rows);
  checkEach(list, "components", isV2 ? inMessage : inLegacyMessage, tally);
  referee.must("components", tally.count <= limits.components, "components", "Total number of components must be 40 or fewer");
  const isShort = tally.text <= limits.textSum;
  referee.must("textSum", isShort, "components", "The total text of all components must be 4000 or fewer in length.");
}

function checkEach(list: readonly unknown[], path: string, allowed: readonly number[], tally: Tally): void {
  for (const [place, each] of list.entries()) checkOne(each, `${path}.${place}`, allowed, tally);
}

function checkOne(value: unknown, path: string, allowed: readonly number[], tally: Tally): void {
  const each = tally.referee.object("place", value, path);
  const type = Number(each.type);
  tally.referee.must("place", allowed.includes(type), `${path}.type`, `Value of field "type" must be one of (${allowed.join(", ")}).`);
  tally.count++;
  checks[type]?.(each, path, tally);
}

const checks: Readonly<Record<number, (each: Json, path: string, tally: Tally) => void>> = {
  1: checkRow,
  2: checkButton,
  3: checkSelect,
  9(section, path, tally) {
    const texts = tally.referee.list("section", section.components, `${path}.components`, 1, limits.sectionTexts);
    checkEach(texts, `${path}.components`, inSection, tally);
    checkOne(section.accessory, `${path}.accessory`, beside, tally);
  },
  10(display, path, tally) {
    // Its own length is held by the sum of all.
    tally.text += tally.referee.text("text", display.content, `${path}.content`, 1, Number.POSITIVE_INFINITY).length;
  },
  12: checkGallery,
  13: (file, path, tally) => checkAttachment(file.file, `${path}.file`, tally),
  17: (container, path, tally) =>
    checkEach(
      tally.referee.list("components", container.components, `${path}.components`, 1, limits.components),
      `${path}.components`,
      inContainer,
      tally,
    ),
};

/** Up to five buttons, or one select. */
function checkRow(row: Json, path: string, tally: Tally): void {
  const list = tally.referee.list("rowSize", row.components, `${path}.components`, 1, limits.buttonsPerRow);
  const hasSelect = list.some((each) => (each as Json | null)?.type === 3);
  tally.referee.must("rowSize", !hasSelect || list.length === 1, `${path}.components`, "The specified component exceeds the maximum width");
  checkEach(list, `${path}.components`, inRow, tally);
}

function checkGallery(gallery: Json, path: string, tally: Tally): void {
  const { referee } = tally;
  for (const [place, each] of referee.list("gallery", gallery.items, `${path}.items`, 1, limits.galleryItems).entries()) {
    const { media, description } = referee.object("gallery", each, `${path}.items.${place}`);
    checkAttachment(media, `${path}.items.${place}.media`, tally);
    if (description !== undefined) referee.text("altText", description, `${path}.items.${place}.description`, 1, limits.altText);
  }
}

function checkAttachment(media: unknown, path: string, { files, referee }: Tally): void {
  const { url } = referee.object("attachment", media, path);
  const [, name] = /^attachment:\/\/(.+)$/.exec(referee.text("attachment", url, `${path}.url`, 1, 2_048)) ?? [];
  referee.must("attachment", name === undefined || files.includes(name), `${path}.url`, "Unknown attachment");
}

function checkButton(button: Json, path: string, tally: Tally): void {
  const { referee } = tally;
  const style = Number(button.style);
  referee.must("buttonStyle", style >= 1 && style <= 5, `${path}.style`, "Value is not a button style");
  referee.text("buttonLabel", button.label, `${path}.label`, 1, limits.buttonLabel);
  if (style !== 5) {
    referee.must("buttonLink", button.url === undefined, `${path}.url`, "A button with a custom id has no url");
    checkId(button.custom_id, path, tally);
    return;
  }
  const url = referee.text("buttonLink", button.url, `${path}.url`, 1, limits.linkLength);
  const isLink = /^(https?|discord):\/\//.test(url) && button.custom_id === undefined;
  referee.must("buttonLink", isLink, `${path}.url`, "Not a well formed URL.");
}

export function checkId(value: unknown, path: string, { ids, referee }: Tally): void {
  const id = referee.text("customId", value, `${path}.custom_id`, 1, limits.customId);
  referee.must("customId", !ids.has(id), `${path}.custom_id`, "Component custom id cannot be duplicated");
  ids.add(id);
}

export function checkSelect(select: Json, path: string, tally: Tally): void {
  const { referee } = tally;
  checkId(select.custom_id, path, tally);
  if (select.placeholder !== undefined) referee.text("select", select.placeholder, `${path}.placeholder`, 0, limits.placeholder);
  for (const [place, each] of referee.list("select", select.options, `${path}.options`, 1, limits.selectOptions).entries()) {
    const at = `${path}.options.${place}`;
    const { label, value, description } = referee.object("selectOption", each, at);
    referee.text("selectOption", label, `${at}.label`, 1, limits.optionLabel);
    referee.text("selectOption", value, `${at}.value`, 1, limits.optionLabel);
    if (description !== undefined) referee.text("selectOption", description, `${at}.description`, 1, limits.optionLabel);
  }
}
