import { SourceError } from "../model/errors.ts";
import type { Fetched, Fetcher, FetchRequest } from "./fetch.ts";
import { createHosts, type HostsOptions } from "./hosts.ts";
import { createRobots } from "./robots.ts";

export interface PoliteOptions extends Pick<HostsOptions, "now" | "wait"> {
  readonly gapMs?: number;
  readonly atOnce?: number;
  /** The name that robots.txt files know us by. */
  readonly robotName?: string;
}

export interface PoliteFetcher {
  /** An address that a person gave: no robots.txt is asked. @throws SourceError */
  get(wanted: FetchRequest, signal: AbortSignal): Promise<Fetched>;
  /** An address that a feed or page gave: robots.txt decides. @throws SourceError ("robots") */
  getPage(url: string, signal: AbortSignal): Promise<Fetched>;
  /** The text of a host's robots.txt, "" when it has none. */
  robotsText(url: string, signal: AbortSignal): Promise<string>;
  /** Nothing is sent to this host before. */
  pauseHost(host: string, until: Date): void;
  hostFreeAt(host: string): Date | undefined;
}

/** A fetcher that waits its turn at each host and asks before it reads what nobody named to it. */
export function createPolite(fetcher: Fetcher, options: PoliteOptions): PoliteFetcher {
  const { now, wait, gapMs = 1_000, atOnce = 8, robotName = "quoth" } = options;
  const hosts = createHosts({ now, wait, gapMs, atOnce });
  const get = (wanted: FetchRequest, signal: AbortSignal): Promise<Fetched> =>
    hosts.take(hostOf(wanted.url), signal, () => fetcher.get(wanted, signal));
  const robots = createRobots({ get, now, robotName });
  return {
    get,
    async getPage(url, signal) {
      if (!URL.canParse(url)) throw new SourceError("refused-address", "It is no web address.");
      if (!(await robots.allows(url, signal))) throw new SourceError("robots", "Its robots.txt asks robots not to read this page.");
      return get({ url, want: "page" }, signal);
    },
    robotsText: robots.text,
    pauseHost: hosts.pause,
    hostFreeAt: hosts.freeAt,
  };
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
