import { join } from "node:path";
import { z } from "zod";
import type { SettingsProblem } from "../model/errors.ts";
import type { Environment } from "./env.ts";
import { readYaml } from "./yaml.ts";
import { isZone } from "./zones.ts";

/** What one installation can set: `config/quoth.yaml`, each key with a sane default. Adapters check their own blocks (`discord:`, `telegram:`, `web:`). */
export interface Settings {
  /** Folders, absolute or relative to the working folder. */
  readonly dataFolder: string;
  readonly digestsFolder: string;
  readonly configFolder: string;
  /** Interface language where a channel has set none. */
  readonly lang: string;
  /** Zone offered where a subscriber names none and the digest's own is not wanted. */
  readonly zone: string;
  /** Shown to publishers in the user agent: an address or a mailbox. */
  readonly contact: string;
  readonly operators: readonly string[];
  readonly log: "plain" | "json";
  /** Subscribe the local channel to `sample` on the very first start. */
  readonly welcome: boolean;
  readonly ingest: {
    readonly pagesPerRound: number;
    readonly allowPrivate: boolean;
    readonly keepDays: number;
  };
  readonly models: Readonly<Record<string, ModelSettings>>;
  readonly modelBudget: { readonly tokensPerDay: number; readonly moneyPerDay: number };
  /** Raw blocks by adapter id. */
  readonly platforms: Readonly<Record<string, unknown>>;
}

export interface ModelSettings {
  readonly provider: "openai-compatible" | "anthropic" | "google";
  readonly model: string;
  readonly baseUrl?: string | undefined;
  /** Name of the environment variable that holds the key. */
  readonly keyFrom?: string | undefined;
  readonly timeoutSeconds: number;
  /** Money per million tokens, in the currency of the budget. */
  readonly price: { readonly input: number; readonly output: number };
}

const model = z.strictObject({
  provider: z.enum(["openai-compatible", "anthropic", "google"], { error: "must be openai-compatible, anthropic or google" }),
  model: z.string({ error: "must name the provider's model" }).min(1),
  baseUrl: z.url({ error: "must be an http address such as http://127.0.0.1:11434/v1" }).optional(),
  keyFrom: z
    .string()
    .regex(/^[A-Z][A-Z0-9_]*$/, "must name an environment variable, never hold the key itself")
    .optional(),
  timeoutSeconds: z.number({ error: "must be a number of seconds" }).min(1).max(300).default(30),
  price: z.strictObject({ input: z.number().min(0).default(0), output: z.number().min(0).default(0) }).prefault({}),
});

const block = z.record(z.string(), z.unknown(), { error: "must be a block of settings" });

const anyBlock = block.optional().catch({});

const schema = z.strictObject({
  lang: z.enum(["en", "uk"], { error: "must be en or uk" }).default("en"),
  zone: z
    .string({ error: "must be a time zone such as Europe/Kyiv" })
    .refine(isZone, "is no time zone: use a name such as Europe/Kyiv or UTC")
    .default("UTC"),
  contact: z.string({ error: "must be a mailbox or an address publishers can write to" }).max(200).default(""),
  operators: z
    .array(z.string().regex(/^[a-z]+:.+$/, "must be platform:id, for example telegram:123456"), {
      error: "must be a list such as [telegram:123456]",
    })
    .default([]),
  log: z.enum(["plain", "json"], { error: "must be plain or json" }).default("plain"),
  welcome: z.boolean({ error: "must be true or false" }).default(true),
  ingest: z
    .strictObject({
      pagesPerRound: z.number({ error: "must be a number" }).int().min(0).max(1000).default(40),
      allowPrivate: z.boolean({ error: "must be true or false" }).default(false),
      keepDays: z.number({ error: "must be a number of days" }).int().min(2).max(3650).default(365),
    })
    .prefault({}),
  models: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/, "must be a short name in lower case"), model).default({}),
  modelBudget: z
    .strictObject({ tokensPerDay: z.number().int().min(0).default(500_000), moneyPerDay: z.number().min(0).default(1) })
    .prefault({}),
  discord: block.optional(),
  telegram: block.optional(),
  web: block.optional(),
});

/** Settings, or what is wrong with them: then the blocks of the platforms as they stand, so that their faults can be told at the same time. */
export type ReadSettings =
  | { readonly settings: Settings }
  | { readonly problems: readonly SettingsProblem[]; readonly platforms: Settings["platforms"]; readonly configFolder: string };

/** Reads `quoth.yaml` from the configuration folder; folders come from the environment. Every fault is listed, none is guessed away. */
export function readSettings(env: Environment): ReadSettings {
  const configFolder = env.QUOTH_CONFIG || "config";
  const file = join(configFolder, "quoth.yaml");
  const checked = readYaml(file, file, schema);
  if ("problems" in checked) {
    const raw = readYaml(file, file, z.looseObject({ discord: anyBlock, telegram: anyBlock, web: anyBlock }));
    return { ...checked, platforms: "value" in raw ? raw.value : {}, configFolder };
  }
  const { discord, telegram, web, ...rest } = checked.value;
  return {
    settings: {
      ...rest,
      dataFolder: env.QUOTH_DATA || "data",
      digestsFolder: env.QUOTH_DIGESTS || "digests",
      configFolder,
      platforms: { discord: discord ?? {}, telegram: telegram ?? {}, web: web ?? {} },
    },
  };
}
