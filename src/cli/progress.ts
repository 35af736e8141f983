import type { Io } from "./commands.ts";

/** How far a piece of work is. */
export interface Progress {
  readonly words: string;
  /** 0..1, where the whole is known. */
  readonly share?: number;
}

/** Calls `tell` every so many milliseconds until the returned function is called. */
export type Every = (ms: number, tell: () => void) => () => void;

const barCells = 20;
const terminalMs = 250;
const logMs = 5_000;

/**
 * Does long work and tells on standard error how far it is: on a terminal one line with a bar, written anew and taken away at the end; elsewhere
 * a line every five seconds. Work that is done sooner says nothing.
 */
export async function withProgress<T>(
  { errors }: Pick<Io, "errors">,
  describe: () => Progress | Promise<Progress>,
  work: () => Promise<T>,
  every: Every = onTimer,
): Promise<T> {
  const isTerminal = errors.isTTY === true;
  let isOver = false;
  const tell = async (): Promise<void> => {
    const { words, share } = await describe();
    if (isOver) return;
    errors.write(isTerminal ? `\r\u001b[K${share === undefined ? "" : `${bar(share)} `}${words}` : `${words}\n`);
  };
  const stop = every(isTerminal ? terminalMs : logMs, () => {
    tell().catch(() => undefined); // the work goes on untold, and says itself when it fails
  });
  try {
    return await work();
  } finally {
    isOver = true;
    stop();
    if (isTerminal) errors.write("\r\u001b[K");
  }
}

function bar(share: number): string {
  const full = Math.round(Math.min(1, Math.max(0, share)) * barCells);
  return `${"█".repeat(full)}${"░".repeat(barCells - full)}`;
}

const onTimer: Every = (ms, tell) => {
  const timer = setInterval(tell, ms);
  return () => clearInterval(timer);
};
