import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { adapters } from "./adapters/index.ts";
import { guarded, startClocks } from "./app/clocks.ts";
import { commandDeps } from "./app/desk.ts";
import type { Installation, ReadyAdapter } from "./app/installation.ts";
import { openModels } from "./app/models.ts";
import { ownDigestsFrom } from "./app/own-digests.ts";
import { pipelineDeps } from "./app/pipeline-deps.ts";
import { openReading } from "./app/reading.ts";
import { revive } from "./app/revive.ts";
import { welcome } from "./app/welcome.ts";
import { type Commands, commandList, createCommands } from "./commands/index.ts";
import { languages } from "./commands/words/index.ts";
import { type DeliveryLoop, startDelivery } from "./deliver/deliver.ts";
import type { Log, Platform, PlatformDeps } from "./model/platform.ts";
import type { Stores } from "./model/stores.ts";
import { openStores } from "./store/open.ts";

export interface App {
  readonly commands: Commands;
  readonly stores: Stores;
  readonly platforms: readonly Platform[];
  /** Resolves with the reason when the process should end by itself. */
  readonly fatal: Promise<string>;
  /** Stops ticking, lets sends in flight settle, closes in reverse order. */
  close(): Promise<void>;
}

export const databaseFile = (installation: Installation): string => join(installation.settings.dataFolder, "quoth.sqlite");

/**
 * The composition root: opens stores, readers, platforms and the two loops, in that order. What opens later closes first.
 * A platform that cannot connect is told of and left out; the others run.
 */
export async function startApp(installation: Installation, log: Log): Promise<App> {
  const now = (): Date => new Date();
  const stopping = new AbortController();
  const closers: (() => Promise<void>)[] = [];
  const fatal = Promise.withResolvers<string>();
  const close = async (): Promise<void> => {
    stopping.abort();
    for (const release of closers.splice(0).reverse()) await release();
  };

  try {
    const stores = await openStores(databaseFile(installation));
    closers.push(() => stores.close());
    const reading = openReading(installation.settings, installation.digests, stores);
    closers.push(() => reading.close());
    const own = ownDigestsFrom(stores.subscriptions, installation.settings.zone);
    await own.readAgain();

    const catalogue = new Map(installation.digests.map((digest) => [digest.id, digest]));
    const models = openModels(installation.settings, installation.env, stores.ledger, log, now);
    const findDigest = (id: string) => catalogue.get(id) ?? own.find(id);
    const pipeline = pipelineDeps({ stores, models, reading, findDigest, now, log });

    const platforms: Platform[] = [];
    const loops: DeliveryLoop[] = [];
    const wake = (): void => {
      for (const loop of loops) loop.wake();
    };
    const health = () => platforms.map((platform) => ({ id: platform.id, name: nameOf(platform.id), health: platform.health() }));
    const commands = createCommands(
      commandDeps({ installation, stores, models, reading, pipeline, own, platforms: health, wake, log, now }),
    );

    for (const ready of installation.ready) {
      const platform = await connect(ready, { installation, commands, stores, wake, log, now, fatal: fatal.resolve }, stopping.signal);
      if (!platform) continue;
      platforms.push(platform);
      closers.push(() => platform.close());
      const loop = startDelivery(platform, { ...stores, wait: sleepOrWake, chance: Math.random, log, now });
      loops.push(loop);
      closers.push(() => loop.stop());
    }

    const { keepDays } = installation.settings.ingest;
    const clocks = startClocks({ stores, reading, pipeline, platforms, keepDays, wake, log, now }, stopping.signal);
    closers.push(() => clocks.stop());
    if (installation.settings.welcome)
      await guarded(
        "the first edition",
        log,
        () => welcome({ commands, stores, pipeline, wake, platforms, now }, stopping.signal),
        stopping.signal,
      );
    return { commands, stores, platforms, fatal: fatal.promise, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Being woken is no error. */
const sleepOrWake = (ms: number, signal: AbortSignal): Promise<void> => sleep(ms, undefined, { signal }).catch(() => undefined);

const nameOf = (id: string): string => adapters.find((adapter) => adapter.id === id)?.name ?? id;

interface ConnectParts {
  readonly installation: Installation;
  readonly commands: Commands;
  readonly stores: Stores;
  /** Something may be sent now. */
  readonly wake: () => void;
  readonly log: Log;
  readonly now: () => Date;
  readonly fatal: (reason: string) => void;
}

/** Undefined when the platform could not be reached or refused us: the reason is in the log. The local channel's failure is everybody's. */
async function connect({ adapter, settings }: ReadyAdapter, parts: ConnectParts, signal: AbortSignal): Promise<Platform | undefined> {
  try {
    return await adapter.connect(settings, platformDeps(adapter.id, parts), signal);
  } catch (error) {
    if (adapter.id === "web") throw error;
    parts.log.error(`${adapter.name} is not connected`, { cause: error });
    return undefined;
  }
}

function platformDeps(id: string, { installation, commands, stores, wake, log, now, fatal }: ConnectParts): PlatformDeps {
  const key = (name: string): string => `adapter:${id}:${name}`;
  return {
    commands: commandList(installation.settings.lang),
    commandsByLang: Object.fromEntries(Object.keys(languages).map((lang) => [lang, commandList(lang)])),
    answer: (call) =>
      commands.answer({
        ...call,
        caller: { ...call.caller, isOperator: call.caller.isOperator || installation.settings.operators.includes(call.caller.id) },
      }),
    complete: (call, argument) => commands.complete(call, argument),
    async onChannel(event) {
      if (event.kind === "gone") return stores.subscriptions.suspendChannel(event.channelId, event.why);
      if (event.kind === "back") return revive(event.channelId, { stores, wake, now });
      await stores.subscriptions.moveChannel(event.from, event.to);
      return true;
    },
    firstTime: (updateId) => stores.ledger.firstTime(id, updateId, now()),
    memory: { get: (name) => stores.ledger.get(key(name)), set: (name, value) => stores.ledger.set(key(name), value) },
    log,
    now,
    fatal,
  };
}
