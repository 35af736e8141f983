import { Client, GatewayIntentBits, Options } from "discord.js";
import { answeringOptions } from "./rest.ts";
import type { DiscordSettings } from "./settings.ts";

/** Guilds alone: commands, buttons and posting need no privileged intent, and nothing that is kept grows with the members. */
export function createClient(settings: DiscordSettings): Client {
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    allowedMentions: { parse: [] },
    // Interactions wait until the library calls itself ready, and a person three seconds: a server that is late is no reason to keep them.
    waitGuildTimeout: 1_500,
    rest: answeringOptions(settings),
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      ApplicationCommandManager: 0,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      DMMessageManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: { maxSize: 20, keepOverLimit: ({ id, client }) => id === client.user.id },
      GuildMessageManager: 0,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      GuildTextThreadManager: 0,
      MessageManager: 0,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadManager: 50,
      ThreadMemberManager: 0,
      UserManager: { maxSize: 200, keepOverLimit: ({ id, client }) => id === client.user.id },
      VoiceStateManager: 0,
    }),
    sweepers: {
      ...Options.DefaultSweeperSettings,
      users: {
        interval: 3_600,
        filter:
          () =>
          ({ id, client }) =>
            id !== client.user.id,
      },
      guildMembers: {
        interval: 3_600,
        filter:
          () =>
          ({ id, client }) =>
            id !== client.user.id,
      },
      threads: { interval: 3_600, lifetime: 14_400 },
    },
  });
}
