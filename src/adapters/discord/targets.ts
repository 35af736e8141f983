import {
  type APIChannel,
  type APIThreadChannel,
  ChannelType,
  DiscordAPIError,
  type RESTGetAPIGuildThreadsResult,
  Routes,
} from "discord.js";
import { codes, isCode } from "./errors.ts";
import type { Caller } from "./rest.ts";

/** How a channel takes a message. */
export type TargetKind = "plain" | "announcement" | "forum";

export interface Target {
  readonly id: string;
  readonly kind: TargetKind;
  readonly guildId?: string;
}

export interface Targets {
  /** @throws what the request threw. */
  find(address: string): Promise<Target>;
  /** A post of this name that Quoth opened within the hour. */
  findPost(forum: Target, name: string): Promise<string | undefined>;
  forget(address: string): void;
}

/** Kinds change rarely; thousands of channels are kept in a few hundred kilobytes. */
const mostKept = 5_000;
const postAgeMs = 3_600_000;

export interface TargetDeps {
  readonly call: Caller;
  readonly now: () => Date;
  readonly ownId: () => Promise<string>;
  /** What the gateway told, where it did: no request for a channel of a server. */
  readonly known: (address: string) => Known | undefined;
}

type Known = { readonly id: string; readonly type: ChannelType; readonly guildId: string };

export function createTargets({ call, now, ownId, known: told }: TargetDeps): Targets {
  const kept = new Map<string, Target>();
  const ask = async (address: string): Promise<Target> => {
    try {
      return targetOf(await call<APIChannel>((rest) => rest.get(Routes.channel(address))));
    } catch (error) {
      // Not Discord's word that the channel is gone: something between does not know the question. The message itself will tell.
      if (error instanceof DiscordAPIError && error.status === 404 && !isCode(error, codes.unknownChannel))
        return { id: address, kind: "plain" };
      throw error;
    }
  };
  return {
    async find(address) {
      const shown = told(address);
      if (shown) {
        const { type, ...place } = shown;
        return { ...place, kind: kinds[type] ?? "plain" };
      }
      const known = kept.get(address);
      if (known) return known;
      const target = await ask(address);
      const [oldest] = kept.keys();
      if (kept.size >= mostKept && oldest !== undefined) kept.delete(oldest);
      kept.set(address, target);
      return target;
    },
    async findPost(forum, name) {
      if (forum.guildId === undefined) return undefined;
      const guildId = forum.guildId;
      const { threads } = await call<RESTGetAPIGuildThreadsResult>((rest) => rest.get(Routes.guildActiveThreads(guildId)));
      const own = threads.filter((thread): thread is APIThreadChannel => "parent_id" in thread && thread.parent_id === forum.id);
      const owner = await ownId();
      return own.find((thread) => thread.name === name && thread.owner_id === owner && now().getTime() - createdMs(thread.id) < postAgeMs)
        ?.id;
    },
    forget: (address) => void kept.delete(address),
  };
}

function targetOf(channel: APIChannel): Target {
  const guild = "guild_id" in channel && channel.guild_id !== undefined ? { guildId: channel.guild_id } : {};
  return { id: channel.id, kind: kinds[channel.type] ?? "plain", ...guild };
}

const kinds: Readonly<Partial<Record<ChannelType, TargetKind>>> = {
  [ChannelType.GuildAnnouncement]: "announcement",
  [ChannelType.GuildForum]: "forum",
  [ChannelType.GuildMedia]: "forum",
};

/** A snowflake holds its time: milliseconds since 2015 above 22 bits (docs: reference, snowflakes). */
const createdMs = (id: string): number => Number(BigInt(id) >> 22n) + 1_420_070_400_000;
