import { adapters } from "../adapters/index.ts";
import { readCatalogue } from "../config/catalogue.ts";
import { type Environment, readEnvironment } from "../config/env.ts";
import { readSettings, type Settings } from "../config/settings.ts";
import type { Digest } from "../model/digest.ts";
import { SettingsError, type SettingsProblem } from "../model/errors.ts";
import type { Adapter } from "../model/platform.ts";

export interface ReadyAdapter {
  readonly adapter: Adapter;
  readonly settings: unknown;
}

/** Everything that files and environment say of one installation, checked. */
export interface Installation {
  readonly settings: Settings;
  readonly digests: readonly Digest[];
  readonly ready: readonly ReadyAdapter[];
  /** Platforms that are not configured: what is missing and where to get it. */
  readonly off: readonly { readonly adapter: Adapter; readonly missing: string }[];
  readonly env: Environment;
  /** Values that no log may show. */
  readonly secrets: readonly string[];
}

/** @throws SettingsError with every fault of every file at once. */
export function readInstallation(env: Environment = readEnvironment()): Installation {
  const read = readSettings(env);
  const settings = "settings" in read ? read.settings : undefined;
  const problems: SettingsProblem[] = "problems" in read ? [...read.problems] : [];
  const catalogue = readCatalogue(
    settings?.digestsFolder ?? (env.QUOTH_DIGESTS || "digests"),
    settings ? Object.keys(settings.models) : undefined,
  );
  problems.push(...catalogue.problems);
  const { platforms, configFolder } = "settings" in read ? read.settings : read;
  const ready: ReadyAdapter[] = [];
  const off: { adapter: Adapter; missing: string }[] = [];
  for (const adapter of adapters) {
    const checked = adapter.settings(platforms[adapter.id] ?? {}, env);
    if (checked.state === "ready") ready.push({ adapter, settings: checked.settings });
    else if (checked.state === "off") off.push({ adapter, missing: checked.missing });
    else
      problems.push(
        ...checked.problems.map(({ key, words }) => ({
          file: /^[A-Z_]+$/.test(key) ? "the environment" : `${configFolder}/quoth.yaml`,
          key: /^[A-Z_]+$/.test(key) ? key : `${adapter.id}.${key}`,
          words,
        })),
      );
  }
  if (problems.length > 0 || !settings) throw new SettingsError(problems);
  return { settings, digests: catalogue.digests, ready, off, env, secrets: findSecrets(env, settings) };
}

function findSecrets(env: Environment, settings: Settings): readonly string[] {
  const names = [
    ...adapters.flatMap((adapter) => adapter.environment.filter(({ secret }) => secret).map(({ name }) => name)),
    ...Object.values(settings.models).flatMap(({ keyFrom }) => keyFrom ?? []),
  ];
  return names.map((name) => env[name] ?? "").filter((value) => value !== "");
}
