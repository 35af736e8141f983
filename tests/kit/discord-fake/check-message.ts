import { checkComponents } from "./check-components.ts";
import { isObject, type Json } from "./json.ts";
import { limits } from "./limits.ts";
import type { Referee } from "./referee.ts";

const componentsV2 = 1 << 15;
/** What is not listed has limits of its own that are not checked here, so it is not accepted either. */
const messageKeys = new Set("content nonce allowed_mentions components attachments flags enforce_nonce".split(" "));
const notBesideV2 = ["content", "embeds", "poll", "sticker_ids"];

/** A message body, checked as resources/message and components/reference say. @throws Refusal 50035 */
export function checkMessage(body: Json, files: readonly string[], referee: Referee): void {
  const isV2 = (Number(body.flags ?? 0) & componentsV2) !== 0;
  for (const key of Object.keys(body)) {
    const alone = `The '${key}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
    if (isV2 && notBesideV2.includes(key)) referee.must("v2Alone", !body[key], key, alone);
    else referee.must("field", messageKeys.has(key), key, "Unknown field");
  }
  if (body.content !== undefined) referee.text("content", body.content, "content", 0, limits.contentLength);
  if (body.nonce !== undefined) referee.text("nonce", `${body.nonce}`, "nonce", 1, limits.nonce);
  if (body.allowed_mentions !== undefined) checkMentions(body.allowed_mentions, referee);
  if (body.components !== undefined) checkComponents(body.components, isV2, files, referee);
}

/** resources/message: allowed mentions object. */
function checkMentions(value: unknown, referee: Referee): void {
  const mentions = isObject(value) ? value : {};
  const path = "allowed_mentions";
  const parse = mentions.parse ?? [];
  const isParse = Array.isArray(parse) && parse.every((each) => ["roles", "users", "everyone"].includes(each));
  referee.must("mentions", isParse, `${path}.parse`, "Value must be one of ('roles', 'users', 'everyone').");
  for (const kind of ["roles", "users"]) {
    if (mentions[kind] === undefined) continue;
    referee.list("mentions", mentions[kind], `${path}.${kind}`, 0, limits.mentions);
    const isTwice = Array.isArray(parse) && parse.includes(kind);
    referee.must("mentions", !isTwice, path, `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`);
  }
}
