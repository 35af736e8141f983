import type { Readable } from "node:stream";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { SourceError } from "../model/errors.ts";

export interface BodyLimits {
  /** As sent. */
  readonly maxWireBytes: number;
  /** After inflation. */
  readonly maxBytes: number;
  /** Told of each chunk as it comes. */
  readonly onWire?: (bytes: number) => void;
}

/**
 * Reads a body to its end and inflates it; stops at the first byte over a limit.
 * @throws SourceError ("too-large", "unreadable")
 */
export async function readBody(
  body: Readable | AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const wire = await readWire(body, limits, signal);
  try {
    return await inflate(wire, encoding, limits.maxBytes);
  } catch (cause) {
    if (codeOf(cause) === "ERR_BUFFER_TOO_LARGE") throw tooLarge(limits.maxBytes, cause);
    throw new SourceError("unreadable", "The answer's compression is broken.", { cause });
  }
}

async function readWire(body: AsyncIterable<Uint8Array>, limits: BodyLimits, signal: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of body) {
    signal.throwIfAborted();
    bytes += chunk.length;
    limits.onWire?.(chunk.length);
    if (bytes > limits.maxWireBytes) throw tooLarge(limits.maxWireBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** Servers and the proxies before them compress what is compressed already; more layers are a trap. */
const mostLayers = 3;

/**
 * Gzip is known by its first bytes, not by the header: files are served without it (feed.xml.gz), twice compressed answers name it once,
 * and some servers announce it and send plain text. Brotli and deflate have no such mark: there the header is believed.
 */
async function inflate(bytes: Uint8Array, encoding: string | undefined, maxBytes: number): Promise<Uint8Array> {
  let body = bytes;
  // Listed in the order in which they were applied (RFC 9110, section 8.4).
  const codings = (encoding ?? "").toLowerCase().split(",").slice(0, mostLayers).reverse();
  for (const coding of codings.map((each) => each.trim())) {
    if (coding === "br") body = await unbrotli(body, { maxOutputLength: maxBytes, finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    if (coding === "deflate") body = await (isZlib(body) ? unzlib : unraw)(body, gently(maxBytes));
  }
  for (let layer = 0; layer < mostLayers && isGzip(body); layer++) body = await gunzip(body, gently(maxBytes));
  return body;
}

const gunzip = promisify(zlib.gunzip);
const unzlib = promisify(zlib.inflate);
const unraw = promisify(zlib.inflateRaw);
const unbrotli = promisify(zlib.brotliDecompress);

/** SYNC_FLUSH: a stream that was cut still gives what came. */
const gently = (maxOutputLength: number) => ({ maxOutputLength, finishFlush: zlib.constants.Z_SYNC_FLUSH });

const isGzip = (bytes: Uint8Array): boolean => bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;

/** RFC 1950: method 8, and the first two bytes a multiple of 31. Some servers send the bare stream (RFC 1951). */
const isZlib = (bytes: Uint8Array): boolean => bytes.length > 1 && (bytes[0]! & 15) === 8 && ((bytes[0]! << 8) | bytes[1]!) % 31 === 0;

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | undefined)?.code ?? "";

function tooLarge(maxBytes: number, cause?: unknown): SourceError {
  const words = `It is larger than ${Math.round(maxBytes / 1_000_000)} MB.`;
  return new SourceError("too-large", words, cause === undefined ? {} : { cause });
}
