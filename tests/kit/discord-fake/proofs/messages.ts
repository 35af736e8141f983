import { ask } from "../raw.ts";
import { is, isInvalid, isOk, ofMessages, type Proof, post, repeat, times } from "./proof.ts";

const v2 = (more: object) => ({ flags: 1 << 15, components: [{ type: 10, content: "a" }], ...more });
const ids = (count: number) => times(count, (place) => `1${`${place}`.padStart(17, "0")}`);

/** What a message may hold: resources/message. */
export const messageProofs: readonly Proof[] = [
  ofMessages("field", { content: "a" }, { "an unknown field": { content: "a", colour: "red" } }),
  ofMessages(
    "content",
    { content: repeat("a", 2_000) },
    { "2,001 characters": { content: repeat("a", 2_001) }, "a number": { content: 7 } },
  ),
  ofMessages("v2Alone", v2({}), { "content beside Components V2": v2({ content: "a" }), "embeds beside them": v2({ embeds: [{}] }) }),
  ofMessages("nonce", { content: "a", nonce: repeat("n", 25) }, { "26 characters": { content: "a", nonce: repeat("n", 26) } }),
  {
    rule: "nonceRepeat",
    async accepted(stage) {
      const first = await post(stage, { content: "a", nonce: "n1", enforce_nonce: true });
      const other = await post(stage, { content: "a", nonce: "n2", enforce_nonce: true });
      stage.clock.atMs += 180_000;
      const later = await post(stage, { content: "a", nonce: "n1", enforce_nonce: true });
      return new Set([first, other, later].map(({ body }) => body.id)).size === 3;
    },
    refused: {
      async "a repeat within minutes brings the first message"(stage) {
        const first = await post(stage, { content: "a", nonce: "n1", enforce_nonce: true });
        stage.clock.atMs += 179_999;
        const second = await post(stage, { content: "a", nonce: "n1", enforce_nonce: true });
        return second.body.id === first.body.id && stage.fake.messagesIn(stage.channel).length === 1;
      },
    },
  },
  ofMessages(
    "mentions",
    { content: "a", allowed_mentions: { parse: ["everyone"], roles: ids(100) } },
    {
      "an unknown kind": { content: "a", allowed_mentions: { parse: ["friends"] } },
      "101 ids": { content: "a", allowed_mentions: { roles: ids(101) } },
      "a kind as a whole and by ids": { content: "a", allowed_mentions: { parse: ["roles"], roles: ids(1) } },
    },
  ),
  {
    rule: "empty",
    accepted: async (stage) => isOk(await post(stage, { content: "a" })),
    refused: { nothing: async (stage) => is(50_006)(await post(stage, {})) },
  },
  {
    rule: "page",
    accepted: async ({ fake, channel }) => isOk(await ask(fake, "GET", `/channels/${channel.id}/messages?limit=100`)),
    refused: {
      "101 messages": async ({ fake, channel }) => isInvalid(await ask(fake, "GET", `/channels/${channel.id}/messages?limit=101`)),
    },
  },
];
