import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

interface Field {
  readonly name: string;
  readonly types: readonly string[];
  readonly required: boolean;
  readonly description?: string;
}

interface Spec {
  readonly methods: Readonly<Record<string, { readonly fields?: readonly Field[]; readonly returns: readonly string[] }>>;
  readonly types: Readonly<
    Record<string, { readonly fields?: readonly Field[]; readonly subtypes?: readonly string[]; readonly description?: readonly string[] }>
  >;
}

const file = fileURLToPath(new URL("../../../../shared/specs/telegram-bot-api.json", import.meta.url));

/** The machine-readable Bot API 10.1, where it lies beside the project, with what 10.2 and 10.3 added to it. */
export const spec: Spec | undefined = existsSync(file) ? withNewer(JSON.parse(readFileSync(file, "utf8")) as Spec) : undefined;

/** Ephemeral messages, after @grammyjs/types 5.0.0 (Bot API 10.3). */
function withNewer({ methods, types }: Spec): Spec {
  const field = (name: string, type: string, required = false): Field => ({ name, types: [type], required });
  const parameters = field("ephemeral_message_parameters", "EphemeralMessageParameters");
  const target = ["receiver_user_id", "ephemeral_message_id"].map((name) => field(name, "Integer", true));
  const chat = (methods.deleteMessage?.fields ?? []).filter(({ name }) => name === "chat_id");
  const written = (methods.editMessageText?.fields ?? []).filter(({ name }) => !/^(business_|chat_|message_|inline_)/.test(name));
  const more = (table: Spec["types"], name: string, ...fields: readonly Field[]) => ({
    [name]: { ...table[name], fields: [...(table[name]?.fields ?? []), ...fields] },
  });
  const sending = ["sendMessage", "sendRichMessage", "sendPhoto", "sendDocument"].map((name) => ({
    [name]: { ...methods[name]!, fields: [...(methods[name]?.fields ?? []), parameters] },
  }));
  return {
    methods: {
      ...Object.assign({ ...methods }, ...sending),
      editEphemeralMessageText: { fields: [...chat, ...target, ...written], returns: ["Boolean"] },
      deleteEphemeralMessage: { fields: [...chat, ...target], returns: ["Boolean"] },
    },
    types: {
      ...types,
      ...more(types, "Message", field("ephemeral_message_id", "Integer"), field("receiver_user", "User")),
      ...more(types, "BotCommand", field("is_ephemeral", "Boolean")),
      ReplyParameters: {
        fields: [
          ...(types.ReplyParameters?.fields ?? []).map((each) => ({ ...each, required: false })),
          field("ephemeral_message_id", "Integer"),
        ],
      },
      EphemeralMessageParameters: {
        fields: [
          field("receiver_user_id", "Integer", true),
          field("callback_query_id", "String"),
          field("replace_callback_query_message", "Boolean"),
        ],
      },
    },
  };
}

/** What is wrong with a request, each with its place: unknown fields, missing ones, wrong types. Nothing where the file is absent. */
export function faultsOfRequest(method: string, params: Readonly<Record<string, unknown>>): readonly string[] {
  const fields = spec?.methods[method]?.fields;
  if (!spec) return [];
  return spec.methods[method] ? faultsOfFields(params, fields ?? [], method) : [`${method}: not in the Bot API`];
}

export function faultsOfAnswer(method: string, result: unknown): readonly string[] {
  const returns = spec?.methods[method]?.returns;
  return returns ? faultsOfValue(result, returns, `answer to ${method}`) : [];
}

export const faultsOfUpdate = (update: unknown): readonly string[] => (spec ? faultsOfValue(update, ["Update"], "update") : []);

function faultsOfFields(value: Readonly<Record<string, unknown>>, fields: readonly Field[], place: string): readonly string[] {
  const unknown = Object.keys(value).filter((name) => value[name] !== undefined && !fields.some((field) => field.name === name));
  const known = fields.flatMap(({ name, types, required }) => {
    if (value[name] === undefined) return required ? [`${place}: ${name} is missing`] : [];
    return faultsOfValue(value[name], types, `${place}.${name}`);
  });
  return [...unknown.map((name) => `${place}: unknown ${name}`), ...known];
}

/** One of the types has to fit; of several that do not, the one with the fewest faults is told. */
function faultsOfValue(value: unknown, types: readonly string[], place: string): readonly string[] {
  const named = types.length > 1 ? types.filter((type) => isNamed(value, type)) : types;
  const found = (named.length > 0 ? named : types).map((type) => faultsOf(value, type, place)).toSorted((a, b) => a.length - b.length);
  return found[0] ?? [];
}

/** Where a type says what its field "type" always is, a value that says otherwise is not of it: or nested text would be tried as every kind at every level. */
function isNamed(value: unknown, type: string): boolean {
  const { description } = spec?.types[type]?.fields?.find(({ name }) => name === "type") ?? {};
  const always = /always [“"](\w+)[”"]/.exec(description ?? "")?.[1];
  return always === undefined || (value as { readonly type?: unknown } | null)?.type === always;
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  Integer: Number.isInteger,
  Float: (value) => typeof value === "number",
  String: (value) => typeof value === "string",
  Boolean: (value) => typeof value === "boolean",
  InputFile: (value) => value instanceof Uint8Array,
};

/** RichText and RichBlock name their kinds in words alone; RichText is also a string or a list of itself. */
function listedIn(type: string): readonly string[] | undefined {
  if (!/^Rich(Text|Block)$/.test(type)) return undefined;
  const listed = spec?.types[type]?.description?.flatMap((line) => /^- (\w+)$/.exec(line)?.[1] ?? []) ?? [];
  return type === "RichText" ? ["String", "Array of RichText", ...listed] : listed;
}

function faultsOf(value: unknown, type: string, place: string): readonly string[] {
  const inner = /^Array of (.+)$/.exec(type)?.[1];
  if (inner !== undefined)
    return Array.isArray(value) ? value.flatMap((each, at) => faultsOf(each, inner, `${place}[${at}]`)) : [`${place}: not a list`];
  const check = checks[type];
  if (check) return check(value) ? [] : [`${place}: not of type ${type}`];
  const { fields = [], subtypes = listedIn(type) } = spec?.types[type] ?? {};
  if (subtypes) return faultsOfValue(value, subtypes, place);
  if (typeof value !== "object" || value === null || Array.isArray(value)) return [`${place}: not of type ${type}`];
  return faultsOfFields(value as Readonly<Record<string, unknown>>, fields, place);
}
