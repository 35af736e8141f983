import { z } from "zod";
import type { Adapter } from "../../model/platform.ts";
import { connectWeb, type WebSettings } from "./connect.ts";

const block = z.strictObject({
  enabled: z.boolean({ error: "must be true or false" }).default(true),
  port: z.number({ error: "must be a port from 0 to 65535 (0 = any free one)" }).int().min(0).max(65_535).default(8484),
  /** Loopback only: the page has no password. */
  host: z.enum(["127.0.0.1", "::1"], { error: "must be 127.0.0.1 or ::1: the local channel has no password" }).default("127.0.0.1"),
});

/** The local channel in the browser: a page on loopback that is a channel like any other platform's. */
export const web: Adapter = {
  id: "web",
  name: "Local channel",
  environment: [{ name: "QUOTH_PORT", required: false, secret: false, about: "Port of the local channel; 0 = any free one" }],
  settings(value, env) {
    const checked = block.safeParse(value ?? {});
    if (!checked.success) {
      return { state: "wrong", problems: checked.error.issues.map(({ path, message }) => ({ key: path.join("."), words: message })) };
    }
    const port = env.QUOTH_PORT === undefined || env.QUOTH_PORT === "" ? checked.data.port : Number(env.QUOTH_PORT);
    if (!Number.isInteger(port) || port < 0 || port > 65_535) {
      return { state: "wrong", problems: [{ key: "QUOTH_PORT", words: "must be a port from 0 to 65535 (0 = any free one)" }] };
    }
    if (!checked.data.enabled) return { state: "off", missing: "The local channel is switched off: set web.enabled to true." };
    return { state: "ready", settings: { port, host: checked.data.host } satisfies WebSettings };
  },
  connect: (settings, deps, signal) => connectWeb(settings as WebSettings, deps, signal),
};
