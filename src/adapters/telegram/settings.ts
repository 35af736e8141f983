import { z } from "zod";
import type { AdapterSettings } from "../../model/platform.ts";
import type { RichSetting } from "./rich-form.ts";

export interface TelegramSettings {
  readonly token: string;
  /** Without a slash at the end. */
  readonly apiRoot: string;
  /** Telegram calls us there instead of being asked. */
  readonly webhook?: { readonly url: string; readonly secret: string; readonly port: number };
  /** Editions as rich messages: "auto" (where absent) and "on" where the server knows them; "on" warns where it does not. */
  readonly rich?: RichSetting;
  /** Private answers in a group as messages that the asker alone sees (Bot API 10.3); a server that does not know them would show them to all. */
  readonly whispers?: boolean;
  /** Chat where messages in doubt are forwarded to and deleted again. */
  readonly operatorChat?: string;
}

const webhook = z.strictObject({
  url: z.url({ protocol: /^https?$/, error: "must be the public address that Telegram calls" }),
  secret: z.string().regex(/^[\w-]{1,256}$/, { error: "must be 1 to 256 letters, digits, _ or -" }),
  port: z.number({ error: "must be the port to listen on" }).int().min(0).max(65_535),
});

const block = z.strictObject({
  enabled: z.boolean({ error: "must be true or false" }).default(true),
  apiRoot: z.url({ protocol: /^https?$/, error: "must be an address such as http://127.0.0.1:8081" }).optional(),
  webhook: webhook.optional(),
  whispers: z.boolean({ error: "must be true or false" }).optional(),
  rich: z.enum(["on", "off", "auto"], { error: "must be on, off or auto" }).optional(),
  operatorChat: z.union([z.string().regex(/^(-?\d+|@\w+)$/), z.number().int()], { error: "must be the id of a chat" }).optional(),
});

export function readSettings(value: unknown, env: Readonly<Record<string, string | undefined>>): AdapterSettings {
  const checked = block.safeParse(value ?? {});
  if (!checked.success) {
    return { state: "wrong", problems: checked.error.issues.map(({ path, message }) => ({ key: path.join("."), words: message })) };
  }
  const { enabled, webhook, operatorChat, rich, whispers } = checked.data;
  if (!enabled) return { state: "off", missing: "Telegram is switched off: set telegram.enabled to true." };
  const token = env.TELEGRAM_TOKEN?.trim() ?? "";
  if (token === "") return { state: "off", missing: "TELEGRAM_TOKEN is not set: @BotFather → /newbot shows one." };
  if (!/^\d+:[\w-]+$/.test(token)) return wrong("TELEGRAM_TOKEN", "must look like 123456:ABC-DEF: copy it from @BotFather again");
  const apiRoot = (env.TELEGRAM_API_ROOT?.trim() || checked.data.apiRoot || telegramItself).replace(/\/+$/, "");
  if (!URL.canParse(apiRoot) || !/^https?:/i.test(apiRoot))
    return wrong("TELEGRAM_API_ROOT", "must be an address such as http://127.0.0.1:9002");
  const settings: TelegramSettings = {
    token,
    apiRoot,
    ...(webhook && { webhook }),
    ...(rich && { rich }),
    // Telegram's own server is the newest there is; of another nobody knows.
    whispers: whispers ?? apiRoot === telegramItself,
    ...(operatorChat !== undefined && { operatorChat: String(operatorChat) }),
  };
  return { state: "ready", settings };
}

const telegramItself = "https://api.telegram.org";

const wrong = (key: string, words: string): AdapterSettings => ({ state: "wrong", problems: [{ key, words }] });
