import { checkId, checkSelect, type Tally } from "./check-components.ts";
import type { Json } from "./json.ts";
import { limits } from "./limits.ts";
import type { Referee } from "./referee.ts";

/** receiving-and-responding, components/reference: a modal holds labels, each with one field. @throws Refusal 50035 */
export function checkModal(modal: Json, referee: Referee): void {
  referee.text("modalTitle", modal.title, "title", 1, limits.modalTitle);
  referee.text("customId", modal.custom_id, "custom_id", 1, limits.customId);
  const tally: Tally = { count: 0, text: 0, ids: new Set(), files: [], referee };
  for (const [place, each] of referee.list("modalSize", modal.components, "components", 1, limits.modalComponents).entries()) {
    const path = `components.${place}`;
    const label = referee.object("modalLabel", each, path);
    referee.must("modalLabel", label.type === 18, `${path}.type`, "A modal holds labels");
    referee.text("modalLabel", label.label, `${path}.label`, 1, limits.label);
    if (label.description !== undefined) referee.text("modalLabel", label.description, `${path}.description`, 1, limits.labelDescription);
    checkField(referee.object("modalField", label.component, `${path}.component`), `${path}.component`, tally);
  }
}

function checkField(field: Json, path: string, tally: Tally): void {
  const { referee } = tally;
  const isKnown = field.type === 3 || field.type === 4;
  referee.must("modalField", isKnown, `${path}.type`, "This field is not known here");
  if (field.type === 3) checkSelect(field, path, tally);
  else checkTextInput(field, path, tally);
}

function checkTextInput(field: Json, path: string, tally: Tally): void {
  const { referee } = tally;
  checkId(field.custom_id, path, tally);
  const { min_length: least = 0, max_length: most = limits.textInput, value = "", placeholder = "" } = field;
  const isRange = Number(least) >= 0 && Number(least) <= Number(most) && Number(most) >= 1 && Number(most) <= limits.textInput;
  referee.must("textInput", isRange, `${path}.max_length`, "int value should be between 1 and 4000.");
  referee.text("textInput", value, `${path}.value`, 0, limits.textInput);
  referee.text("textInput", placeholder, `${path}.placeholder`, 0, limits.inputPlaceholder);
}
