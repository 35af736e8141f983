import { openPlace } from "../actors.ts";
import { store } from "../posting.ts";
import { type Answer, inGroup, isOk, message, ofRequest, ofState, type Proof, type Scene, says } from "./scene.ts";

const ann = { id: 7, is_bot: false, first_name: "Ann" };
const channel = { id: -1008, type: "channel", title: "News" } as const;
const edited = ["editMessageText", message({ message_id: 1, text: "other" })] as const;
const removed = { chat_id: -1009, message_id: 1 };
const forwarded = { chat_id: 7, from_chat_id: -1009, message_id: 1 };

async function sendMany(times: number, params: (place: number) => object, { call, pass }: Scene, everyMs = 0): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (let place = 0; place < times; place++, pass(everyMs)) answers.push(await call("sendMessage", params(place)));
  return answers;
}

const asksToWait = (answer: Answer | undefined, seconds: number): boolean =>
  answer?.error_code === 429 && answer.parameters?.retry_after === seconds;

const toManyChats = (scene: Scene) => (place: number) => {
  openPlace(scene.fake, { id: 1_000 + place, type: "private", first_name: "Ann" });
  return message({ chat_id: 1_000 + place });
};

/** The same request after the bot's own message 1 stands there. */
const afterOwn = async (scene: Scene, params: object, method: string, words = message()): Promise<Answer> => {
  await scene.call("sendMessage", words);
  return scene.call(method, params);
};

/** Ephemeral messages: to Ann in the group. */
const toAnn = (more: object = {}, given: object = {}) =>
  inGroup({ ephemeral_message_parameters: { receiver_user_id: 7, ...given }, ...more });
const press = ({ fake }: Scene): void => void fake.world.presses.set("p", { userId: 7, chatId: -1009, atMs: fake.nowMs() });
const whisper = ({ group, fake }: Scene) => store(group.room, { from: ann, text: "/status", ephemeral_message_id: 0 }, fake.nowMs());
const answering = { reply_parameters: { ephemeral_message_id: 1 } };

/** Where the bot may write, how often, and what it may change. */
export const proofsOfChats: readonly Proof[] = [
  ofRequest("chat", "sendMessage", message(), message({ chat_id: 8 }), "chat not found"),
  ofRequest("thread", "sendMessage", inGroup({ message_thread_id: 3 }), inGroup({ message_thread_id: 9 }), "message thread not found"),
  ofRequest("topicClosed", "sendMessage", inGroup({ message_thread_id: 3 }), inGroup({ message_thread_id: 4 }), "TOPIC_CLOSED"),
  ofRequest(
    "reply",
    "sendMessage",
    message({ reply_parameters: { message_id: 9, allow_sending_without_reply: true } }),
    message({ reply_parameters: { message_id: 9 } }),
    "message to be replied not found",
  ),
  ofState("blocked", { refusal: "kicked" }, [403, "bot was kicked"]),
  ofState("member", { own: "left" }, [403, "not a member"]),
  ofState("rights", { own: "silenced" }, [400, "not enough rights"]),
  {
    rule: "upgraded",
    accepted: async ({ call }) => isOk(await call("sendMessage", inGroup())),
    async refused({ call, group }) {
      group.room.upgradedTo = -10010;
      const answer = await call("sendMessage", inGroup());
      return says(400, "upgraded to a supergroup")(answer) && answer.parameters?.migrate_to_chat_id === -10010;
    },
  },
  {
    rule: "burst",
    accepted: async (scene) => (await sendMany(3, () => message(), scene)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(4, () => message(), scene)).at(-1), 1),
  },
  {
    rule: "perSecond",
    accepted: async (scene) => (await sendMany(30, toManyChats(scene), scene)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(31, toManyChats(scene), scene)).at(-1), 1),
  },
  {
    rule: "perGroup",
    accepted: async (scene) => (await sendMany(20, () => inGroup(), scene, 1_000)).every(isOk),
    refused: async (scene) => asksToWait((await sendMany(21, () => inGroup(), scene, 1_000)).at(-1), 40),
  },
  {
    rule: "editKnown",
    accepted: async (scene) => isOk(await afterOwn(scene, edited[1], edited[0])),
    refused: async ({ call }) => says(400, "message to edit not found")(await call(...edited)),
  },
  {
    rule: "editOwn",
    accepted: async (scene) => isOk(await afterOwn(scene, edited[1], edited[0])),
    async refused({ call, home }) {
      store(home.room, { from: ann, text: "a" }, 0);
      return says(400, "message can't be edited")(await call(...edited));
    },
  },
  {
    rule: "editChanges",
    accepted: async (scene) => isOk(await afterOwn(scene, edited[1], edited[0])),
    refused: async (scene) =>
      says(400, "message is not modified")(await afterOwn(scene, message({ message_id: 1, entities: [] }), edited[0])),
  },
  {
    rule: "editText",
    accepted: async (scene) => isOk(await afterOwn(scene, edited[1], edited[0])),
    async refused({ call, upload }) {
      await upload("sendPhoto", new Uint8Array([1]), "a");
      return says(400, "no text in the message to edit")(await call(...edited));
    },
  },
  {
    rule: "forwarded",
    accepted: async (scene) => isOk(await afterOwn(scene, forwarded, "forwardMessage", inGroup())),
    refused: async ({ call }) => says(400, "message to forward not found")(await call("forwardMessage", forwarded)),
  },
  {
    rule: "protected",
    accepted: async (scene) => isOk(await afterOwn(scene, forwarded, "forwardMessage", inGroup())),
    async refused(scene) {
      openPlace(scene.fake, { ...channel, has_protected_content: true });
      await scene.call("sendMessage", message({ chat_id: channel.id }));
      const answer = await scene.call("forwardMessage", { ...forwarded, from_chat_id: channel.id });
      return says(400, "message can't be forwarded")(answer);
    },
  },
  {
    rule: "deleteKnown",
    accepted: async (scene) => isOk(await afterOwn(scene, removed, "deleteMessage", inGroup())),
    refused: async ({ call }) => says(400, "message to delete not found")(await call("deleteMessage", removed)),
  },
  {
    rule: "deleteOwn",
    accepted: async (scene) => isOk(await afterOwn(scene, removed, "deleteMessage", inGroup())),
    async refused({ call, group, fake }) {
      store(group.room, { from: ann, text: "a" }, fake.nowMs());
      return says(400, "message can't be deleted")(await call("deleteMessage", removed));
    },
  },
  {
    rule: "deleteAge",
    async accepted({ call, pass }) {
      await call("sendMessage", inGroup());
      pass(48 * 3_600_000 - 1_000);
      return isOk(await call("deleteMessage", removed));
    },
    async refused({ call, pass }) {
      await call("sendMessage", inGroup());
      pass(48 * 3_600_000);
      return says(400, "message can't be deleted")(await call("deleteMessage", removed));
    },
  },
  {
    rule: "ephemeralCause",
    async accepted(scene) {
      press(scene);
      const isPressed = isOk(await scene.call("sendMessage", toAnn({}, { callback_query_id: "p" })));
      const { ephemeral_message_id } = whisper(scene);
      const reply = { reply_parameters: { ephemeral_message_id } };
      return isPressed && isOk(await scene.call("sendMessage", toAnn(reply))) && scene.group.seen().length === 0;
    },
    refused: async ({ call }) => says(400, "MESSAGE_NOT_COMMAND")(await call("sendMessage", toAnn())),
  },
  {
    rule: "ephemeralFresh",
    async accepted(scene) {
      whisper(scene);
      scene.pass(15_000);
      return isOk(await scene.call("sendMessage", toAnn(answering)));
    },
    async refused(scene) {
      whisper(scene);
      scene.pass(15_001);
      return says(400, "EXPIRED")(await scene.call("sendMessage", toAnn(answering)));
    },
  },
  {
    rule: "ephemeralReply",
    async accepted(scene) {
      whisper(scene);
      return isOk(await scene.call("sendMessage", toAnn(answering)));
    },
    async refused(scene) {
      whisper(scene);
      return says(400, "must be ephemeral")(await scene.call("sendMessage", inGroup(answering)));
    },
  },
  {
    rule: "ephemeralGroup",
    async accepted(scene) {
      scene.group.room.own = "administrator";
      return isOk(await scene.call("sendMessage", toAnn()));
    },
    async refused({ call, fake }) {
      openPlace(fake, channel);
      return says(400, "only to groups")(await call("sendMessage", toAnn({ chat_id: channel.id })));
    },
  },
];
