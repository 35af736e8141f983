import { isIP, type LookupFunction } from "node:net";
import { buildConnector } from "undici";
import { type AllowPrivate, isAllowed, isPublicIp, refused } from "./addresses.ts";
import type { ResolveHost } from "./resolve.ts";

export interface GuardOptions {
  readonly allowPrivate: AllowPrivate;
  readonly resolve: ResolveHost;
  readonly connectMs: number;
}

/**
 * A connector that opens sockets to public addresses only. net.connect asks no resolver for a literal address, so literals are checked first;
 * every address that a name has must be public; the socket goes to an address that was checked, and where it ended is checked once more.
 */
export function guardedConnector(options: GuardOptions): buildConnector.connector {
  const connect = buildConnector({ allowH2: false, timeout: options.connectMs, lookup: checkedLookup(options), autoSelectFamily: true });
  return (target, callback) => {
    const hostname = target.hostname.replace(/^\[|\]$/g, "");
    const allowed = isAllowed(hostname, options.allowPrivate);
    if (!allowed && isIP(hostname) !== 0 && !isPublicIp(hostname)) {
      callback(refused(hostname, "it is a private address"), null);
      return;
    }
    connect(target, (...result) => {
      const [error, socket] = result;
      if (error || !socket) return callback(...result);
      if (allowed || isPublicIp(socket.remoteAddress ?? "")) return callback(null, socket);
      socket.destroy();
      callback(refused(hostname, "the connection ended at a private address"), null);
    });
  };
}

/** A lookup for net.connect that answers with checked addresses only. */
export function checkedLookup({ allowPrivate, resolve }: Pick<GuardOptions, "allowPrivate" | "resolve">): LookupFunction {
  return (hostname, { all }, callback) => {
    const answer = async (): Promise<void> => {
      const addresses = await resolve(hostname);
      if (addresses.length === 0) throw refused(hostname, "its name has no address");
      if (!isAllowed(hostname, allowPrivate) && !addresses.every(isPublicIp))
        throw refused(hostname, "its name leads to a private address");
      const found = addresses.map((address) => ({ address, family: isIP(address) }));
      if (all) callback(null, found);
      else callback(null, found[0]?.address ?? "", found[0]?.family);
    };
    answer().catch((error: NodeJS.ErrnoException) => callback(error, ""));
  };
}
