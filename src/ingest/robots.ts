import { SourceError } from "../model/errors.ts";
import type { Fetched, FetchRequest } from "./fetch.ts";

export interface Robots {
  allows(url: string, signal: AbortSignal): Promise<boolean>;
  text(url: string, signal: AbortSignal): Promise<string>;
}

export interface RobotsOptions {
  readonly get: (wanted: FetchRequest, signal: AbortSignal) => Promise<Fetched>;
  readonly now: () => Date;
  readonly robotName: string;
}

/** RFC 9309, section 2.4: at most a day; an answer that could not be had is asked for again sooner. */
const keepMs = { good: 24 * 3_600_000, failed: 3_600_000 };
/** RFC 9309, section 2.5: at least 500 KiB are read. */
const maxBytes = 512 * 1024;
const maxHosts = 1_000;

/** Asks each host's robots.txt once a day: 4xx = everything is allowed, 5xx or no answer = nothing is. */
export function createRobots({ get, now, robotName }: RobotsOptions): Robots {
  const known = new Map<string, { readonly text: string | undefined; readonly until: number }>();

  const read = async (url: string, signal: AbortSignal): Promise<string | undefined> => {
    const { origin } = new URL(url);
    const cached = known.get(origin);
    if (cached && cached.until > now().getTime()) return cached.text;
    const text = await fetchRobots(`${origin}/robots.txt`, signal);
    if (known.size >= maxHosts) known.clear();
    known.set(origin, { text, until: now().getTime() + (text === undefined ? keepMs.failed : keepMs.good) });
    return text;
  };

  const fetchRobots = async (address: string, signal: AbortSignal): Promise<string | undefined> => {
    try {
      const { body } = await get({ url: address, want: "robots" }, signal);
      return new TextDecoder().decode(body.subarray(0, maxBytes));
    } catch (error) {
      signal.throwIfAborted();
      if (error instanceof SourceError) return noRobots(error) ? "" : undefined;
      throw error;
    }
  };

  return {
    async allows(url, signal) {
      const text = await read(url, signal);
      return text !== undefined && isAllowedBy(text, robotName, url);
    },
    text: async (url, signal) => (await read(url, signal)) ?? "",
  };
}

/** A 4xx (but not "too many") means that there are no rules. */
function noRobots(error: SourceError): boolean {
  return error.status !== undefined && error.status >= 400 && error.status < 500 && error.status !== 429;
}

interface Rule {
  readonly allow: boolean;
  readonly path: string;
}

/** RFC 9309: the group of our name, else of "*"; the longest matching rule wins, "allow" at equal length. */
export function isAllowedBy(text: string, robotName: string, url: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === "/robots.txt") return true;
  const path = normalize(pathname + search);
  const matching = rulesFor(text, robotName.toLowerCase()).filter((rule) => matches(rule.path, path));
  const best = matching.sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow))[0];
  return best?.allow ?? true;
}

function rulesFor(text: string, robotName: string): readonly Rule[] {
  const groups = new Map<string, Rule[]>();
  let agents: string[] = [];
  let inRules = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const match = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    if (key === "user-agent") {
      if (inRules) agents = [];
      inRules = false;
      agents.push(value.toLowerCase().replace(/\/.*$/, ""));
    } else if (key === "allow" || key === "disallow") {
      inRules = true;
      if (value !== "")
        for (const agent of agents) groups.set(agent, [...(groups.get(agent) ?? []), { allow: key === "allow", path: normalize(value) }]);
      else for (const agent of agents) groups.set(agent, groups.get(agent) ?? []);
    }
  }
  return groups.get(robotName) ?? groups.get("*") ?? [];
}

function normalize(path: string): string {
  return path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
}

/** "*" = anything, a final "$" = the end. Linear: pieces between stars are looked for from left to right. */
function matches(rule: string, path: string): boolean {
  const anchored = rule.endsWith("$");
  const pieces = (anchored ? rule.slice(0, -1) : rule).split("*");
  let at = 0;
  for (const [index, piece] of pieces.entries()) {
    if (index === 0) {
      if (!path.startsWith(piece)) return false;
      at = piece.length;
    } else if (index === pieces.length - 1 && anchored) {
      return path.length - piece.length >= at && path.endsWith(piece);
    } else {
      const found = path.indexOf(piece, at);
      if (found < 0) return false;
      at = found + piece.length;
    }
  }
  return !anchored || at === path.length;
}

/** Addresses that a robots.txt lists as sitemaps. */
export function sitemapsOf(text: string): readonly string[] {
  return [...text.matchAll(/^\s*sitemap\s*:\s*(\S+)/gim)].map((match) => match[1] ?? "").filter((url) => URL.canParse(url));
}
