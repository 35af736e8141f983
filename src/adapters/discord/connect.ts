import { type Client, DiscordAPIError, Events, REST, type RESTGetAPICurrentUserResult, Routes, Status } from "discord.js";
import { BotError } from "../../model/errors.ts";
import type { Platform, PlatformDeps } from "../../model/platform.ts";
import { createBreaker, watchAnswers } from "./breaker.ts";
import { followChannels } from "./channels.ts";
import { createClient } from "./client.ts";
import { createLastManagers, type LastManagers } from "./last-manager.ts";
import { createManagers } from "./managers.ts";
import { createNotifier, type Notifier } from "./notify.ts";
import { completePacket } from "./packets.ts";
import { openPublisher } from "./publish.ts";
import { receive } from "./receive.ts";
import { createRecent } from "./recent.ts";
import { registerCommands } from "./register.ts";
import { type Caller, createCaller, restOptions } from "./rest.ts";
import { createSending } from "./send.ts";
import type { DiscordSettings } from "./settings.ts";
import { createTargets } from "./targets.ts";
import { createThreads } from "./threads.ts";
import { createWatchdog } from "./watchdog.ts";

const watchMs = 5_000;
const publishTurnMs = 30_000;
const longestCloseMs = 2_000;

/**
 * Connects in the background: sending needs no gateway, and an outage at the start is no reason not to start.
 * @throws BotError when Discord does not accept the token.
 */
export async function connectDiscord(settings: DiscordSettings, deps: PlatformDeps, signal: AbortSignal): Promise<Platform> {
  const client = createClient(settings);
  // What Discord counts goes through one client, answers to people through the other: none waits for the other.
  const rest = new REST(restOptions(settings)).setToken(settings.token);
  const breaker = createBreaker(deps);
  for (const each of [rest, client.rest]) watchAnswers(each, breaker);
  const call = createCaller(rest, settings, breaker, deps.log);
  const publisher = await openPublisher({ ...deps, call, breaker });
  const notifier = createNotifier(call);
  const managers = createLastManagers(deps.memory);
  listen(client, settings, call, { ...deps, notifier, lastManagers: managers });

  const isReachable = await canReach(call, deps);
  let isClosed = false;
  const closing = new AbortController();
  const ended = AbortSignal.any([closing.signal, signal]);
  const opening = open(client, settings, call, isReachable, deps, ended);
  const ownId = createOwnId(client, call);
  const targets = createTargets({ call, now: deps.now, ownId, known: (id) => knownChannel(client, id) });
  const threads = createThreads(call, deps.memory, deps.now, deps.log);
  const watchdog = createWatchdog({ isReady: () => isOpen(client), now: deps.now, fatal: deps.fatal });
  void publisher.turn();
  const timers = [
    // While Discord cannot be reached at all, a new process would not reach it either.
    setInterval(() => client.token !== null && watchdog.check(), watchMs),
    setInterval(() => void publisher.turn(), publishTurnMs),
  ];
  for (const timer of timers) timer.unref();

  return {
    id: "discord",
    ...createSending({ call, breaker, targets, publisher, threads, notifier, managers, ownId }),
    health() {
      if (breaker.waitMs() > 0) return { state: "failed", words: breaker.words() };
      if (isOpen(client) && client.isReady()) return { state: "connected", words: `connected as ${client.user.tag}` };
      return { state: "connecting", words: "connecting to Discord" };
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      closing.abort();
      for (const timer of timers) clearInterval(timer);
      await opening;
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      // While it reconnects, the library waits for its turn to identify before it lets go.
      await Promise.race([client.destroy(), pause(longestCloseMs, new AbortController().signal)]);
    },
  };
}

/** The library calls itself ready while a shard waits for an answer to its resume. */
const isOpen = ({ ws }: Client): boolean => ws.shards.size > 0 && ws.shards.every(({ status }) => status === Status.Ready);

/** Quoth's own id. What was being sent when the process died is looked for before the gateway has told it: then Discord is asked. */
function createOwnId(client: Client, call: Caller): () => Promise<string> {
  let asked: string | undefined;
  return async () => {
    asked ??= client.user?.id ?? (await call<RESTGetAPICurrentUserResult>((rest) => rest.get(Routes.user()))).id;
    return asked;
  };
}

function knownChannel(client: Client, id: string) {
  const channel = client.channels.cache.get(id);
  return channel && !channel.isDMBased() ? { id, type: channel.type, guildId: channel.guildId } : undefined;
}

interface ListenDeps extends PlatformDeps {
  readonly notifier: Notifier;
  readonly lastManagers: LastManagers;
}

function listen(client: Client, { managerRoles }: DiscordSettings, call: Caller, deps: ListenDeps): void {
  const { log } = deps;
  const heard = { ...deps, managerRoles, managers: createManagers(deps.memory), isNew: createRecent() };
  client.on(Events.Raw, completePacket);
  client.on(Events.InteractionCreate, (interaction) => void receive(interaction, heard));
  client.on(Events.Error, (cause) => log.warn("discord: the connection had a fault", { cause }));
  client.on(Events.ShardError, (cause) => log.warn("discord: the gateway had a fault", { cause }));
  client.on(Events.ShardDisconnect, ({ code }) => {
    if (finalCloses.has(code)) deps.fatal(`Discord's gateway refuses Quoth for good (${code}: ${finalCloses.get(code)})`);
  });
  followChannels(client, { ...deps, managers: deps.lastManagers });
  client.once(Events.ClientReady, (ready) => {
    const { size } = ready.guilds.cache;
    log.info(`Discord: connected as ${ready.user.tag}, in ${size === 1 ? "1 server" : `${size} servers`}`, { platform: "discord" });
    registerCommands(ready.application.id, call, deps).catch((cause: unknown) =>
      log.error("discord: the commands could not be registered; the next start tries again", { cause }),
    );
  });
}

/** topics/opcodes-and-status-codes: after these the library does not reconnect. */
const finalCloses: ReadonlyMap<number, string> = new Map([
  [4004, "the token is wrong"],
  [4010, "wrong shard"],
  [4011, "too many servers for one connection"],
  [4012, "the API's version is gone"],
  [4013, "wrong intents"],
  [4014, "an intent is not allowed"],
]);

async function canReach(call: Caller, { log }: PlatformDeps): Promise<boolean> {
  try {
    await call((rest) => rest.get(Routes.gatewayBot()));
    return true;
  } catch (cause) {
    if (cause instanceof DiscordAPIError && cause.status === 401) {
      throw new BotError(
        "Discord does not accept DISCORD_TOKEN. Make a new one: Developer Portal → your application → Bot → Reset Token.",
        { cause },
      );
    }
    // Any other refusal is an answer too; what it means the login will tell.
    if (cause instanceof DiscordAPIError && cause.status < 500) return true;
    log.warn("discord: cannot be reached yet; trying on", { cause });
    return false;
  }
}

const firstWaitMs = 1_000;
const longestWaitMs = 60_000;

/** Tries until the gateway is open or the signal ends it. Never rejects. */
async function open(
  client: Client,
  settings: DiscordSettings,
  call: Caller,
  isReachable: boolean,
  deps: PlatformDeps,
  signal: AbortSignal,
): Promise<void> {
  let waitMs = firstWaitMs;
  let reachable = isReachable;
  while (!reachable && !signal.aborted) {
    await pause(waitMs, signal);
    waitMs = Math.min(longestWaitMs, waitMs * 2);
    reachable =
      !signal.aborted &&
      (await canReach(call, deps).catch((cause: unknown) => {
        deps.log.error("discord: not connected", { cause });
        return false;
      }));
  }
  if (signal.aborted) return;
  try {
    await client.login(settings.token);
  } catch (cause) {
    deps.log.error("discord: the gateway did not let Quoth in", { cause });
    // After a failed login the library reconnects twice a second, and nothing stops it but the end of the process.
    if (!signal.aborted) deps.fatal("Discord's gateway did not let Quoth in");
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
