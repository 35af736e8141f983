import { limits } from "./limits.ts";
import { keep } from "./refusal.ts";
import type { Rules } from "./rules.ts";

/** MessageEntity types a bot may send (Bot API, MessageEntity). */
const types = new Set([
  ..."mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler".split(" "),
  ..."blockquote expandable_blockquote code pre text_link text_mention custom_emoji".split(" "),
]);

export interface Entity {
  readonly type: string;
  readonly offset: number;
  readonly length: number;
  readonly url?: string;
}

const unparsed = "Bad Request: can't parse entities:";

/** Offsets in UTF-16 units; inside the text; on no half of a surrogate pair; nested, never crossing. Those after the hundredth are dropped. @throws Refusal */
export function checkEntities(text: string, entities: unknown, rules: Rules): readonly Entity[] {
  const list = Array.isArray(entities) ? (entities as readonly Entity[]) : [];
  for (const { type, offset, length, url } of list) {
    const isInside = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0 && offset + length <= text.length;
    keep(rules, "entityType", types.has(type), `${unparsed} unsupported type ${type}`);
    keep(rules, "entityInside", isInside, `Bad Request: entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
    const isWhole = !isHalf(text, offset) && !isHalf(text, offset + length);
    keep(rules, "entityWhole", isWhole, `Bad Request: entity begins in a middle of a UTF-16 symbol at ${offset}`);
    keep(rules, "link", type !== "text_link" || /^https?:\/\/\S+$/.test(url ?? ""), `${unparsed} wrong URL`);
  }
  for (const [place, one] of list.entries()) {
    for (const other of list.slice(place + 1)) keep(rules, "entityNested", !isCrossing(one, other), `${unparsed} entities cross`);
  }
  return rules.entityCount ? list.slice(0, limits.entities) : list;
}

const isHalf = (text: string, place: number): boolean => /[\udc00-\udfff]/.test(text.charAt(place));

function isCrossing(one: Entity, other: Entity): boolean {
  const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
  const end = first.offset + first.length;
  return second.offset < end && second.offset + second.length > end && first.offset !== second.offset;
}
