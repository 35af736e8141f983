import { checkChoices } from "./check-commands.ts";
import { checkMessage } from "./check-message.ts";
import { checkModal } from "./check-modal.ts";
import type { Interaction } from "./interactions.ts";
import type { Json } from "./json.ts";
import { change, store } from "./messages.ts";
import { hold, unknownMessage } from "./refusal.ts";
import { type FakeMessage, messageJson } from "./state.ts";
import { type Answer, type Asked, done, ok, type World } from "./world.ts";

const ephemeral = 64;
const isPrivate = ({ flags }: Json): boolean => (Number(flags ?? 0) & ephemeral) !== 0;

/** Which first answers fit what was done: receiving-and-responding, interaction callback type. */
const fitting: Readonly<Record<number, readonly number[]>> = {
  2: [4, 5, 9],
  3: [4, 5, 6, 7, 9],
  4: [8],
  5: [4, 5, 6, 7],
};

export function callback(world: World, [id = "", token = ""]: readonly string[], { body, files, query }: Asked): Answer {
  const { referee, interactions, state } = world;
  const interaction = interactions.forCallback(id, token);
  const type = Number(body.type);
  const fits = fitting[interaction.type]?.includes(type) ?? false;
  referee.must("callbackType", fits, "type", "This type does not fit the interaction");
  const data = (body.data ?? {}) as Json;
  if (type === 8) {
    checkChoices(data.choices, referee);
    interaction.choices = data.choices as readonly Json[];
  } else if (type === 9) {
    checkModal(data, referee);
    interaction.modal = data;
  } else if (type === 4) show(world, interaction, data, files, isPrivate(data), true);
  else if (type === 5) interaction.isPrivate = isPrivate(data);
  interaction.answered = type;
  interaction.answeredAtMs = world.nowMs();
  interaction.onChange();
  if (query.get("with_response") !== "true") return done;
  return ok({
    interaction: { id, type: interaction.type },
    resource: { type, ...(interaction.original && { message: messageJson(interaction.original, state) }) },
  });
}

function show(
  world: World,
  interaction: Interaction,
  body: Json,
  files: readonly string[],
  isOnlyForAsker: boolean,
  isOriginal: boolean,
): FakeMessage {
  const { flags, ...rest } = body;
  const own = { ...rest, flags: Number(flags ?? 0) & ~ephemeral };
  checkMessage(own, files, world.referee);
  const message = store(world, interaction.channelId, own, files, isOnlyForAsker ? { onlyFor: interaction.personId } : {});
  if (isOriginal) interaction.original = message;
  interaction.shown.push(message);
  return message;
}

export function editOriginal(world: World, [, token = ""]: readonly string[], { body, files }: Asked): Answer {
  const interaction = world.interactions.forToken(token);
  const held = interaction.answered === 6 ? interaction.on : interaction.original;
  hold(world.referee.rules, "original", held !== undefined || interaction.answered === 5, unknownMessage);
  const message = held ? change(held, body, files, world) : show(world, interaction, body, files, interaction.isPrivate, true);
  if (held && !interaction.shown.includes(held)) interaction.shown.push(held);
  interaction.onChange();
  return ok(messageJson(message, world.state));
}

export function deleteOriginal(world: World, [, token = ""]: readonly string[]): Answer {
  const interaction = world.interactions.forToken(token);
  interaction.originalDeleted = true;
  return done;
}

export function followUp(world: World, [, token = ""]: readonly string[], { body, files }: Asked): Answer {
  const interaction = world.interactions.forToken(token);
  // The first follow-up of a deferred answer takes its place and its visibility: receiving-and-responding.
  const takesPlace = interaction.answered === 5 && !interaction.original && !interaction.originalDeleted;
  if (!takesPlace) world.interactions.countFollowUp(interaction);
  const message = show(world, interaction, body, files, takesPlace ? interaction.isPrivate : isPrivate(body), takesPlace);
  interaction.onChange();
  return ok(messageJson(message, world.state));
}
