/**
 * The library may stay "resuming" for ever while its heartbeats are answered, and may reconnect without end. The gateway counts as dead
 * when it was not ready for `limitMs`; then the process ends, for a supervisor to start it again.
 */
export interface Watchdog {
  /** Called every few seconds. */
  check(): void;
}

const gatewayLimitMs = 90_000;

export interface WatchdogDeps {
  readonly isReady: () => boolean;
  readonly now: () => Date;
  readonly fatal: (reason: string) => void;
}

export function createWatchdog({ isReady, now, fatal }: WatchdogDeps, limitMs: number = gatewayLimitMs): Watchdog {
  let readyAtMs = now().getTime();
  let isDead = false;
  return {
    check() {
      if (isReady()) readyAtMs = now().getTime();
      const goneMs = now().getTime() - readyAtMs;
      if (goneMs < limitMs || isDead) return;
      isDead = true;
      fatal(`Discord's gateway has not been ready for ${Math.round(goneMs / 1_000)} s`);
    },
  };
}
