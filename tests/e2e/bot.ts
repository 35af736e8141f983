import { spawn } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The bot as people start it: a process of its own, and nothing but the environment. */
export interface Bot {
  /** All it printed. */
  readonly output: () => string;
  /** Sets a clock that stands going. */
  runClock(): void;
  isOver(): boolean;
  /** Asks it to end, and waits. */
  stop(): Promise<void>;
  /** Ends it as a power cut would, and waits. */
  kill(): Promise<void>;
  /** The same at once, without waiting. */
  strike(): void;
}

export interface BotOptions {
  /** Beside what every bot is given: the platform's token and address. */
  readonly env: Readonly<Record<string, string>>;
  readonly dataFolder: string;
  /** A folder with another quoth.yaml. */
  readonly configFolder?: string;
  /** A folder with other digests. */
  readonly digestsFolder?: string;
  /** What its clock says at the start; it goes on from there. Absent = the real time. */
  readonly startsAt?: Date;
  /** Its clock stands still until `runClock`: however slow the machine is, no slot passes before. */
  readonly clockStands?: boolean;
}

const root = fileURLToPath(new URL("../../", import.meta.url));

export const aDataFolder = (): string => mkdtempSync(join(tmpdir(), "quoth-e2e-"));

export function startBot({ env, dataFolder, configFolder, digestsFolder, startsAt, clockStands = false }: BotOptions): Bot {
  const clock = startsAt ? ["--import", shiftedClock(startsAt, clockStands)] : [];
  const running = spawn(process.execPath, [...clock, join(root, "scripts/start.mjs")], {
    cwd: root,
    env: {
      PATH: process.env.PATH ?? "",
      ...env,
      QUOTH_DATA: dataFolder,
      QUOTH_PORT: "0",
      ...(configFolder !== undefined && { QUOTH_CONFIG: configFolder }),
      ...(digestsFolder !== undefined && { QUOTH_DIGESTS: digestsFolder }),
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
    runClock: () => void running.kill("SIGUSR2"),
    isOver: () => running.exitCode !== null || running.signalCode !== null,
    stop: () => end("SIGTERM"),
    kill: () => end("SIGKILL"),
    strike: () => void running.kill("SIGKILL"),
  };
}

/** A module that sets the clock of its process to another time. There it stands until SIGUSR2, then it runs on at the usual pace. */
function shiftedClock(startsAt: Date, stands: boolean): string {
  const code = `const Real = Date; let offset; const run = () => { offset = ${startsAt.getTime()} - Real.now(); };
const now = () => offset === undefined ? ${startsAt.getTime()} : Real.now() + offset;
globalThis.Date = class extends Real { constructor(...given) { given.length === 0 ? super(now()) : super(...given); } static now() { return now(); } };
${stands ? 'process.once("SIGUSR2", run);' : "run();"}`;
  return `data:text/javascript,${encodeURIComponent(code)}`;
}
