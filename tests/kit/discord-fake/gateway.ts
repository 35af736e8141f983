import type { WebSocket, WebSocketServer } from "ws";
import { limits } from "./limits.ts";
import type { Rules } from "./rules.ts";
import { channelJson, everything, type State, userJson } from "./state.ts";

export interface Gateway {
  dispatch(type: string, data: unknown): void;
  /** Dispatches the same event again, as Discord sometimes does. */
  repeatLast(): void;
  /** Closes every connection with this code. */
  drop(code: number): void;
  /** The next resume is never answered, though heartbeats are. */
  silenceNextResume(): void;
  invalidateNextResume(): void;
  askToReconnect(): void;
  connected(): number;
  readonly log: string[];
}

interface Session {
  readonly id: string;
  readonly sent: { readonly s: number; readonly t: string; readonly d: unknown }[];
  seq: number;
  socket?: WebSocket;
}

/** GUILD_MEMBERS, GUILD_PRESENCES, MESSAGE_CONTENT, which the application was not granted: events/gateway, gateway intents. */
const privileged = (1 << 1) | (1 << 8) | (1 << 15);

/** Opcodes and close codes: events/gateway, topics/opcodes-and-status-codes. */
export function createGateway(
  server: WebSocketServer,
  state: State,
  rules: Rules,
  nowMs: () => number,
  url: () => string,
  violation: (words: string) => void,
): Gateway {
  const sessions = new Map<string, Session>();
  const log: string[] = [];
  let silent = false;
  let invalid = false;
  let last: { t: string; d: unknown } | undefined;

  const emit = (session: Session, t: string, d: unknown): void => {
    const event = { s: ++session.seq, t, d };
    session.sent.push(event);
    if (session.sent.length > 500) session.sent.shift();
    session.socket?.send(JSON.stringify({ op: 0, ...event }));
  };

  const identify = (socket: WebSocket, d: { token?: string; intents?: number; properties?: unknown }): Session | undefined => {
    log.push(`identify ${d.intents}`);
    const intents = Number(d.intents);
    if (rules.identify && d.token !== state.bot.token) return void socket.close(4004, "Authentication failed.");
    if (rules.intents && (typeof d.intents !== "number" || intents < 0 || intents >= 1 << 26))
      return void socket.close(4013, "Invalid intent(s).");
    if (rules.privileged && (intents & privileged) !== 0) return void socket.close(4014, "Disallowed intent(s).");
    const session: Session = { id: state.nextId(), sent: [], seq: 0, socket };
    sessions.set(session.id, session);
    const guilds = state.joined();
    emit(session, "READY", {
      v: 10,
      user: { ...userJson(state.bot.id, "Quoth", true), verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      resume_gateway_url: url(),
      application: { id: state.bot.applicationId, flags: 0 },
      session_type: "normal",
      private_channels: [],
    });
    for (const { id, name } of guilds) emit(session, "GUILD_CREATE", guildJson(id, name, state));
    return session;
  };

  const resume = (socket: WebSocket, d: { token?: string; session_id?: string; seq?: number }): Session | undefined => {
    log.push("resume");
    if (silent) {
      silent = false;
      return undefined;
    }
    const session = sessions.get(d.session_id ?? "");
    const isKnown = session !== undefined && d.token === state.bot.token;
    if (invalid || (rules.session && !isKnown)) {
      invalid = false;
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    if (!session) return undefined;
    session.socket = socket;
    for (const event of session.sent.filter(({ s }) => s > (d.seq ?? 0))) socket.send(JSON.stringify({ op: 0, ...event }));
    emit(session, "RESUMED", {});
    return session;
  };

  server.on("connection", (socket) => {
    let session: Session | undefined;
    let sends: number[] = [];
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: 41_250, _trace: [] } }));
    socket.on("message", (raw: Buffer) => {
      const fail = (code: number, words: string): void => {
        violation(`gateway: ${words} (${code})`);
        socket.close(code, words);
      };
      sends = [...sends.filter((at) => nowMs() - at < limits.gatewayWindowMs), nowMs()];
      if (rules.gatewayRate && sends.length > limits.gatewaySends) return fail(4008, "You are being rate limited.");
      if (rules.gatewayBytes && raw.length > limits.gatewayBytes) return fail(4002, "Error while decoding payload.");
      const payload = parse(raw);
      if (rules.gatewayJson && !payload) return fail(4002, "Error while decoding payload.");
      const { op = 0, d = {} } = payload ?? {};
      if (op === 1) return socket.send(JSON.stringify({ op: 11 }));
      if (op === 2) {
        if (rules.identifyOnce && session) return fail(4005, "Already authenticated.");
        session = identify(socket, d);
        return;
      }
      if (op === 6) {
        session = resume(socket, d);
        return;
      }
      if (rules.identifyFirst && !session) return fail(4003, "Not authenticated.");
      if (rules.opcode && ![3, 4, 8].includes(op)) fail(4001, "Unknown opcode.");
    });
    socket.on("close", () => {
      if (session?.socket === socket) delete session.socket;
    });
  });

  const open = (): Session[] => [...sessions.values()].filter(({ socket }) => socket !== undefined);
  return {
    log,
    dispatch(t, d) {
      last = { t, d };
      // What happens while nobody is connected is kept for a resume.
      const target = open().at(-1) ?? [...sessions.values()].at(-1);
      if (target) emit(target, t, d);
    },
    repeatLast() {
      for (const session of open()) if (last) emit(session, last.t, last.d);
    },
    drop: (code) => {
      for (const client of server.clients) code === 1006 ? client.terminate() : client.close(code);
    },
    silenceNextResume: () => {
      silent = true;
    },
    invalidateNextResume: () => {
      invalid = true;
    },
    askToReconnect: () => {
      for (const client of server.clients) client.send(JSON.stringify({ op: 7, d: null }));
    },
    connected: () => open().length,
  };
}

function parse(raw: Buffer): { readonly op?: number; readonly d?: Record<string, never> } | undefined {
  try {
    return JSON.parse(raw.toString()) as { readonly op?: number };
  } catch {
    return undefined;
  }
}

export const roleJson = (id: string, name: string, permissions = 0n) => ({
  id,
  name,
  permissions: `${permissions}`,
  position: 0,
  color: 0,
  hoist: false,
  managed: false,
  mentionable: false,
  flags: 0,
});

/** Who made the server and the application. */
const ownerId = "1000000000000000002";

export function guildJson(id: string, name: string, state: State) {
  const channels = [...state.channels.values()].filter((channel) => channel.guildId === id && !channel.gone);
  return {
    id,
    name,
    owner_id: ownerId,
    member_count: 2,
    large: false,
    unavailable: false,
    joined_at: new Date(0).toISOString(),
    roles: [roleJson(id, "@everyone", everything)],
    emojis: [],
    stickers: [],
    features: [],
    channels: channels.filter(({ type }) => type !== 11).map(channelJson),
    threads: channels.filter(({ type }) => type === 11).map(channelJson),
    members: [
      { user: userJson(state.bot.id, "Quoth", true), roles: [], joined_at: new Date(0).toISOString(), deaf: false, mute: false, flags: 0 },
    ],
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
    preferred_locale: "en-US",
    verification_level: 0,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    mfa_level: 0,
    nsfw_level: 0,
    premium_tier: 0,
    system_channel_flags: 0,
  };
}
