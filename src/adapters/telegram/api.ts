import { Telegram, TelegramError } from "telegraf";
import { BotError } from "../../model/errors.ts";
import { isBroken } from "./errors.ts";
import type { TelegramSettings } from "./settings.ts";

export type Params = Readonly<Record<string, unknown>>;

export interface Upload {
  /** The field that holds the file: "photo", "document". */
  readonly field: string;
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

/** The Bot API. Every call rejects with TelegramError for a refusal, else with whatever the network threw. */
export interface Api {
  call<T>(method: string, params: Params, signal: AbortSignal): Promise<T>;
  upload<T>(method: string, params: Params, file: Upload, signal: AbortSignal): Promise<T>;
  download(path: string, maxBytes: number, signal: AbortSignal): Promise<Uint8Array>;
}

/** Asked again where the connection broke, for it changes nothing: a server may end an idle connection in the moment it is used again. */
const isQuestion = /^get(?!Updates$)/;

/** JSON through telegraf's client; files by our own fetch: telegraf's multipart hangs on Node 26 (nodejs/node#60441) and drops objects (telegraf#2094). */
export function createApi({ token, apiRoot }: Pick<TelegramSettings, "token" | "apiRoot">): Api {
  const client = new Telegram(token, { apiRoot, webhookReply: false });
  const callApi = client.callApi.bind(client) as unknown as (
    method: string,
    params: Params,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  return {
    async call<T>(method: string, params: Params, signal: AbortSignal) {
      const ask = () => callApi(method, params, { signal });
      const result = await ask().catch((cause: unknown) => {
        if (!isQuestion.test(method) || !isBroken(cause)) throw cause;
        return ask();
      });
      return taken<T>(method, result);
    },
    async upload<T>(method: string, params: Params, file: Upload, signal: AbortSignal) {
      const form = new FormData();
      for (const [name, value] of Object.entries(params)) {
        if (value !== undefined) form.set(name, typeof value === "string" ? value : JSON.stringify(value));
      }
      form.set(file.field, new Blob([new Uint8Array(file.bytes)], { type: file.mediaType }), file.name);
      const response = await fetch(`${apiRoot}/bot${token}/${method}`, { method: "POST", body: form, signal });
      const answer = (await response.json()) as { ok: boolean; result?: unknown; error_code?: number; description?: string };
      if (!answer.ok)
        throw new TelegramError({ error_code: answer.error_code ?? response.status, description: answer.description ?? "", ...answer });
      return taken<T>(method, answer.result);
    },
    async download(path, maxBytes, signal) {
      const response = await fetch(`${apiRoot}/file/bot${token}/${path}`, { signal });
      if (!response.ok || !response.body) throw new BotError(`Telegram answered ${response.status} for a file`);
      return readBounded(response.body, maxBytes);
    },
  };
}

function taken<T>(method: string, result: unknown): T {
  if (result === null || result === undefined) throw new BotError(`Telegram answered ${method} without a result`);
  return result as T;
}

async function readBounded(body: ReadableStream<Uint8Array>, maxBytes: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > maxBytes) throw new BotError(`a file from Telegram is longer than ${maxBytes} bytes`);
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
