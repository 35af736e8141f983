import { checkClaim } from "../digest/check.ts";
import { eachQuestion, findText, getText } from "./index.ts";

/** `{id, text, claim}` → `{id, score, label, reasons}`: is the claim supported by the text? */
export const task = eachQuestion((question) => {
  const { score, supported, reasons } = checkClaim(
    getText(question, "claim"),
    getText(question, "text"),
    findText(question, "lang") ?? "en",
  );
  return { id: question.id ?? null, score, label: supported ? 1 : 0, reasons };
});
