import { type APIApplication, ApplicationFlags, DiscordAPIError, REST, type RESTGetAPICurrentUserResult, Routes } from "discord.js";
import type { Channel } from "../../model/delivery.ts";
import type { Finding } from "../../model/platform.ts";
import { examineChannel } from "./doctor-channels.ts";
import { networkCode } from "./errors.ts";
import { restOptions } from "./rest.ts";
import type { DiscordSettings } from "./settings.ts";

/** View Channels, Send Messages, Send Messages in Threads, Create Public Threads, Attach Files, Read Message History. */
const invitePermissions = (1n << 10n) | (1n << 11n) | (1n << 38n) | (1n << 35n) | (1n << 15n) | (1n << 16n);

/** A channel that is not answered for holds the others up no longer. */
const channelMs = 5_000;

/** Token, reachability, clock, servers, the channels with subscriptions and the address that invites the bot; one line each. */
export async function examine(settings: DiscordSettings, channels: readonly Channel[], signal: AbortSignal): Promise<readonly Finding[]> {
  const rest = new REST(restOptions(settings)).setToken(settings.token);
  let clock: Finding | undefined;
  rest.on("response", (_request, response) => {
    clock ??= clockFinding(response.headers.get("date"));
  });
  try {
    const user = (await rest.get(Routes.user(), { signal })) as RESTGetAPICurrentUserResult;
    const application = (await rest.get(Routes.currentApplication(), { signal })) as APIApplication;
    const guilds = (await rest.get(Routes.userGuilds(), { signal })) as readonly unknown[];
    const looks: Finding[] = [];
    for (const channel of channels)
      looks.push(await examineChannel(channel, user.id, rest, AbortSignal.any([signal, AbortSignal.timeout(channelMs)])));
    return [
      { ok: true, words: `Discord accepts the token: ${user.username}.` },
      ...(clock ? [clock] : []),
      intentFinding(application),
      guildFinding(guilds.length, application.id),
      ...looks,
    ];
  } catch (error) {
    return [troubleFinding(error), ...(clock ? [clock] : [])];
  }
}

function troubleFinding(error: unknown): Finding {
  if (error instanceof DiscordAPIError && error.status === 401) {
    return {
      ok: false,
      words: "Discord does not accept DISCORD_TOKEN.",
      fix: "Developer Portal → your application → Bot → Reset Token; copy it into DISCORD_TOKEN.",
    };
  }
  const code = networkCode(error);
  return {
    ok: false,
    words: `Discord cannot be reached${code && ` (${code})`}: ${error instanceof Error ? error.message : "unknown fault"}.`,
    fix: "Check the connection, the proxy, and DISCORD_API_URL if it is set.",
  };
}

const privileged = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayGuildMembers | ApplicationFlags.GatewayPresence;

function intentFinding({ flags }: APIApplication): Finding {
  const has = ((flags ?? 0) & privileged) !== 0;
  return {
    ok: true,
    words: has ? "Privileged intents are switched on; Quoth needs none of them." : "No privileged intent is asked for or needed.",
  };
}

function guildFinding(count: number, applicationId: string): Finding {
  if (count > 0) return { ok: true, words: `Quoth is in ${count === 1 ? "1 server" : `${count} servers`}.` };
  const address = `https://discord.com/oauth2/authorize?client_id=${applicationId}&scope=bot+applications.commands&permissions=${invitePermissions}`;
  return { ok: false, words: "Quoth is in no server yet.", fix: `Invite it: ${address}` };
}

const mostSkewMs = 30_000;

function clockFinding(date: string | null): Finding | undefined {
  if (date === null || Number.isNaN(Date.parse(date))) return undefined;
  const skewMs = Date.now() - Date.parse(date);
  if (Math.abs(skewMs) < mostSkewMs) return { ok: true, words: "The clock agrees with Discord's." };
  return {
    ok: false,
    words: `The clock is ${Math.round(Math.abs(skewMs) / 1_000)} s ${skewMs > 0 ? "ahead of" : "behind"} Discord's.`,
    fix: "Switch on time synchronisation (timedatectl set-ntp true).",
  };
}
