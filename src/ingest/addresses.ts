import ipaddr from "ipaddr.js";
import { SourceError } from "../model/errors.ts";

/** Ports that news is served from; others are doors to somebody's inner services. */
const usualPorts = new Set(["", "80", "443", "8080", "8443"]);

/** Which private addresses may be reached: none, those of the named hosts ("feeds.intranet", "127.0.0.1"), or all. */
export type AllowPrivate = boolean | readonly string[];

/**
 * Checks an address before anything is sent to it: http(s), an ordinary port, no credentials in it, no literal private address.
 * Names are checked when they are resolved (guard.ts).
 * @throws SourceError ("refused-address")
 */
export function checkAddress(address: string, allowPrivate: AllowPrivate): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) throw refused(address, "it is no web address");
  if (url.protocol !== "http:" && url.protocol !== "https:") throw refused(address, "only http and https addresses are read");
  if (url.username !== "" || url.password !== "") throw refused(url.host, "it carries a user name or password");
  if (isAllowed(url.hostname, allowPrivate)) return url;
  if (!usualPorts.has(url.port)) throw refused(url.host, `port ${url.port} is no port of a web site`);
  const literal = url.hostname.replace(/^\[|\]$/g, "");
  if (ipaddr.isValid(literal) && !isPublicIp(literal)) throw refused(url.host, "it is a private address");
  return url;
}

/** True for a host that the operator allowed to be private. */
export function isAllowed(hostname: string, allowPrivate: AllowPrivate): boolean {
  if (typeof allowPrivate === "boolean") return allowPrivate;
  return allowPrivate.includes(hostname.replace(/^\[|\]$/g, "").toLowerCase());
}

/** True for an address on the open internet: not loopback, private, link-local, shared, reserved, multicast, nor one of those wrapped in IPv6. */
export function isPublicIp(ip: string): boolean {
  try {
    return ipaddr.process(ip.replace(/%.*$/, "")).range() === "unicast";
  } catch {
    return false; // What cannot be read as an address cannot be trusted as one.
  }
}

export function refused(host: string, why: string, cause?: unknown): SourceError {
  return new SourceError("refused-address", `${host} is not fetched: ${why}.`, cause === undefined ? {} : { cause });
}
