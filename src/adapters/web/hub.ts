import type { ServerResponse } from "node:http";
import type { Html } from "./html.ts";
import type { Entry } from "./log.ts";

/** The open pages: each hears of what is new as it happens (server-sent events). */
export interface Hub {
  /** Sends what was missed, then stays open until the page goes. */
  open(response: ServerResponse, render: (entry: Entry) => Html, missed: readonly Entry[]): void;
  added(entry: Entry): void;
  replaced(entry: Entry): void;
  /** The subscriptions may have changed. */
  sideChanged(): void;
  close(): void;
}

const mostPages = 64;
const heartbeatMs = 25_000;

export function createHub(): Hub {
  const pages = new Map<ServerResponse, (entry: Entry) => Html>();
  const heartbeat = setInterval(() => {
    for (const response of pages.keys()) response.write(": here\n\n");
  }, heartbeatMs).unref();
  const tell = (event: string, entry: Entry): void => {
    for (const [response, render] of pages) response.write(eventText(event, render(entry).text, entry.seq));
  };
  return {
    open(response, render, missed) {
      if (pages.size >= mostPages) pages.keys().next().value?.end();
      response.writeHead(200, {
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
        "x-accel-buffering": "no",
      });
      response.write("retry: 1500\n\n");
      for (const entry of missed) response.write(eventText("added", render(entry).text, entry.seq));
      pages.set(response, render);
      response.on("close", () => pages.delete(response));
    },
    added: (entry) => tell("added", entry),
    replaced(entry) {
      for (const [response, render] of pages) response.write(eventText("replaced", render(entry).text));
    },
    sideChanged() {
      for (const response of pages.keys()) response.write(eventText("side", "changed"));
    },
    close() {
      clearInterval(heartbeat);
      for (const response of pages.keys()) response.end();
      pages.clear();
    },
  };
}

function eventText(event: string, data: string, id?: number): string {
  const lines = data.split(/\r\n|\r|\n/).map((line) => `data: ${line}`);
  return [`event: ${event}`, ...(id === undefined ? [] : [`id: ${id}`]), ...lines, "", ""].join("\n");
}
