import { checkMessage } from "./check-message.ts";
import { limits } from "./limits.ts";
import { findMessage, findWritable, store } from "./messages.ts";
import { hasThread, hold, notText } from "./refusal.ts";
import { channelJson, type FakeChannel } from "./state.ts";
import { type Answer, type Asked, ok, type World } from "./world.ts";

/** resources/channel: start thread from message. The thread has the message's id. */
export function threadOnMessage(world: World, [channelId = "", id = ""]: readonly string[], { body }: Asked): Answer {
  const parent = findWritable(world, channelId);
  findMessage(world, channelId, id);
  hold(world.referee.rules, "threadOnce", !world.state.channels.has(id), hasThread);
  return { status: 201, body: channelJson(addThread(world, parent, id, nameOf(world, body.name))) };
}

/** resources/channel: start thread in forum or media channel. */
export function forumPost(world: World, [channelId = ""]: readonly string[], { body, files }: Asked): Answer {
  const { state, referee } = world;
  const forum = findWritable(world, channelId);
  hold(referee.rules, "forum", forum.type === 15, notText);
  const name = nameOf(world, body.name);
  const message = referee.object("forum", body.message, "message");
  checkMessage(message, files, referee);
  const id = state.nextId();
  const thread = addThread(world, forum, id, name);
  store(world, id, message, files, { id });
  return { status: 201, body: channelJson(thread) };
}

const nameOf = ({ referee }: World, name: unknown): string => referee.text("threadName", name, "name", 1, limits.threadName);

function addThread({ state }: World, { id: parentId, guildId }: FakeChannel, id: string, name: string): FakeChannel {
  return state.addChannel({ id, type: 11, name, parentId, ownerId: state.bot.id, ...(guildId && { guildId }) });
}

export function getThreads({ state }: World, [guildId = ""]: readonly string[]): Answer {
  const threads = [...state.channels.values()].filter((channel) => channel.type === 11 && channel.guildId === guildId && !channel.gone);
  return ok({ threads: threads.map(channelJson), members: [], has_more: false });
}
