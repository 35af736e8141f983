import { TelegramError } from "telegraf";
import type { Platform, PlatformDeps } from "../../model/platform.ts";
import { createApi } from "./api.ts";
import { createBudget } from "./budget.ts";
import { createFindSent } from "./find-sent.ts";
import { createInbox } from "./inbox.ts";
import { createManagers } from "./managers.ts";
import { createMembers } from "./members.ts";
import { patient } from "./patient.ts";
import { type PollerParts, startPoller, wordsOf } from "./poller.ts";
import { receive } from "./receive.ts";
import { registerCommands } from "./register.ts";
import { createRichForm } from "./rich-form.ts";
import { createSender, paceLimits } from "./send.ts";
import type { TelegramSettings } from "./settings.ts";
import { splitMessage, splitRich } from "./split.ts";
import { createTitles } from "./titles.ts";
import { createTopics } from "./topics.ts";
import { allowedUpdates, type Update, type User } from "./updates.ts";
import { openWebhook } from "./webhook.ts";

/** Connects in the background: a token or network that does not work now may work later, and is told by health(). */
export async function connectTelegram(
  settings: TelegramSettings,
  deps: PlatformDeps & Pick<PollerParts, "wait">,
  signal: AbortSignal,
): Promise<Platform> {
  const api = createApi(settings);
  const budget = createBudget(deps.now, deps.wait);
  const richForm = createRichForm(settings.rich ?? "auto", deps);
  const sender = createSender(api, deps, budget, richForm);
  const closing = new AbortController();
  const working = AbortSignal.any([signal, closing.signal]);
  let botName = "";
  const parts = {
    ...deps,
    api,
    sender,
    members: createMembers(api, deps.now),
    managers: createManagers(deps.memory),
    topics: createTopics(deps.memory),
    titles: createTitles(api),
    botName: () => botName,
    whispers: settings.whispers ?? false,
  };
  const inbox = createInbox((update) => receive(update, parts, working), deps.firstTime);
  const introduce = async (until: AbortSignal): Promise<void> => {
    botName = (await api.call<User>("getMe", {}, until)).username ?? "";
    await richForm.probe(api, until);
    await wanted(
      "the list of commands could not be handed in",
      () => registerCommands(patient(api), { ...deps, whispers: settings.whispers ?? false }, until),
      deps.log,
    );
  };
  const intake = settings.webhook ? await startWebhook(settings.webhook) : startPolling();
  const onAbort = (): void => void intake.stop();
  signal.addEventListener("abort", onAbort, { once: true });

  function startPolling() {
    const prepare = async (until: AbortSignal): Promise<void> => {
      await introduce(until);
      // Where one is still set the poll says so (409), and all of this is tried again.
      await wanted(
        "an earlier webhook could not be taken away",
        () => api.call("deleteWebhook", { drop_pending_updates: false }, until),
        deps.log,
      );
    };
    return startPoller({ api, prepare, take: inbox.take, ...(deps.wait && { wait: deps.wait }) }, deps);
  }

  async function startWebhook({ url, secret, port }: NonNullable<TelegramSettings["webhook"]>) {
    const server = await openWebhook({ url, secret, port }, (update: Update) => inbox.take(update), deps.log);
    let health: ReturnType<Platform["health"]> = { state: "connecting", words: "setting the webhook" };
    const tried = (async () => {
      await introduce(working);
      // One call at a time: a removal and a return that change places would leave a chat suspended.
      await api.call("setWebhook", { url, secret_token: secret, allowed_updates: allowedUpdates, max_connections: 1 }, working);
      health = { state: "connected", words: `called by Telegram at ${new URL(url).host}` };
    })().catch((cause: unknown) => {
      health = { state: "failed", words: wordsOf(cause) };
      deps.log.error(`telegram: ${health.words}`, { cause });
    });
    const stop = async (): Promise<void> => {
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      });
    };
    return { tried, health: () => health, stop };
  }

  await intake.tried;
  return {
    id: "telegram",
    recognisesRepeatsForMs: 0,
    limits: paceLimits,
    split: (message) => (richForm.isUsed() ? splitRich(message) : splitMessage(message)),
    send: sender.send,
    edit: sender.edit,
    notify: sender.notify,
    ...(settings.operatorChat !== undefined && {
      findSent: createFindSent(budget.spend(api, "editions"), settings.operatorChat, deps.memory),
    }),
    health: intake.health,
    async close() {
      signal.removeEventListener("abort", onAbort);
      await intake.stop();
      const late = setTimeout(() => closing.abort(), 5_000);
      await inbox.idle();
      clearTimeout(late);
      closing.abort();
    },
  };
}

/** What makes a bot comfortable but is not needed to work: a server that refuses it (one that knows fewer methods) is used all the same. */
async function wanted(words: string, work: () => Promise<unknown>, log: PlatformDeps["log"]): Promise<void> {
  try {
    await work();
  } catch (cause) {
    if (!(cause instanceof TelegramError) || cause.code === 401) throw cause;
    log.info(`telegram: ${words}: ${cause.message}`);
  }
}
