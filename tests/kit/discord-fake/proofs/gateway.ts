import { dial, type RawSocket } from "../raw.ts";
import type { DiscordFake } from "../start.ts";
import { type Attempt, type Proof, type Stage, times } from "./proof.ts";

const who = (fake: DiscordFake, more: object = {}) => ({ token: fake.token, intents: 1, properties: {}, ...more });

async function greeted(fake: DiscordFake): Promise<RawSocket> {
  const socket = dial(fake);
  await socket.next();
  return socket;
}

async function ready(fake: DiscordFake): Promise<{ readonly socket: RawSocket; readonly sessionId: unknown }> {
  const socket = await greeted(fake);
  socket.send(2, who(fake));
  const { d } = await socket.next();
  return { socket, sessionId: d.session_id };
}

/** What came back before the heartbeat that is sent now was answered: opcodes, or the code it was closed with. */
async function outcome(socket: RawSocket): Promise<readonly number[]> {
  const ops: number[] = [];
  try {
    socket.send(1, null);
    for (;;) {
      const { op } = await socket.next();
      if (op === 11) return ops;
      ops.push(op);
    }
  } catch {
    return [...ops, await socket.closed()];
  } finally {
    socket.end();
  }
}

/** After what `act` does with it the connection is closed with this code. */
const closes = (code: number, act: (socket: RawSocket, stage: Stage) => void, begin = greeted): Attempt => {
  return async (stage) => {
    const socket = await begin(stage.fake);
    act(socket, stage);
    return (await outcome(socket)).includes(code);
  };
};

/** It goes on. */
const stays = (act: (socket: RawSocket, stage: Stage) => void, begin = greeted): Attempt => {
  return async (stage) => {
    const socket = await begin(stage.fake);
    act(socket, stage);
    return (await outcome(socket)).every((code) => code < 4_000);
  };
};

const identified = async (fake: DiscordFake): Promise<RawSocket> => (await ready(fake)).socket;
const identifies =
  (more: object = {}) =>
  (socket: RawSocket, { fake }: Stage): void =>
    socket.send(2, who(fake, more));

/** A presence of exactly so many bytes. */
function sendBytes(socket: RawSocket, count: number): void {
  const empty = JSON.stringify({ op: 3, d: { status: "" } });
  socket.sendText(JSON.stringify({ op: 3, d: { status: "a".repeat(count - empty.length) } }));
}

const beat = (count: number) => (socket: RawSocket) => void times(count, () => socket.send(1, null));

/** After beats that were all answered: the last answer has come, or it was closed. */
function afterBeats(count: number, isOver: (codes: readonly number[]) => boolean): Attempt {
  return async ({ fake }) => {
    const socket = await identified(fake);
    beat(count)(socket);
    const seen: number[] = [];
    try {
      while (seen.filter((op) => op === 11).length < count) seen.push((await socket.next()).op);
    } catch {
      seen.push(await socket.closed());
    }
    socket.end();
    return isOver(seen);
  };
}

/** events/gateway, topics/opcodes-and-status-codes: gateway close event codes. */
export const gatewayProofs: readonly Proof[] = [
  {
    rule: "identify",
    accepted: stays(identifies()),
    refused: { "another token": closes(4_004, identifies({ token: "wrong" })) },
  },
  {
    rule: "intents",
    accepted: stays(identifies({ intents: 1 })),
    refused: { none: closes(4_013, identifies({ intents: undefined })), "an unknown one": closes(4_013, identifies({ intents: 1 << 26 })) },
  },
  {
    rule: "privileged",
    accepted: stays(identifies({ intents: (1 << 0) | (1 << 9) | (1 << 12) })),
    refused: {
      "the members of servers": closes(4_014, identifies({ intents: 1 << 1 })),
      presences: closes(4_014, identifies({ intents: 1 << 8 })),
      "the content of messages": closes(4_014, identifies({ intents: 1 | (1 << 15) })),
    },
  },
  {
    rule: "identifyFirst",
    accepted: stays((socket) => socket.send(3, {}), identified),
    refused: { "a presence before it": closes(4_003, (socket) => socket.send(3, {})) },
  },
  {
    rule: "identifyOnce",
    accepted: stays(identifies()),
    refused: { "a second one": closes(4_005, identifies(), identified) },
  },
  {
    rule: "session",
    async accepted({ fake }) {
      const { socket, sessionId } = await ready(fake);
      socket.end();
      await socket.closed();
      const again = await greeted(fake);
      again.send(6, { token: fake.token, session_id: sessionId, seq: 1 });
      return !(await outcome(again)).includes(9);
    },
    refused: {
      async "a session that never was"({ fake }) {
        const socket = await greeted(fake);
        socket.send(6, { token: fake.token, session_id: "gone", seq: 1 });
        return (await outcome(socket)).includes(9);
      },
      async "another token"({ fake }) {
        const { sessionId } = await ready(fake);
        const socket = await greeted(fake);
        socket.send(6, { token: "wrong", session_id: sessionId, seq: 1 });
        return (await outcome(socket)).includes(9);
      },
    },
  },
  {
    rule: "opcode",
    accepted: stays((socket) => socket.send(3, {}), identified),
    refused: { "an unknown one": closes(4_001, (socket) => socket.send(99, {}), identified) },
  },
  {
    rule: "gatewayJson",
    accepted: stays((socket) => socket.sendText('{"op":3,"d":{}}'), identified),
    refused: { "half a payload": closes(4_002, (socket) => socket.sendText('{"op":3'), identified) },
  },
  {
    rule: "gatewayRate",
    // With the one that identified.
    accepted: afterBeats(119, (seen) => !seen.includes(4_008)),
    refused: { "121 within a minute": afterBeats(120, (seen) => seen.includes(4_008)) },
  },
  {
    rule: "gatewayBytes",
    accepted: stays((socket) => sendBytes(socket, 4_096), identified),
    refused: { "4,097 bytes": closes(4_002, (socket) => sendBytes(socket, 4_097), identified) },
  },
];
