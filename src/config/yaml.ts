import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import type { z } from "zod";
import type { SettingsProblem } from "../model/errors.ts";

export type Checked<T> = { readonly value: T } | { readonly problems: readonly SettingsProblem[] };

/** Reads one YAML file through a schema; every fault of the file is listed with its key. `label` names the file to the operator. */
export function readYaml<T>(file: string, label: string, schema: z.ZodType<T>): Checked<T> {
  const text = readText(file, label);
  if ("problems" in text) return text;
  const document = parseDocument(text.value, { prettyErrors: true });
  if (document.errors.length > 0) {
    return {
      problems: document.errors.map((error) => ({
        file: label,
        key: lineOf(error.linePos),
        words: `is no valid YAML: ${firstLine(error.message)}`,
      })),
    };
  }
  return checkValue(document.toJS() ?? {}, label, schema);
}

/** The same check for a value that is in hand already. */
function checkValue<T>(value: unknown, label: string, schema: z.ZodType<T>): Checked<T> {
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data };
  return { problems: result.error.issues.flatMap((issue) => describeIssue(issue, label)) };
}

function readText(file: string, label: string): Checked<string> {
  try {
    return { value: readFileSync(file, "utf8") };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const words = code === "ENOENT" ? "is missing" : `cannot be read (${code})`;
    return { problems: [{ file: label, key: "the file", words }] };
  }
}

function describeIssue(issue: z.core.$ZodIssue, label: string): SettingsProblem[] {
  const path = issue.path.join(".");
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      file: label,
      key: path ? `${path}.${key}` : key,
      words: "is no setting: remove it or correct its spelling",
    }));
  }
  return [{ file: label, key: path || "the file", words: issue.message }];
}

const lineOf = (position: readonly { readonly line: number }[] | undefined): string =>
  position?.[0] ? `line ${position[0].line}` : "the file";

/** Without the place, which the key says. */
const firstLine = (text: string): string => (text.split("\n", 1)[0] ?? text).replace(/ at line \d+, column \d+:?$/, ".");
