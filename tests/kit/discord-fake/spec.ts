import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020, type AnySchemaObject, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";

/** Discord's own description of its API as referee: of what a client asks, and of what the stand-in answers. */
export interface Spec {
  /** What is wrong with a body, in words; undefined where nothing is. */
  faultIn(side: Side): string | undefined;
}

export interface Side {
  readonly method: string;
  readonly path: string;
  /** Of an answer; absent for a request. */
  readonly status?: number;
  readonly body: unknown;
}

type Node = Record<string, unknown>;

/** discord/discord-api-spec, OpenAPI 3.1. Not part of the project: where it is absent, the stand-in's own tables judge alone. */
const file = fileURLToPath(new URL("../../../../shared/specs/discord-openapi.json", import.meta.url));

let opened: Spec | undefined;

export const findSpec = (): Spec | undefined =>
  (opened ??= existsSync(file) ? openSpec(JSON.parse(readFileSync(file, "utf8"))) : undefined);

export function openSpec(document: { readonly paths: Readonly<Record<string, Node>> }): Spec {
  const asked = createAjv(document, true);
  const answered = createAjv(document, false);
  const templates = Object.keys(document.paths)
    // The more is said literally the better it fits: "@original" before any id.
    .toSorted((a, b) => holes(a) - holes(b))
    .map((template) => ({ template, pattern: new RegExp(`^${template.replace(/\{[^}]+\}/g, "[^/]+")}$`) }));
  const kept = new Map<string, ValidateFunction | "nothing">();

  const validatorFor = ({ method, path, status }: Side): ValidateFunction | "nothing" | undefined => {
    const template = templates.find(({ pattern }) => pattern.test(path))?.template;
    const place = status === undefined ? ["requestBody"] : ["responses", `${status}`];
    const steps = ["paths", template ?? "", method.toLowerCase(), ...place];
    const key = steps.join(" ");
    const known = kept.get(key);
    if (known) return known;
    if (template === undefined || !at(document, steps.slice(0, 3))) return undefined;
    const schemaSteps = [...steps, "content", "application/json", "schema"];
    const made = at(document, schemaSteps)
      ? (status === undefined ? asked : answered).compile({ $ref: `discord#/${schemaSteps.map(escapePointer).join("/")}` })
      : "nothing";
    kept.set(key, made);
    return made;
  };

  return {
    faultIn(side) {
      const validate = validatorFor(side);
      const name = `${side.method} ${side.path}`;
      if (validate === undefined) return `${name} is no operation of Discord's`;
      if (validate === "nothing" || validate(side.body)) return undefined;
      const [worst] = (validate.errors ?? []).toSorted((one, other) => weight(other) - weight(one));
      const extra = worst?.params.additionalProperty ?? "";
      return `${name}: ${worst?.instancePath || "the body"} ${worst?.message} ${extra}`.trim();
    },
  };
}

/** Of the faults of all forms a union allows, the one that tells most: a field too many, else the deepest. */
const weight = ({ keyword, instancePath }: ErrorObject): number => (keyword === "additionalProperties" ? 1_000 : 0) + instancePath.length;

function createAjv(document: object, isStrict: boolean): Ajv2020 {
  // Unions are written as such and not always exclusive; formats that say nothing about the shape are left to the tables.
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema({ $id: "discord", ...(patched(document, isStrict) as AnySchemaObject) });
  return ajv;
}

/** Two empty lists of values cannot be compiled; and almost no object says that it has no other fields, which a request is held to. */
function patched(node: unknown, isStrict: boolean, isPartOfMore = false): unknown {
  if (Array.isArray(node)) return node.map((each) => patched(each, isStrict));
  if (typeof node !== "object" || node === null) return node;
  const own = Object.entries(node).filter(([key, value]) => !(key === "enum" && Array.isArray(value) && value.length === 0));
  const copy = Object.fromEntries(
    own.map(([key, value]) => [
      key,
      key === "allOf" && Array.isArray(value) ? value.map((each) => patched(each, isStrict, true)) : patched(value, isStrict),
    ]),
  );
  const permissions = copy.default_member_permissions;
  // Said to be a number where the documentation and every answer have digits: "follow the docs, not the spec".
  if (typeof permissions === "object") copy.default_member_permissions = { type: ["string", "null"], pattern: "^\\d+$" };
  const closes = isStrict && !isPartOfMore && copy.type === "object" && "properties" in copy && !("additionalProperties" in copy);
  return closes ? { ...copy, additionalProperties: false } : copy;
}

const holes = (template: string): number => template.match(/\{/g)?.length ?? 0;
const escapePointer = (step: string): string => encodeURIComponent(step.replace(/~/g, "~0").replace(/\//g, "~1"));
const at = (node: unknown, steps: readonly string[]): unknown =>
  steps.reduce<unknown>((inner, step) => (typeof inner === "object" && inner !== null ? (inner as Node)[step] : undefined), node);
