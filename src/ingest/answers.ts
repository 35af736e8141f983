import { SourceError } from "../model/errors.ts";

type Headers = Readonly<Record<string, string>>;

/** What a status other than 2xx means for the source; undefined for a good answer that is no bot wall. */
export function answerError(status: number, headers: Headers, body: Uint8Array): SourceError | undefined {
  const retryAfterMs = readRetryAfter(headers["retry-after"], headers.date) ?? (status === 429 ? restMs : undefined);
  const failure = (kind: SourceError["kind"], words: string): SourceError =>
    new SourceError(kind, `It answers ${status}: ${words}.`, { status, retryAfterMs });
  if (isBotWall(status, headers, body)) return failure("blocked", "it blocks bots");
  if (status >= 200 && status < 300) return undefined;
  if (status === 410) return failure("gone", "it is gone for good");
  if (status === 429 || (status === 503 && retryAfterMs !== undefined)) return failure("rate-limited", "it asks for fewer requests");
  if (status === 404) return failure("http", "there is nothing at this address");
  if (status === 401 || status === 403 || status === 451) return failure("blocked", "it does not let Quoth read it");
  return failure("http", status >= 500 ? "its server has trouble" : "it cannot be read");
}

/** After a 429 that names no time (RFC 6585 lets it): its host is not asked for the next page a second later. */
const restMs = 15 * 60_000;

/** Headers and pages by which the walls of Cloudflare, DataDome, Akamai, Imperva and the like are known. Named, never climbed. */
function isBotWall(status: number, headers: Headers, body: Uint8Array): boolean {
  if (headers["cf-mitigated"] === "challenge") return true;
  // DataDome marks every answer of a site it guards, the good ones too.
  if (headers["x-datadome"] !== undefined && status >= 400) return true;
  if (headers["x-amzn-waf-action"] === "challenge" || headers["x-amzn-waf-action"] === "captcha") return true;
  if (!/html/.test(headers["content-type"] ?? "")) return false;
  const head = Buffer.from(body.subarray(0, 20_000)).toString("latin1");
  const challenge =
    /\/cdn-cgi\/challenge-platform\/|<title>Just a moment\.\.\.<|_Incapsula_Resource|captcha-delivery\.com|px-captcha|id="challenge-form"/;
  // A good page may mention such a script; a wall is short and has nothing else.
  return challenge.test(head) && (status === 403 || status === 429 || status === 503 || body.length < 20_000);
}

/** A week: longer waits are mistakes of the server. */
const maxRetryAfterMs = 7 * 24 * 3_600_000;

/** Seconds or an HTTP date (RFC 9110, section 10.2.3); the server's own clock is what its date is measured by. */
export function readRetryAfter(value: string | undefined, serverDate?: string): number | undefined {
  const text = value?.trim() ?? "";
  if (/^\d+$/.test(text)) return Math.min(Number(text) * 1_000, maxRetryAfterMs);
  const until = Date.parse(text);
  const from = Date.parse(serverDate ?? "");
  if (Number.isNaN(until) || Number.isNaN(from)) return undefined;
  return Math.min(Math.max(until - from, 0), maxRetryAfterMs);
}

const words: Readonly<Record<string, string>> = {
  ENOTFOUND: "its name is unknown to the DNS",
  EAI_AGAIN: "its name could not be looked up just now",
  ECONNREFUSED: "it refuses connections",
  ECONNRESET: "it broke the connection off",
  EHOSTUNREACH: "there is no way to it",
  ENETUNREACH: "there is no way to it",
  UND_ERR_SOCKET: "it broke the connection off",
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: "it sent less or more than it announced",
  CERT_HAS_EXPIRED: "its certificate has run out",
  CERT_NOT_YET_VALID: "its certificate is not valid yet: is this machine's clock right?",
  DEPTH_ZERO_SELF_SIGNED_CERT: "its certificate is signed by nobody known",
  SELF_SIGNED_CERT_IN_CHAIN: "its certificate is signed by nobody known",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "its certificate is signed by nobody known",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "its certificate cannot be verified",
  ERR_TLS_CERT_ALTNAME_INVALID: "its certificate is for another name",
  UND_ERR_HEADERS_OVERFLOW: "its headers are too large",
};

/** What the network threw, in words; by its code, never by its message. */
export function networkError(url: URL, error: unknown): SourceError {
  const known = findSourceError(error);
  if (known) return known;
  const code = findCode(error);
  // A network says why with a code. What has none and is of these kinds is a fault of this program, and no source's.
  if (code === "" && (error instanceof TypeError || error instanceof ReferenceError)) throw error;
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT")
    return new SourceError("timeout", `${url.host} does not take connections.`, { cause: error });
  const why =
    words[code] ??
    (code.startsWith("HPE_") ? "it does not speak HTTP" : code.startsWith("ERR_SSL") ? "its encryption failed" : "the connection failed");
  return new SourceError("unreachable", `${url.host} cannot be reached: ${why}.`, { cause: error });
}

function findSourceError(error: unknown): SourceError | undefined {
  for (let at = error; at instanceof Error; at = at.cause) if (at instanceof SourceError) return at;
  if (error instanceof AggregateError) return error.errors.map(findSourceError).find((found) => found !== undefined);
  return undefined;
}

function findCode(error: unknown): string {
  for (let at = error; at instanceof Error; at = at.cause) {
    const code = (at as NodeJS.ErrnoException).code;
    if (typeof code === "string") return code;
    if (at.name === "HTTPParserError") return "HPE_"; // undici gives a code to most of them only
    if (at instanceof AggregateError && at.errors.length > 0) return findCode(at.errors[0]);
  }
  return "";
}
