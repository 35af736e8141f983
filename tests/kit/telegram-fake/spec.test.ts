import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { methods } from "./methods.ts";

interface Spec {
  readonly methods: Readonly<Record<string, { readonly fields?: readonly { readonly name: string }[] }>>;
}

const file = fileURLToPath(new URL("../../../../shared/specs/telegram-bot-api.json", import.meta.url));

test("every method and field of the stand-in stands in the machine-readable Bot API, where that is at hand", ({ annotate }) => {
  if (!existsSync(file)) return void annotate("the machine-readable Bot API is absent: nothing was compared");
  const spec = JSON.parse(readFileSync(file, "utf8")) as Spec;
  const unknown = Object.entries(methods).flatMap(([name, { fields }]) => {
    const known = spec.methods[name]?.fields?.map((field) => field.name) ?? [];
    return spec.methods[name] ? fields.filter((field) => !known.includes(field)).map((field) => `${name}.${field}`) : [name];
  });
  expect(unknown).toEqual([]);
});
