import type { Json } from "./json.ts";
import { permissions } from "./limits.ts";
import { hold, unknownChannel } from "./refusal.ts";
import type { Rules } from "./rules.ts";
import { shownComponents } from "./shown.ts";

export interface Person {
  readonly id: string;
  readonly name: string;
  /** The channel; or the whole server. */
  readonly manages: boolean | "server";
  readonly roles: readonly string[];
  /** Takes no direct messages. */
  isClosed?: boolean;
}

export interface FakeMessage {
  readonly id: string;
  readonly channelId: string;
  readonly authorId: string;
  readonly atMs: number;
  readonly nonce?: string;
  /** Only this person sees it. */
  readonly onlyFor?: string;
  body: Json;
  files: readonly string[];
  edits: number;
  crossposted: boolean;
}

export interface FakeChannel {
  readonly id: string;
  readonly guildId?: string;
  /** 0 text, 1 direct, 5 announcement, 11 thread, 15 forum. */
  readonly type: 0 | 1 | 5 | 11 | 15;
  readonly name: string;
  readonly parentId?: string;
  readonly ownerId?: string;
  /** In a server that the bot is no member of: people bring it along as their own installation. */
  readonly isForeign: boolean;
  /** What the bot may do here. */
  permissions: bigint;
  gone: boolean;
}

export interface HandedFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly contentType?: string;
  /** What the interaction says, where that is not so. */
  readonly announced?: number;
  /** The file server does not have it. */
  readonly isGone?: boolean;
}

export interface FakeGuild {
  readonly id: string;
  readonly name: string;
  /** The bot was removed from it. */
  isLeft: boolean;
}

export interface State {
  readonly bot: { readonly id: string; readonly applicationId: string; token: string };
  readonly guilds: Map<string, FakeGuild>;
  readonly channels: Map<string, FakeChannel>;
  readonly messages: FakeMessage[];
  readonly people: Map<string, Person>;
  /** What people attached, as Discord's file server gives it out. */
  readonly attached: Map<string, HandedFile>;
  commands: readonly Json[];
  registrations: number;
  nextId(): string;
  channel(id: string): FakeChannel;
  /** Servers that the bot is in. */
  joined(): readonly FakeGuild[];
  /** The conversation of a person and the bot. */
  directWith(personId: string): FakeChannel;
  addChannel(channel: Pick<FakeChannel, "type" | "name"> & Partial<FakeChannel>): FakeChannel;
  messagesIn(channelId: string): readonly FakeMessage[];
}

export const everything = Object.values(permissions).reduce((all, bit) => all | bit, 0n);

/** What Discord would keep. Ids are snowflakes: milliseconds since 2015 above 22 bits. */
export function createState(nowMs: () => number, rules: Rules): State {
  let count = 0n;
  const nextId = (): string => `${(BigInt(Math.floor(nowMs()) - 1_420_070_400_000) << 22n) + (count++ & 0x3fffffn)}`;
  const channels = new Map<string, FakeChannel>();
  const messages: FakeMessage[] = [];
  const guilds = new Map<string, FakeGuild>();
  const direct = new Map<string, FakeChannel>();
  const addChannel: State["addChannel"] = (given) => {
    const channel: FakeChannel = { id: nextId(), permissions: everything, isForeign: false, gone: false, ...given };
    channels.set(channel.id, channel);
    return channel;
  };
  return {
    bot: { id: nextId(), applicationId: nextId(), token: `${Buffer.from("fake").toString("base64")}.loopback.token` },
    guilds,
    channels,
    messages,
    people: new Map(),
    attached: new Map(),
    commands: [],
    registrations: 0,
    nextId,
    channel(id) {
      const found = channels.get(id);
      hold(rules, "channel", found !== undefined && !found.gone, unknownChannel);
      return found ?? addChannel({ type: 0, name: "nowhere" });
    },
    addChannel,
    joined: () => [...guilds.values()].filter(({ isLeft }) => !isLeft),
    directWith(personId) {
      const known = direct.get(personId) ?? addChannel({ type: 1, name: "direct", ownerId: personId });
      direct.set(personId, known);
      return known;
    },
    messagesIn: (channelId) => messages.filter((message) => message.channelId === channelId),
  };
}

export const userJson = (id: string, name: string, bot = false) => ({
  id,
  username: name.toLowerCase(),
  global_name: name,
  discriminator: "0",
  avatar: null,
  public_flags: 0,
  flags: 0,
  primary_guild: null,
  ...(bot && { bot: true }),
});

/** The bot's own account, as it sees it. */
export const ownUserJson = ({ bot }: State) => ({
  ...userJson(bot.id, "Quoth", true),
  verified: true,
  mfa_enabled: false,
  locale: "en-US",
  email: null,
});

export const applicationJson = ({ bot, guilds }: State) => ({
  id: bot.applicationId,
  name: "Quoth",
  icon: null,
  description: "",
  type: null,
  verify_key: "00",
  flags: 0,
  flags_new: "0",
  redirect_uris: [],
  interactions_endpoint_url: null,
  role_connections_verification_url: null,
  owner: userJson("1000000000000000002", "Owner"),
  approximate_guild_count: guilds.size,
  approximate_user_install_count: 0,
  approximate_user_authorization_count: 0,
  explicit_content_filter: 0,
  team: null,
  eligible_oauth2_scopes: [],
});

/** The role that everyone has: it allows all, and channels take away from it. */
export const everyoneJson = (guildId: string) => ({
  id: guildId,
  name: "@everyone",
  permissions: `${everything}`,
  position: 0,
  color: 0,
  colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
  hoist: false,
  managed: false,
  mentionable: false,
  icon: null,
  unicode_emoji: null,
  flags: 0,
});

export const ownMemberJson = ({ bot }: State) => ({
  user: userJson(bot.id, "Quoth", true),
  avatar: null,
  banner: null,
  communication_disabled_until: null,
  flags: 0,
  joined_at: "2026-01-01T00:00:00Z",
  nick: null,
  pending: false,
  premium_since: null,
  roles: [],
  mute: false,
  deaf: false,
});

export function channelJson({ id, type, name, guildId, parentId, ownerId, permissions }: FakeChannel) {
  const thread = {
    parent_id: parentId,
    owner_id: ownerId,
    thread_metadata: { archived: false, auto_archive_duration: 1440, archive_timestamp: "2026-01-01T00:00:00Z", locked: false },
    message_count: 1,
    member_count: 1,
    total_message_sent: 1,
  };
  return {
    id,
    type,
    name,
    position: 0,
    flags: 0,
    permission_overwrites: guildId && type !== 11 ? [{ id: guildId, type: 0, allow: "0", deny: `${everything & ~permissions}` }] : [],
    ...(guildId && { guild_id: guildId }),
    ...(type === 11 && thread),
    ...(type === 1 && { recipients: [] }),
  };
}

export function messageJson(message: FakeMessage, state: State) {
  const isBot = message.authorId === state.bot.id;
  const author = isBot
    ? userJson(state.bot.id, "Quoth", true)
    : userJson(message.authorId, state.people.get(message.authorId)?.name ?? "Somebody");
  const { content, components, flags, embeds } = message.body;
  return {
    id: message.id,
    channel_id: message.channelId,
    author,
    content: content ?? "",
    timestamp: new Date(message.atMs).toISOString(),
    edited_timestamp: message.edits > 0 ? new Date(message.atMs).toISOString() : null,
    tts: false,
    mention_everyone: false,
    mentions: [],
    mention_roles: [],
    attachments: message.files.map((filename, place) => ({
      id: `${place}`,
      filename,
      size: 1,
      url: `https://cdn.invalid/${filename}`,
      proxy_url: `https://cdn.invalid/${filename}`,
    })),
    embeds: embeds ?? [],
    components: shownComponents(components),
    pinned: false,
    type: 0,
    flags: Number(flags ?? 0) | (message.onlyFor ? 64 : 0),
    ...(message.nonce !== undefined && { nonce: message.nonce }),
  };
}
