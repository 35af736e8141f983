import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
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
 * Reads a body to its end, inflating it on the way; stops at the first byte over a limit.
 * @throws SourceError ("too-large", "unreadable")
 */
export async function readBody(
  body: Readable | AsyncIterable<Uint8Array>,
  encoding: string | undefined,
  limits: BodyLimits,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const collect = async (source: AsyncIterable<Uint8Array>): Promise<void> => {
    let bytes = 0;
    for await (const chunk of source) {
      bytes += chunk.length;
      if (bytes > limits.maxBytes) throw tooLarge(limits.maxBytes);
      chunks.push(chunk);
    }
  };
  const wire = boundWire(body, limits);
  const inflater = createInflater(encoding);
  try {
    if (inflater) await pipeline(wire, inflater, collect, { signal });
    else await pipeline(wire, collect, { signal });
  } catch (cause) {
    if (isZlibError(cause)) throw new SourceError("unreadable", "The answer's compression is broken.", { cause });
    throw cause;
  }
  return inflateUnlabelled(Buffer.concat(chunks), limits.maxBytes);
}

async function* boundWire(body: AsyncIterable<Uint8Array>, limits: BodyLimits): AsyncIterable<Uint8Array> {
  let bytes = 0;
  for await (const chunk of body) {
    bytes += chunk.length;
    limits.onWire?.(chunk.length);
    if (bytes > limits.maxWireBytes) throw tooLarge(limits.maxWireBytes);
    yield chunk;
  }
}

function createInflater(encoding: string | undefined) {
  switch (encoding?.trim().toLowerCase()) {
    case "gzip":
    case "x-gzip":
      // SYNC_FLUSH: a stream that was cut still gives what came.
      return zlib.createGunzip({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
    case "br":
      return zlib.createBrotliDecompress({ finishFlush: zlib.constants.BROTLI_OPERATION_FLUSH });
    case "deflate":
      return zlib.createInflate({ finishFlush: zlib.constants.Z_SYNC_FLUSH });
    default:
      return undefined;
  }
}

const gunzip = promisify(zlib.gunzip);

/** A gzip file that no header announced (feed.xml.gz, or a server that forgot). */
async function inflateUnlabelled(bytes: Uint8Array, maxBytes: number): Promise<Uint8Array> {
  if (bytes[0] !== 0x1f || bytes[1] !== 0x8b || bytes[2] !== 8) return bytes;
  try {
    return await gunzip(bytes, { maxOutputLength: maxBytes, finishFlush: zlib.constants.Z_SYNC_FLUSH });
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ERR_BUFFER_TOO_LARGE") throw tooLarge(maxBytes, cause);
    throw new SourceError("unreadable", "The answer begins like gzip but cannot be inflated.", { cause });
  }
}

function isZlibError(error: unknown): boolean {
  const code = (error as NodeJS.ErrnoException | undefined)?.code ?? "";
  return code.startsWith("Z_") || code.startsWith("ERR__ERROR_FORMAT") || code.startsWith("ERR_PADDING") || code.startsWith("ERR_BROTLI");
}

function tooLarge(maxBytes: number, cause?: unknown): SourceError {
  const words = `It is larger than ${Math.round(maxBytes / 1_000_000)} MB.`;
  return new SourceError("too-large", words, cause === undefined ? {} : { cause });
}
