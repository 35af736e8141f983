import { z } from "zod";
import type { AdapterSettings } from "../../model/platform.ts";

export interface DiscordSettings {
  readonly token: string;
  /** Another address of the API, without the version: "http://127.0.0.1:9001/api". */
  readonly apiUrl?: string;
  /** Roles whose members manage Quoth without the permission Manage Channels. */
  readonly managerRoles: readonly string[];
}

const block = z.strictObject({
  enabled: z.boolean({ error: "must be true or false" }).default(true),
  apiUrl: z.url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:9001/api" }).optional(),
  managerRoles: z
    .array(z.string().regex(/^\d{17,20}$/, { error: 'must be ids of roles in quotation marks, such as "81384788765712384"' }), {
      error: "must be a list of ids of roles",
    })
    .default([]),
});

export function readSettings(value: unknown, env: Readonly<Record<string, string | undefined>>): AdapterSettings {
  const checked = block.safeParse(value ?? {});
  if (!checked.success) {
    return { state: "wrong", problems: checked.error.issues.map(({ path, message }) => ({ key: path.join("."), words: message })) };
  }
  const { enabled, managerRoles } = checked.data;
  if (!enabled) return { state: "off", missing: "Discord is switched off: set discord.enabled to true." };
  const token = env.DISCORD_TOKEN?.trim().replace(/^Bot\s+/i, "") ?? "";
  if (token === "") {
    return { state: "off", missing: "DISCORD_TOKEN is not set: Developer Portal → your application → Bot → Reset Token shows one." };
  }
  if (/\s/.test(token)) return wrong("DISCORD_TOKEN", "must be one word: copy the token again");
  // The library adds the version.
  const apiUrl = (env.DISCORD_API_URL?.trim() || checked.data.apiUrl)?.replace(/(\/v\d+)?\/*$/, "");
  if (apiUrl !== undefined && (!URL.canParse(apiUrl) || !/^https?:/i.test(apiUrl))) {
    return wrong("DISCORD_API_URL", "must be an address such as http://127.0.0.1:9001/api");
  }
  return { state: "ready", settings: { token, managerRoles, ...(apiUrl !== undefined && { apiUrl }) } satisfies DiscordSettings };
}

const wrong = (key: string, words: string): AdapterSettings => ({ state: "wrong", problems: [{ key, words }] });
