import type { Rule, Rules } from "./rules.ts";

/** An answer that says no, as Discord words it: topics/opcodes-and-status-codes. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;
  readonly code: number;
  readonly errors: unknown;
  constructor(status: number, code: number, message: string, errors?: unknown) {
    super(message);
    this.status = status;
    this.code = code;
    this.errors = errors;
  }
}

/** Refuses what breaks a rule, unless the rule is switched off. Nothing else in the stand-in says no. @throws Refusal */
export function hold(rules: Rules, rule: Rule, isKept: boolean, refusal: () => Refusal): void {
  if (rules[rule] && !isKept) throw refusal();
}

export const unknownRoute = (): Refusal => new Refusal(404, 0, "404: Not Found");
export const unauthorized = (): Refusal => new Refusal(401, 0, "401: Unauthorized");
export const noUserAgent = (): Refusal => new Refusal(400, 0, "The User-Agent is not DiscordBot (url, version)");
export const invalidJson = (): Refusal => new Refusal(400, 50_109, "The request body contains invalid JSON.");
export const tooLarge = (): Refusal => new Refusal(413, 40_005, "Request entity too large");
export const unknownChannel = (): Refusal => new Refusal(404, 10_003, "Unknown Channel");
export const unknownMessage = (): Refusal => new Refusal(404, 10_008, "Unknown Message");
export const unknownWebhook = (): Refusal => new Refusal(404, 10_015, "Unknown Webhook");
export const unknownInteraction = (): Refusal => new Refusal(404, 10_062, "Unknown interaction");
export const alreadyCrossposted = (): Refusal => new Refusal(400, 40_033, "This message has already been crossposted");
export const alreadyAcknowledged = (): Refusal => new Refusal(400, 40_060, "Interaction has already been acknowledged.");
export const tooManyFollowUps = (): Refusal =>
  new Refusal(400, 40_094, "This interaction has reached the maximum number of follow up messages");
export const missingAccess = (): Refusal => new Refusal(403, 50_001, "Missing Access");
export const emptyMessage = (): Refusal => new Refusal(400, 50_006, "Cannot send an empty message");
export const cannotMessage = (): Refusal => new Refusal(403, 50_007, "Cannot send messages to this user");
export const missingPermissions = (): Refusal => new Refusal(403, 50_013, "Missing Permissions");
export const notText = (): Refusal => new Refusal(400, 50_024, "Cannot execute action on this channel type");
export const invalidToken = (): Refusal => new Refusal(401, 50_027, "Invalid Webhook Token");
export const hasThread = (): Refusal => new Refusal(400, 160_004, "A thread has already been created for this message");

/** 50035 with the place of the fault, nested as Discord nests it. */
export function invalidForm(path: string, message: string): Refusal {
  const leaf: unknown = { _errors: [{ code: "BASE_TYPE_BAD", message }] };
  const errors = path.split(".").reduceRight<unknown>((inner, key) => ({ [key]: inner }), leaf);
  return new Refusal(400, 50_035, `Invalid Form Body: ${path}: ${message}`, errors);
}
