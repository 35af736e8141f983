import type { Channel } from "../../model/delivery.ts";
import type { Finding } from "../../model/platform.ts";
import { type Api, createApi } from "./api.ts";
import { examineChat } from "./doctor-channels.ts";
import { isUnknownMethod } from "./errors.ts";
import { wordsOf } from "./poller.ts";
import type { TelegramSettings } from "./settings.ts";

interface Me {
  readonly id: number;
  readonly username?: string;
  readonly can_join_groups?: boolean;
  readonly supports_inline_queries?: boolean;
}

interface WebhookInfo {
  readonly url: string;
  readonly pending_update_count: number;
  readonly last_error_message?: string;
}

/** Token, reachability, inline mode, webhook, the operator's chat and the chats with subscriptions; one line each. */
export async function examine(settings: TelegramSettings, channels: readonly Channel[], signal: AbortSignal): Promise<readonly Finding[]> {
  const api = createApi(settings);
  try {
    const me = await api.call<Me>("getMe", {}, signal);
    const webhook = await api.call<WebhookInfo>("getWebhookInfo", {}, signal).catch((cause: unknown) => {
      if (isUnknownMethod(cause)) return undefined;
      throw cause;
    });
    return [
      { ok: true, words: `Telegram accepts the token: @${me.username ?? "?"}.` },
      me.can_join_groups === false
        ? { ok: false, words: "The bot may not join groups.", fix: "@BotFather → /setjoingroups → Enable." }
        : { ok: true, words: "The bot may join groups." },
      me.supports_inline_queries
        ? { ok: true, words: "Inline mode is on." }
        : { ok: false, words: "Inline mode is off: @bot does not answer in other chats.", fix: "@BotFather → /setinline." },
      ...(webhook ? [webhookFinding(webhook, settings)] : []),
      ...(settings.operatorChat === undefined ? [] : [await chatFinding(api, settings.operatorChat, signal)]),
      ...(await inTurn(channels, (channel) => examineChat(channel, me.id, api, AbortSignal.any([signal, AbortSignal.timeout(channelMs)])))),
    ];
  } catch (cause) {
    return [{ ok: false, words: wordsOf(cause), fix: "Check the token, the connection, and TELEGRAM_API_ROOT if it is set." }];
  }
}

/** A chat that is not answered for holds the others up no longer. */
const channelMs = 5_000;

/** One after the other: a look is no reason to meet a rate limit. */
async function inTurn(channels: readonly Channel[], look: (channel: Channel) => Promise<Finding>): Promise<readonly Finding[]> {
  const findings: Finding[] = [];
  for (const channel of channels) findings.push(await look(channel));
  return findings;
}

function webhookFinding({ url, pending_update_count, last_error_message }: WebhookInfo, { webhook }: TelegramSettings): Finding {
  if (last_error_message !== undefined && webhook)
    return {
      ok: false,
      words: `Telegram could not call ${webhook.url}: ${last_error_message}.`,
      fix: "See that the address leads to telegram.webhook.port.",
    };
  if (!webhook && url !== "") return { ok: true, words: "A webhook is set; it is taken away when Quoth starts, which polls." };
  return {
    ok: true,
    words: `${webhook ? "The webhook is set" : "No webhook is set, as polling asks"}; ${pending_update_count} updates wait.`,
  };
}

async function chatFinding(api: Api, chat_id: string, signal: AbortSignal): Promise<Finding> {
  try {
    await api.call("getChat", { chat_id }, signal);
    return { ok: true, words: "The operator's chat can be reached." };
  } catch {
    // Whatever the reason, the way out is the same.
    return {
      ok: false,
      words: "The operator's chat cannot be reached.",
      fix: "Write /start to the bot there, then check telegram.operatorChat.",
    };
  }
}
