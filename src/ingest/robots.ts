import { SourceError } from "../model/errors.ts";
import type { Fetched, FetchRequest } from "./fetch.ts";

export interface Robots {
  allows(url: string, signal: AbortSignal): Promise<boolean>;
  /** Addresses of sitemaps that the host's file lists. */
  sitemaps(url: string, signal: AbortSignal): Promise<readonly string[]>;
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
  const known = new Map<string, { readonly rules: RobotRules; readonly until: number }>();

  const read = async (url: string, signal: AbortSignal): Promise<RobotRules> => {
    const { origin } = new URL(url);
    const cached = known.get(origin);
    if (cached && cached.until > now().getTime()) return cached.rules;
    const text = await fetchRobots(`${origin}/robots.txt`, signal);
    const rules = text === undefined ? nothingAllowed : parseRobots(text, robotName);
    if (known.size >= maxHosts) known.clear();
    known.set(origin, { rules, until: now().getTime() + (text === undefined ? keepMs.failed : keepMs.good) });
    return rules;
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
    allows: async (url, signal) => isAllowedBy(await read(url, signal), url),
    sitemaps: async (url, signal) => (await read(url, signal)).sitemaps,
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

/** What a robots.txt says to us. */
export interface RobotRules {
  /** Longest first, "allow" before "disallow" of equal length: the first that matches decides. */
  readonly rules: readonly Rule[];
  readonly sitemaps: readonly string[];
}

const nothingAllowed: RobotRules = { rules: [{ allow: false, path: "/" }], sitemaps: [] };

/** More rules, or longer ones, are no rules for readers of news. */
const most = { rules: 2_000, ruleLength: 500, sitemaps: 50 };

/** RFC 9309: the group of our name, else of "*"; groups of one name are joined. */
export function parseRobots(text: string, robotName: string): RobotRules {
  const groups = new Map<string, Rule[]>();
  const sitemaps: string[] = [];
  let agents: string[] = [];
  let inRules = false;
  for (const line of text.split(/\r\n?|\n/)) {
    const match = /^\s*([a-z-]{1,20})\s*:\s*([^#]*)/i.exec(line);
    const key = match?.[1]?.toLowerCase();
    const value = match?.[2]?.trim() ?? "";
    if (key === "user-agent") {
      if (inRules) agents = [];
      inRules = false;
      agents.push(value.toLowerCase().replace(/\/.*$/, ""));
    } else if (key === "allow" || key === "disallow") {
      inRules = true;
      addRule(groups, agents, { allow: key === "allow", path: normalize(value) });
    } else if (key === "sitemap" && URL.canParse(value) && sitemaps.length < most.sitemaps) sitemaps.push(value);
  }
  const rules = groups.get(robotName.toLowerCase()) ?? groups.get("*") ?? [];
  return { rules: rules.sort((a, b) => b.path.length - a.path.length || Number(b.allow) - Number(a.allow)), sitemaps };
}

/** An empty rule forbids nothing, but it makes the group. */
function addRule(groups: Map<string, Rule[]>, agents: readonly string[], rule: Rule): void {
  for (const agent of agents) {
    const rules = groups.get(agent) ?? [];
    if (rule.path !== "" && rule.path.length <= most.ruleLength && rules.length < most.rules) rules.push(rule);
    groups.set(agent, rules);
  }
}

export function isAllowedBy({ rules }: RobotRules, url: string): boolean {
  const { pathname, search } = new URL(url);
  if (pathname === "/robots.txt") return true;
  const path = normalize(pathname + search);
  return rules.find((rule) => matches(rule.path, path))?.allow ?? true;
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
