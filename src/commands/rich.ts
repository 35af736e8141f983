import type { Run, Text } from "../model/message.ts";

/** `code` and *emphasis* in our own sentences → runs. What people typed goes through `said` first, so that it cannot pose as either. */
export function rich(sentence: string): Text {
  if (!/[`*]/.test(sentence)) return sentence;
  const runs: Run[] = [];
  for (const match of sentence.matchAll(/`([^`]+)`|\*([^*]+)\*|([^`*]+|[`*])/g)) {
    if (match[1] !== undefined) runs.push({ text: match[1], style: "code" });
    else if (match[2] !== undefined) runs.push({ text: match[2], style: "italic" });
    else runs.push({ text: match[0] });
  }
  return runs;
}

export const runsOf = (words: Text | undefined): readonly Run[] => (typeof words === "string" ? [{ text: words }] : (words ?? []));

const maxSaid = 80;

/** What somebody typed, fit to be said back: one short line without control, direction or invisible characters, and without our marks. */
export function said(typed: string): string {
  const plain = typed
    .toWellFormed()
    .replace(/[`*]/g, "")
    .replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Zl}\p{Zp}]/gu, " ")
    .replace(/\s+/g, " ")
    .trim();
  const letters = [...plain];
  return letters.length > maxSaid ? `${letters.slice(0, maxSaid).join("").trimEnd()}…` : plain;
}

/** `["a", "b"]` → "`a`, `b`". */
export const codes = (values: readonly string[]): string => values.map((value) => `\`${said(value)}\``).join(", ");
