import { SourceError } from "../model/errors.ts";
import type { Fetched, Fetcher, FetchRequest } from "./fetch.ts";
import { createHosts, type HostsOptions } from "./hosts.ts";
import { createRobots } from "./robots.ts";

export interface PoliteOptions extends Pick<HostsOptions, "now" | "wait" | "rests"> {
  readonly gapMs?: number;
  readonly atOnce?: number;
  /** The name that robots.txt files know us by. */
  readonly robotName?: string;
}

export interface PoliteFetcher {
  /** An address that a person gave: no robots.txt is asked. @throws SourceError */
  get(wanted: FetchRequest, signal: AbortSignal): Promise<Fetched>;
  /** An address that a feed or page gave: robots.txt decides. Two feeds that name one page at once share its fetch. @throws SourceError ("robots") */
  getPage(url: string, signal: AbortSignal): Promise<Fetched>;
  /** Sitemaps that a host's robots.txt lists. */
  sitemaps(url: string, signal: AbortSignal): Promise<readonly string[]>;
  /** Until when a host asked to be left alone. */
  hostFreeAt(host: string): Promise<Date | undefined>;
}

/** As many redirects from host to host as one host may have within it. */
const maxCrossings = 5;

/** A fetcher that waits its turn at each host and asks before it reads what nobody named to it. */
export function createPolite(fetcher: Fetcher, options: PoliteOptions): PoliteFetcher {
  const { now, wait, rests, gapMs = 1_000, atOnce = 8, robotName = "quoth" } = options;
  const hosts = createHosts({ now, wait, rests, gapMs, atOnce });
  /** Each host on the way is entered by its own rules. */
  const travel = async (wanted: FetchRequest, signal: AbortSignal, enter: (url: string) => Promise<void>): Promise<Fetched> => {
    const start = URL.canParse(wanted.url) ? new URL(wanted.url).href : wanted.url;
    let url = start;
    let permanent = true;
    for (let crossings = 0; crossings <= maxCrossings; crossings++) {
      await enter(url);
      const answer = await hosts.take(hostOf(url), signal, () => fetcher.get({ ...wanted, url, stay: true }, signal));
      permanent &&= answer.movedTo !== undefined || answer.url === url;
      const { movedTo: _own, ...rest } = answer;
      const moved = permanent && answer.url !== start;
      if (answer.status !== "elsewhere") return moved ? { ...rest, movedTo: answer.url } : rest;
      url = answer.url;
    }
    throw new SourceError("http", `It redirects over more than ${maxCrossings} hosts.`);
  };
  const get = (wanted: FetchRequest, signal: AbortSignal): Promise<Fetched> => travel(wanted, signal, async () => {});
  const robots = createRobots({ get, now, robotName });
  const fetchPage = (page: string, signal: AbortSignal): Promise<Fetched> =>
    travel({ url: page, want: "page" }, signal, async (url) => {
      if (!URL.canParse(url)) throw new SourceError("refused-address", "It is no web address.");
      if (!(await robots.allows(url, signal))) throw new SourceError("robots", "Its robots.txt asks robots not to read this page.");
    });
  const pages = new Map<string, Promise<Fetched>>();
  return {
    get,
    async getPage(page, signal) {
      const other = pages.get(page)?.catch((error: unknown) => {
        if (error instanceof SourceError) throw error;
        return undefined; // Whoever asked for it was stopped.
      });
      const shared = await other;
      if (shared) return shared;
      const fetched = fetchPage(page, signal).finally(() => pages.delete(page));
      pages.set(page, fetched);
      return fetched;
    },
    sitemaps: robots.sitemaps,
    hostFreeAt: rests.until,
  };
}

export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).host : address;
}
