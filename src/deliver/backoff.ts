const firstWaitMs = 5_000;
const longestWaitMs = 30 * 60_000;

/**
 * Milliseconds to wait after this many attempts (1 = the first has failed): doubling from 5 s up to half an hour.
 * `chance` (0..1) takes up to half away, so that channels that failed together do not come back together.
 */
export function waitAfter(attempts: number, chance: number): number {
  const full = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(full * (1 - chance / 2));
}
