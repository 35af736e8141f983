import { setTimeout } from "node:timers/promises";
import { startDelivery } from "../../src/deliver/deliver.ts";
import type { Message } from "../../src/model/message.ts";
import type { Platform, Receipt, SendRequest } from "../../src/model/platform.ts";
import { migrate } from "../../src/store/migrate.ts";
import { openConnection } from "../../src/store/sqlite/connection.ts";
import { migrations } from "../../src/store/sqlite/migrations/list.ts";
import { createOutbox } from "../../src/store/sqlite/outbox.ts";
import { createSubscriptionStore } from "../../src/store/sqlite/subscriptions.ts";

/** A real delivery process: delivers what the outbox holds and ends, unless it kills itself at the point it was told. */
export interface ChildPlan {
  readonly file: string;
  readonly url: string;
  readonly recognisesRepeatsForMs: number;
  /** Die at the n-th time this point is passed; "never" to finish the work. */
  readonly point: "claimed" | "answered" | "settled" | "never";
  readonly nth: number;
}

const plan: ChildPlan = JSON.parse(process.argv[2]!);
let left = plan.nth;
const pass = (point: ChildPlan["point"]): void => {
  if (point === plan.point && --left === 0) process.kill(process.pid, "SIGKILL");
};

const connection = openConnection(plan.file);
migrate(connection, migrations);
const outbox = createOutbox(connection);
const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

const loop = startDelivery(overHttp(), {
  outbox: {
    ...outbox,
    async claim(...claim) {
      const claimed = await outbox.claim(...claim);
      if (claimed.length > 0) pass("claimed");
      return claimed;
    },
    async settle(delivery) {
      await outbox.settle(delivery);
      pass("settled");
      if (await isDone()) finish();
    },
  },
  subscriptions: createSubscriptionStore(connection),
  log: silent,
  now: () => new Date(),
  wait: (ms, signal) => setTimeout(ms, undefined, { signal }).catch(() => undefined),
  chance: () => 0,
});
if (await isDone()) finish();

async function isDone(): Promise<boolean> {
  const { queued, sending } = await outbox.counts();
  return queued + sending === 0;
}

function finish(): void {
  void loop.stop().then(() => connection.close());
}

function overHttp(): Platform {
  const ok: Receipt = { status: "refused", reason: "content", cause: "not used here" };
  return {
    id: "fake",
    recognisesRepeatsForMs: plan.recognisesRepeatsForMs,
    limits: { platform: [], channel: () => [] },
    split: (message: Message) => message.blocks.filter(({ kind }) => kind === "story").map((block) => ({ blocks: [block] })),
    async send(request: SendRequest, signal: AbortSignal) {
      const [block] = request.message.blocks;
      const text = block?.kind === "story" ? String(block.number) : "";
      const body = JSON.stringify({ deliveryId: request.deliveryId, channel: request.channel.id, text, pid: process.pid });
      const answer = await fetch(`${plan.url}/send`, { method: "POST", body, signal });
      const { messageId } = (await answer.json()) as { messageId: string };
      pass("answered");
      return { status: "sent", messageId };
    },
    edit: async () => ok,
    notify: async () => ok,
    health: () => ({ state: "connected", words: "" }),
    close: async () => undefined,
  };
}
