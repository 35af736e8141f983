import { permissions } from "../limits.ts";
import { ask } from "../raw.ts";
import { is, isInvalid, isOk, type Proof, post, repeat, type Stage } from "./proof.ts";

const nowhere = "1000000000000000009";
const aText = { content: "a" };

const aForum = ({ fake }: Stage) => fake.channel(fake.guild(), { type: 15 });
const aPost = (name: string) => ({ name, message: aText });
const forumPost = (stage: Stage, name: string) => ask(stage.fake, "POST", `/channels/${aForum(stage).id}/threads`, aPost(name));

async function threadUnder({ fake, channel }: Stage, count: number, name = "More") {
  const { body } = await ask(fake, "POST", `/channels/${channel.id}/messages`, aText);
  const open = () => ask(fake, "POST", `/channels/${channel.id}/messages/${body.id}/threads`, { name });
  for (let opened = 1; opened < count; opened++) await open();
  return open();
}

async function publish({ fake }: Stage, type: 0 | 5, count = 1) {
  const news = fake.channel(fake.guild(), { type });
  const { body } = await ask(fake, "POST", `/channels/${news.id}/messages`, aText);
  const crosspost = () => ask(fake, "POST", `/channels/${news.id}/messages/${body.id}/crosspost`);
  for (let published = 1; published < count; published++) await crosspost();
  return crosspost();
}

function openDirect({ fake, channel }: Stage, isClosed: boolean) {
  const { person } = fake.person("Ann", channel);
  person.isClosed = isClosed;
  return ask(fake, "POST", "/users/@me/channels", { recipient_id: person.id });
}

async function writeDirect(stage: Stage, isClosed: boolean) {
  const { body } = await openDirect(stage, isClosed);
  return ask(stage.fake, "POST", `/channels/${body.id}/messages`, aText);
}

/** topics/permissions, resources/channel, topics/threads; the codes: topics/opcodes-and-status-codes. */
export const placeProofs: readonly Proof[] = [
  {
    rule: "channel",
    accepted: async (stage) => isOk(await post(stage, aText)),
    refused: {
      "a channel that never was": async ({ fake }) => is(10_003)(await ask(fake, "POST", `/channels/${nowhere}/messages`, aText)),
      async "a channel that was deleted"(stage) {
        stage.channel.gone = true;
        return is(10_003)(await post(stage, aText));
      },
    },
  },
  {
    rule: "access",
    accepted: async ({ fake, channel }) => isOk(await ask(fake, "GET", `/channels/${channel.id}`)),
    refused: {
      async "a server that the bot was removed from"({ fake, channel }) {
        fake.kick(channel.guildId ?? "");
        return is(50_001)(await ask(fake, "GET", `/channels/${channel.id}`));
      },
      "a server that it never was in": async ({ fake }) =>
        is(50_001)(await ask(fake, "POST", `/channels/${fake.channel(fake.guild(), { isForeign: true }).id}/messages`, aText)),
      async "a channel that is hidden"({ fake, channel }) {
        channel.permissions &= ~permissions.viewChannel;
        return is(50_001)(await ask(fake, "GET", `/channels/${channel.id}`));
      },
    },
  },
  {
    rule: "permission",
    accepted: async (stage) => isOk(await post(stage, aText)),
    refused: {
      async "a channel where it may not write"(stage) {
        stage.channel.permissions &= ~permissions.sendMessages;
        return is(50_013)(await post(stage, aText));
      },
    },
  },
  {
    rule: "textChannel",
    accepted: async (stage) => isOk(await post(stage, aText)),
    refused: {
      "a message to a forum": async (stage) => is(50_024)(await ask(stage.fake, "POST", `/channels/${aForum(stage).id}/messages`, aText)),
    },
  },
  {
    rule: "forum",
    accepted: async (stage) => isOk(await forumPost(stage, "More")),
    refused: {
      "a post in a channel that is no forum": async ({ fake, channel }) =>
        is(50_024)(await ask(fake, "POST", `/channels/${channel.id}/threads`, aPost("More"))),
      "a post without a message": async (stage) =>
        isInvalid(await ask(stage.fake, "POST", `/channels/${aForum(stage).id}/threads`, { name: "More" })),
    },
  },
  {
    rule: "message",
    async accepted(stage) {
      const { body } = await post(stage, aText);
      return isOk(await ask(stage.fake, "PATCH", `/channels/${stage.channel.id}/messages/${body.id}`, { content: "b" }));
    },
    refused: {
      "an edit of a message that is not there": async ({ fake, channel }) =>
        is(10_008)(await ask(fake, "PATCH", `/channels/${channel.id}/messages/${nowhere}`, { content: "b" })),
    },
  },
  {
    rule: "recipient",
    accepted: async (stage) => isOk(await openDirect(stage, false)),
    refused: {
      "a direct message to nobody": async ({ fake }) =>
        isInvalid(await ask(fake, "POST", "/users/@me/channels", { recipient_id: nowhere })),
    },
  },
  {
    rule: "openDirect",
    accepted: async (stage) => isOk(await writeDirect(stage, false)),
    refused: { "one to a person who takes none": async (stage) => is(50_007)(await writeDirect(stage, true)) },
  },
  {
    rule: "threadName",
    accepted: async (stage) => isOk(await threadUnder(stage, 1, repeat("a", 100))),
    refused: {
      "101 characters": async (stage) => isInvalid(await threadUnder(stage, 1, repeat("a", 101))),
      "no name of a post": async (stage) => isInvalid(await forumPost(stage, "")),
    },
  },
  {
    rule: "threadOnce",
    accepted: async (stage) => isOk(await threadUnder(stage, 1)),
    refused: { "a second thread under one message": async (stage) => is(160_004)(await threadUnder(stage, 2)) },
  },
  {
    rule: "announcement",
    accepted: async (stage) => isOk(await publish(stage, 5)),
    refused: { "publishing from a channel of text": async (stage) => is(50_024)(await publish(stage, 0)) },
  },
  {
    rule: "publishedOnce",
    accepted: async (stage) => isOk(await publish(stage, 5)),
    refused: { "publishing one message twice": async (stage) => is(40_033)(await publish(stage, 5, 2)) },
  },
];
