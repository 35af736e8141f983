import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TelegramFake } from "../kit/telegram-fake/server.ts";

export interface Bot {
  readonly output: () => string;
  stop(): Promise<void>;
  /** As a power cut would. */
  kill(): Promise<void>;
  /** At once, without waiting. */
  readonly strike: () => void;
  isOver(): boolean;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface BotOptions {
  readonly fake: TelegramFake;
  readonly dataFolder: string;
  readonly startsAt: Date;
  /** A folder with another quoth.yaml. */
  readonly configFolder?: string;
}

/** The bot as people start it: a process of its own, and nothing but the environment. Its clock says `startsAt` at the start and goes on from there. */
export function startBot({ fake, dataFolder, startsAt, configFolder }: BotOptions): Bot {
  const running = spawn(process.execPath, ["--import", shiftedClock(startsAt), join(root, "scripts/start.mjs")], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      TELEGRAM_TOKEN: fake.token,
      TELEGRAM_API_ROOT: fake.address,
      QUOTH_DATA: dataFolder,
      QUOTH_PORT: "0",
      ...(configFolder !== undefined && { QUOTH_CONFIG: configFolder }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  for (const stream of [running.stdout, running.stderr]) {
    stream.on("data", (chunk: Buffer) => {
      output += chunk.toString();
    });
  }
  const ended = new Promise<void>((resolve) => running.on("exit", () => resolve()));
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    running.kill(signal);
    await ended;
  };
  return {
    output: () => output,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    strike: () => void running.kill("SIGKILL"),
    isOver: () => running.exitCode !== null || running.signalCode !== null,
  };
}

function shiftedClock(startsAt: Date): string {
  const code = `const offset = ${startsAt.getTime()} - Date.now(); const Real = Date;
globalThis.Date = class extends Real { constructor(...given) { given.length === 0 ? super(Real.now() + offset) : super(...given); } static now() { return Real.now() + offset; } };`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}

/** Resolves as soon as it holds. */
export async function until(holds: () => boolean, told: () => string, patienceMs = 25_000): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${holds}\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}
