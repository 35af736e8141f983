import type { IncomingMessage, ServerResponse } from "node:http";
import type { CommandCall } from "../../model/command.ts";
import type { Message } from "../../model/message.ts";
import type { PlatformDeps } from "../../model/platform.ts";
import { HttpRefusal } from "./errors.ts";
import { isToken } from "./guard.ts";
import type { Hub } from "./hub.ts";
import type { MessageLog } from "./log.ts";
import { renderBlocks, renderEntry } from "./markup.ts";
import { renderPage, renderSide, renderSourcesPage } from "./page.ts";
import { script } from "./script.ts";
import { localChannel } from "./send.ts";
import { icon, style } from "./style.ts";
import { pageWords } from "./words.ts";

export interface ReceiveDeps extends Pick<PlatformDeps, "answer" | "complete" | "now"> {
  readonly log: MessageLog;
  readonly hub: Hub;
  /** Every form carries it; other sites cannot read it. */
  readonly token: string;
}

const pageLength = 40;
const maxBodyBytes = 6_000_000;

/** One request → one answer. @throws HttpRefusal */
export async function receive(request: IncomingMessage, response: ServerResponse, deps: ReceiveDeps): Promise<void> {
  const url = new URL(request.url ?? "/", "http://local");
  const route = `${request.method} ${url.pathname}`;
  const lang = langOf(request);
  const asset = assets[route];
  if (asset) return reply(response, asset.type, asset.body);
  if (route === "GET /") return showPage(url, lang, response, deps);
  if (route === "GET /events") return showEvents(request, url, lang, response, deps);
  if (route === "GET /side") return reply(response, htmlType, renderSide(await sideMessage(lang, deps), pageWords(lang)).text);
  if (route === "GET /complete") return showCompletions(url, lang, response, deps);
  if (route === "GET /sources") return showSources(url, lang, response, deps);
  if (request.method === "GET" && url.pathname.startsWith("/file/")) return showFile(url, response, deps);
  if (route === "POST /say" || route === "POST /press") return act(request, lang, response, deps);
  throw new HttpRefusal(404, "There is nothing at this address.");
}

/** The browser's first language. */
export const langOf = ({ headers }: Pick<IncomingMessage, "headers">): string => headers["accept-language"]?.split(/[,;]/)[0] ?? "en";

const htmlType = "text/html; charset=utf-8";

const assets: Readonly<Record<string, { readonly type: string; readonly body: string }>> = {
  "GET /style.css": { type: "text/css; charset=utf-8", body: style },
  "GET /app.js": { type: "text/javascript; charset=utf-8", body: script },
  "GET /icon.svg": { type: "image/svg+xml", body: icon },
};

function reply(response: ServerResponse, type: string, body: string | Uint8Array): void {
  response.writeHead(200, { "content-type": type });
  response.end(body);
}

async function showPage(url: URL, lang: string, response: ServerResponse, deps: ReceiveDeps): Promise<void> {
  const before = Number(url.searchParams.get("before"));
  const isPast = Number.isInteger(before) && before > 1;
  const entries = await deps.log.latest(pageLength, isPast ? before : undefined);
  const side = await sideMessage(lang, deps);
  const content = { entries, side, token: deps.token, hasEarlier: (entries[0]?.seq ?? 1) > 1, isPast };
  reply(response, htmlType, renderPage(content, pageWords(lang)).text);
}

const sideMessage = async (lang: string, deps: ReceiveDeps): Promise<Message> =>
  (await deps.answer(callFrom("subscriptions", { lang, at: deps.now(), pressed: false }))).message;

async function showEvents(
  request: IncomingMessage,
  url: URL,
  lang: string,
  response: ServerResponse,
  { log, hub, token }: ReceiveDeps,
): Promise<void> {
  const seen = Number(request.headers["last-event-id"] ?? url.searchParams.get("after") ?? 0);
  const words = pageWords(lang);
  const missed = await log.after(Number.isInteger(seen) && seen >= 0 ? seen : 0);
  hub.open(response, (entry) => renderEntry(entry, token, words), missed);
}

async function showCompletions(url: URL, lang: string, response: ServerResponse, deps: ReceiveDeps): Promise<void> {
  const line = (url.searchParams.get("line") ?? "").slice(0, 300);
  const call = { ...callFrom("", { lang, at: deps.now(), pressed: false }), line };
  reply(response, "application/json; charset=utf-8", JSON.stringify((await deps.complete(call, "")).slice(0, 12)));
}

/** Reading, so a link may do it: only the sources of an edition are answered here. */
async function showSources(url: URL, lang: string, response: ServerResponse, deps: ReceiveDeps): Promise<void> {
  const line = url.searchParams.get("call") ?? "";
  if (!/^sources [a-z0-9]{1,20}( \d{1,3}){0,2}$/i.test(line)) throw new HttpRefusal(404, "There is nothing at this address.");
  const { message } = await deps.answer(callFrom(line, { lang, at: deps.now(), pressed: true }));
  const words = pageWords(lang);
  const beside = { ...message, blocks: message.blocks.filter(({ kind }) => kind !== "bullet") };
  const isPart = url.searchParams.has("part");
  reply(response, htmlType, (isPart ? renderBlocks(beside, 0, words) : renderSourcesPage(message, words)).text);
}

async function showFile(url: URL, response: ServerResponse, { log }: ReceiveDeps): Promise<void> {
  const [, , seq, place] = url.pathname.split("/");
  const block = (await log.find(Number(seq)))?.message?.blocks[Number(place)];
  if (block?.kind === "image") return reply(response, "image/png", block.png);
  if (block?.kind !== "file") throw new HttpRefusal(404, "There is no such file.");
  response.setHeader("content-disposition", `attachment; filename="${block.name.replace(/[^\w.-]/g, "_")}"`);
  reply(response, "application/octet-stream", block.bytes);
}

/** A typed line or a pressed button. A script gets no page back: what it changed comes by the events. */
async function act(request: IncomingMessage, lang: string, response: ServerResponse, deps: ReceiveDeps): Promise<void> {
  const form = await readForm(request);
  if (!isToken(form.get("token"), deps.token)) throw new HttpRefusal(403, "This page is from before a restart. Load it again.");
  const line = textOf(form, "line").trim();
  const pressed = textOf(form, "call");
  const attachment = await fileOf(form);
  const shown = pressed !== "" ? await press(pressed, Number(textOf(form, "held")), lang, deps) : await say(line, attachment, lang, deps);
  deps.hub.sideChanged();
  if (request.headers["x-quoth"] !== undefined) response.writeHead(204).end();
  else response.writeHead(303, { location: shown === undefined ? "/" : `/#m${shown}` }).end();
}

type Attachment = NonNullable<CommandCall["attachment"]>;

async function say(line: string, attachment: Attachment | undefined, lang: string, deps: ReceiveDeps): Promise<number | undefined> {
  // A file on its own is an article.
  const typed = line === "" && attachment ? "article" : line.replace(/^\/\s*/, "");
  if (typed === "") return undefined;
  const at = deps.now();
  deps.hub.added(await deps.log.append({ at, typed: attachment ? `${typed} (${attachment.name})` : typed }));
  const call = callFrom(typed, { lang, at, pressed: false });
  const { message } = await deps.answer(attachment ? { ...call, attachment } : call);
  const entry = await deps.log.append({ at: deps.now(), message });
  deps.hub.added(entry);
  return entry.seq;
}

async function press(line: string, from: number, lang: string, deps: ReceiveDeps): Promise<number | undefined> {
  const { message, replace } = await deps.answer(callFrom(line.slice(0, 200), { lang, at: deps.now(), pressed: true }));
  const replaced = replace ? await deps.log.replace(from, message) : undefined;
  if (replaced) {
    deps.hub.replaced(replaced);
    return replaced.seq;
  }
  const entry = await deps.log.append({ at: deps.now(), message });
  deps.hub.added(entry);
  return entry.seq;
}

/** "/subscribe sample 08:00" → a call. The person at this machine manages the channel and runs the installation. */
export function callFrom(typed: string, { lang, at, pressed }: Pick<CommandCall, "lang" | "at" | "pressed">): CommandCall {
  const [, command = "", line = ""] = /^\/?(\S*)\s*([\s\S]*)$/.exec(typed.trim()) ?? [];
  const caller = { id: "web:local", name: "You", mayManage: true, isOperator: true };
  return { command, verb: "", args: {}, line, channel: localChannel(lang), caller, lang, at, pressed };
}

/** @throws HttpRefusal */
async function readForm(request: IncomingMessage): Promise<FormData> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.byteLength;
    if (length > maxBodyBytes) throw new HttpRefusal(413, "That is more than 6 MB.");
    chunks.push(chunk);
  }
  try {
    const type = request.headers["content-type"] ?? "";
    return await new Response(new Uint8Array(Buffer.concat(chunks)), { headers: { "content-type": type } }).formData();
  } catch (cause) {
    throw new HttpRefusal(400, `This is no form that can be read: ${cause instanceof Error ? cause.message : ""}`);
  }
}

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.replace(/\r\n/g, "\n") : "";
}

async function fileOf(form: FormData): Promise<Attachment | undefined> {
  const value = form.get("file");
  if (value === null || typeof value === "string" || value.size === 0) return undefined;
  return { name: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
}
