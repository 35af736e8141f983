import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/*
 * The page has no password: whoever sits at this machine may read it. Pages of other sites, open in the same browser, may not. Their
 * requests are known by the Host they ask for (a name that was rebound to loopback), by Origin and Sec-Fetch-Site, and they cannot read the
 * token that every form carries.
 */

/** Why a request is refused; undefined when it may pass. */
export function refusalOf({ headers, method }: Pick<IncomingMessage, "headers" | "method">, port: number): string | undefined {
  const hosts = [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`];
  if (!hosts.includes(headers.host?.toLowerCase() ?? "")) return "Open the local channel by the address that Quoth printed.";
  const { origin } = headers;
  if (origin !== undefined && !hosts.some((host) => origin.toLowerCase() === `http://${host}`)) return "This came from another site.";
  const site = headers["sec-fetch-site"];
  const isVisit = method === "GET" && headers["sec-fetch-mode"] === "navigate";
  if (site !== undefined && site !== "same-origin" && site !== "none" && !isVisit) return "This came from another site.";
  return undefined;
}

export function isToken(given: unknown, token: string): boolean {
  if (typeof given !== "string") return false;
  const hash = (value: string): Buffer => createHash("sha256").update(value).digest();
  return timingSafeEqual(hash(given), hash(token));
}

/** Nothing from elsewhere, nothing inline, no frame around it. Without any referrer a plain form would send no Origin that it is known by. */
export const securityHeaders: Readonly<Record<string, string>> = {
  "content-security-policy":
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "x-frame-options": "DENY",
  "referrer-policy": "same-origin",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "cache-control": "no-store",
};
