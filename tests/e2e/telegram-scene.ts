import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "vitest";
import type { Place } from "../kit/telegram-fake/actors.ts";
import type { Rules } from "../kit/telegram-fake/rules.ts";
import { startTelegramFake, type TelegramFake } from "../kit/telegram-fake/server.ts";
import { aDataFolder, type Bot } from "./bot.ts";
import { startOnTelegram, type TelegramBotOptions } from "./telegram-bot.ts";

/** Bots, servers and folders of one test; all end with it, and no request was one that Telegram would not have understood. */
export interface TelegramScene {
  aFake(rules?: Partial<Rules>): Promise<TelegramFake>;
  aFolder(): string;
  /** A folder with this quoth.yaml. */
  config(yaml: string): string;
  start(options: TelegramBotOptions): Bot;
  end(): Promise<void>;
}

export function openTelegramScene(): TelegramScene {
  const releases: (() => Promise<void> | void)[] = [];
  const aFolder = (): string => {
    const folder = aDataFolder();
    releases.push(() => rmSync(folder, { recursive: true, force: true }));
    return folder;
  };
  return {
    async aFake(rules) {
      const fake = await startTelegramFake(Date.now, rules);
      releases.push(async () => {
        await fake.close();
        expect(fake.violations).toEqual([]);
      });
      return fake;
    },
    aFolder,
    config(yaml) {
      const folder = aFolder();
      writeFileSync(join(folder, "quoth.yaml"), yaml);
      return folder;
    },
    start(options) {
      const bot = startOnTelegram(options);
      releases.push(() => bot.stop());
      return bot;
    },
    async end() {
      for (const release of releases.splice(0).reverse()) await release();
    },
  };
}

/** Monday, four seconds before eight in Kyiv. */
export const beforeEight = new Date("2026-11-23T05:59:56Z");
/** At eight the sample is due. */
export const subscribing = "/subscribe sample 08:00 Europe/Kyiv mon-fri";

export const isEdition = (text: string): boolean => text.startsWith("Sample ·");
export const editionsIn = (place: Place): readonly string[] => place.seen().filter(isEdition);

/** True for the request that carries an edition, in either form. */
export const carriesEdition = (method: string, { text, rich_message }: Readonly<Record<string, unknown>>): boolean =>
  (method === "sendMessage" && isEdition(String(text))) ||
  (method === "sendRichMessage" && String((rich_message as { readonly html?: string }).html).startsWith("<h2>Sample ·"));

/** Busy machines start a process slowly. */
export const patienceMs = 90_000;
