import { WebSocket } from "ws";
import type { DiscordFake } from "./start.ts";

/** A client that knows nothing: plain HTTP, plain WebSocket. */
export interface RawAnswer {
  readonly status: number;
  readonly code: unknown;
  readonly body: Record<string, unknown>;
  readonly headers: Headers;
}

export const userAgent = "DiscordBot (https://example.invalid, 1.0)";

/** Text and forms go out as they are, anything else as JSON. */
export async function ask(
  fake: DiscordFake,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const response = await fetch(`${fake.apiUrl}/v10${path}`, {
    method,
    headers: {
      authorization: `Bot ${fake.token}`,
      "user-agent": userAgent,
      ...(!(body instanceof FormData) && { "content-type": "application/json" }),
      ...headers,
    },
    ...(body !== undefined && { body: typeof body === "string" || body instanceof FormData ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed = text.startsWith("{") || text.startsWith("[") ? (JSON.parse(text) as Record<string, unknown>) : {};
  return { status: response.status, code: parsed.code, body: parsed, headers: response.headers };
}

export interface RawSocket {
  /** The next message; rejects with the close code when there is none. */
  next(): Promise<{ readonly op: number; readonly t?: string; readonly s?: number; readonly d: Record<string, unknown> }>;
  send(op: number, d: unknown): void;
  /** Whatever it is. */
  sendText(text: string): void;
  closed(): Promise<number>;
  end(): void;
}

export function dial(fake: DiscordFake): RawSocket {
  const socket = new WebSocket(fake.apiUrl.replace(/^http/, "ws").replace(/\/api$/, ""));
  const queue: string[] = [];
  let wake: () => void = () => undefined;
  const closed = new Promise<number>((resolve) => socket.on("close", resolve));
  socket.on("message", (raw: Buffer) => {
    queue.push(raw.toString());
    wake();
  });
  return {
    async next() {
      while (queue.length === 0) {
        const code = await Promise.race([closed, new Promise<undefined>((resolve) => (wake = () => resolve(undefined)))]);
        if (code !== undefined && queue.length === 0) throw new Error(`closed with ${code}`);
      }
      return JSON.parse(queue.shift()!);
    },
    send: (op, d) => socket.send(JSON.stringify({ op, d })),
    sendText: (text) => socket.send(text),
    closed: () => closed,
    end: () => socket.terminate(),
  };
}
