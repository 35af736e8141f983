import { type APIAllowedMentions, type APITextDisplayComponent, ComponentType } from "discord.js";

export interface Mention {
  readonly component: APITextDisplayComponent;
  readonly allowed: APIAllowedMentions;
}

/** `<@&id>` or a bare id is a role, `<@id>` a person; anything else pings nobody. */
export function mentionOf(mention: string): Mention | undefined {
  const [, sign, id] = /^(?:<(@&?))?(\d{17,20})>?$/.exec(mention) ?? [];
  if (id === undefined) return undefined;
  const isPerson = sign === "@";
  return {
    component: { type: ComponentType.TextDisplay, content: isPerson ? `<@${id}>` : `<@&${id}>` },
    allowed: isPerson ? { parse: [], users: [id] } : { parse: [], roles: [id] },
  };
}
