import type { Message } from "../../model/message.ts";
import type { PlatformDeps } from "../../model/platform.ts";

/** One message of the channel, as it stands on the page. */
export interface Entry {
  /** Counts from 1; also the message's id. */
  readonly seq: number;
  readonly at: Date;
  /** What was typed; absent for what Quoth says. */
  readonly typed?: string;
  readonly message?: Message;
  readonly deliveryId?: string;
}

export interface MessageLog {
  append(entry: Omit<Entry, "seq">): Promise<Entry>;
  replace(seq: number, message: Message): Promise<Entry | undefined>;
  find(seq: number): Promise<Entry | undefined>;
  findDelivery(deliveryId: string): Promise<number | undefined>;
  /** Oldest first; those before `before` where it is given. */
  latest(count: number, before?: number): Promise<readonly Entry[]>;
  after(seq: number): Promise<readonly Entry[]>;
}

type Memory = PlatformDeps["memory"];

/**
 * The channel's messages, kept over restarts. An entry is written before the head that makes it visible: a process that dies in between
 * has shown nothing, and the next entry takes the place.
 */
export async function openLog(memory: Memory): Promise<MessageLog> {
  let head = Number((await memory.get("head")) ?? 0);
  let queue: Promise<unknown> = Promise.resolve();
  const inTurn = <Value>(work: () => Promise<Value>): Promise<Value> => {
    const next = queue.then(work, work);
    queue = next.catch(() => undefined); // told to the one who asked; the next in line is not concerned
    return next;
  };
  const find = async (seq: number): Promise<Entry | undefined> => {
    const kept = seq >= 1 && seq <= head ? await memory.get(`message:${seq}`) : undefined;
    return kept === undefined ? undefined : entryFrom(kept);
  };
  const range = async (from: number, to: number): Promise<readonly Entry[]> => {
    const seqs = Array.from({ length: Math.max(0, to - from + 1) }, (_, step) => from + step);
    return (await Promise.all(seqs.map(find))).filter((entry) => entry !== undefined);
  };
  const findDelivery = async (deliveryId: string): Promise<number | undefined> => {
    const kept = Number((await memory.get(`delivery:${deliveryId}`)) ?? 0);
    // The number may be left from a process that died before the head moved: then another entry has, or gets, the place.
    return kept > 0 && (await find(kept))?.deliveryId === deliveryId ? kept : undefined;
  };
  return {
    append: (entry) =>
      inTurn(async () => {
        const known = entry.deliveryId === undefined ? undefined : await findDelivery(entry.deliveryId);
        if (known !== undefined) return { ...entry, seq: known };
        const kept: Entry = { ...entry, seq: head + 1 };
        await memory.set(`message:${kept.seq}`, textFrom(kept));
        if (kept.deliveryId !== undefined) await memory.set(`delivery:${kept.deliveryId}`, `${kept.seq}`);
        await memory.set("head", `${kept.seq}`);
        head = kept.seq;
        return kept;
      }),
    replace: (seq, message) =>
      inTurn(async () => {
        const before = await find(seq);
        if (!before) return undefined;
        const after: Entry = { ...before, message };
        await memory.set(`message:${seq}`, textFrom(after));
        return after;
      }),
    find,
    findDelivery,
    latest: (count, before = head + 1) => range(Math.max(1, before - count), Math.min(head, before - 1)),
    after: (seq) => range(Math.max(1, seq + 1, head - mostCaughtUp), head),
  };
}

/** A page that slept longer than this is loaded anew. */
const mostCaughtUp = 100;

/** A Buffer turns itself into a list of numbers before a replacer sees it, so the holder is asked for what it was. */
const textFrom = (entry: Entry): string =>
  JSON.stringify(entry, function (this: Readonly<Record<string, unknown>>, key, value) {
    const raw = this[key];
    return raw instanceof Uint8Array ? { bytes64: Buffer.from(raw).toString("base64") } : value;
  });

function entryFrom(text: string): Entry {
  const entry = JSON.parse(text, (_, value) =>
    typeof value?.bytes64 === "string" ? new Uint8Array(Buffer.from(value.bytes64, "base64")) : value,
  ) as Entry;
  return { ...entry, at: new Date(entry.at) };
}
