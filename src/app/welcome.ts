import type { Commands } from "../commands/index.ts";
import type { Platform } from "../model/platform.ts";
import type { Stores } from "../model/stores.ts";
import { type PipelineDeps, publishNow } from "../pipeline.ts";

const digestId = "sample";
const channel = { id: "web:local", platform: "web", address: "local", name: "Local channel", lang: "en" } as const;

export interface WelcomeDeps {
  readonly commands: Commands;
  readonly stores: Stores;
  readonly pipeline: PipelineDeps;
  readonly platforms: readonly Platform[];
  readonly wake: () => void;
  readonly now: () => Date;
}

/** On the very first start the local channel subscribes to the sample and gets its first edition at once: a newcomer sees what Quoth is. */
export async function welcome({ commands, stores, pipeline, platforms, wake, now }: WelcomeDeps, signal: AbortSignal): Promise<void> {
  const isLocal = platforms.some(({ id }) => id === channel.platform);
  if (!isLocal || !pipeline.findDigest(digestId) || !(await stores.ledger.firstTime("app", "welcome", now()))) return;
  const caller = { id: "web:local", name: "Welcome", mayManage: true, isOperator: false };
  await commands.answer({
    command: "subscribe",
    verb: "",
    args: {},
    line: digestId,
    channel,
    caller,
    lang: "en",
    at: now(),
    pressed: false,
  });
  const [subscription] = await stores.subscriptions.ofChannel(channel.id);
  if (!subscription) return;
  await publishNow(subscription, pipeline, signal);
  wake();
}
