import { Refusal } from "./refusal.ts";
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

/** Offsets in UTF-16 units; inside the text; on no half of a surrogate pair; nested, never crossing. @throws Refusal */
export function checkEntities(text: string, entities: unknown, rules: Rules): readonly Entity[] {
  if (entities === undefined) return [];
  if (!Array.isArray(entities)) throw new Refusal(400, "Bad Request: can't parse entities: expected an Array of MessageEntity");
  const list = entities as readonly Entity[];
  for (const { type, offset, length, url } of list) {
    if (rules.entityType && !types.has(type)) throw new Refusal(400, `Bad Request: can't parse entities: unsupported type ${type}`);
    const isInside = Number.isInteger(offset) && Number.isInteger(length) && offset >= 0 && length > 0 && offset + length <= text.length;
    if (rules.entityInside && !isInside)
      throw new Refusal(400, `Bad Request: entity beginning at UTF-16 offset ${offset} ends after the end of the text`);
    if (rules.entityWhole && (isHalf(text, offset) || isHalf(text, offset + length)))
      throw new Refusal(400, `Bad Request: entity begins in a middle of a UTF-16 symbol at ${offset}`);
    if (rules.link && type === "text_link" && !/^https?:\/\/\S+$/.test(url ?? ""))
      throw new Refusal(400, "Bad Request: can't parse entities: wrong URL");
  }
  for (const [place, one] of list.entries()) {
    for (const other of list.slice(place + 1)) {
      const [first, second] = one.offset <= other.offset ? [one, other] : [other, one];
      const end = first.offset + first.length;
      if (rules.entityNested && second.offset < end && second.offset + second.length > end && first.offset !== second.offset)
        throw new Refusal(400, "Bad Request: can't parse entities: entities cross");
    }
  }
  return list;
}

const isHalf = (text: string, place: number): boolean => /[\udc00-\udfff]/.test(text.charAt(place));
