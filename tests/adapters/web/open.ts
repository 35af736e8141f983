import { connectWeb } from "../../../src/adapters/web/connect.ts";
import { commandList } from "../../../src/commands/index.ts";
import type { Platform } from "../../../src/model/platform.ts";
import { openRoom, type Room } from "../../commands/room.ts";
import { answersOf, platformDeps } from "../deps.ts";

export interface Page {
  readonly platform: Platform;
  readonly room: Room;
  /** "http://127.0.0.1:PORT" */
  readonly address: string;
  readonly memory: Map<string, string>;
  /** GETs or POSTs as a browser on this machine would. */
  readonly get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  readonly post: (path: string, form: Record<string, string>, headers?: Record<string, string>) => Promise<Response>;
  readonly token: () => Promise<string>;
}

/** The local channel on a free port of loopback, over real commands and stores. */
export async function openPage(memory = new Map<string, string>(), room?: Room): Promise<Page> {
  const under = room ?? (await openRoom());
  let address = "";
  const deps = platformDeps({
    ...answersOf(under),
    commands: commandList("en"),
    memory,
    log: {
      ...under.deps.log,
      info: (_, fields) => {
        address = `${fields?.address}`.replace(/\/$/, "");
      },
    },
    fatal: (reason) => {
      throw new Error(reason);
    },
  });
  const platform = await connectWeb({ port: 0, host: "127.0.0.1" }, deps, new AbortController().signal);
  const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(address + path, { headers, redirect: "manual" });
  const post = (path: string, form: Record<string, string>, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(address + path, { method: "POST", body: new URLSearchParams(form), headers, redirect: "manual" });
  const token = async (): Promise<string> => /name="token" value="([^"]+)"/.exec(await (await get("/")).text())?.[1] ?? "";
  return { platform, room: under, address, memory, get, post, token };
}
