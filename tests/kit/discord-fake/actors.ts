import type { Gateway } from "./gateway.ts";
import type { Interaction, Interactions } from "./interactions.ts";
import type { Json } from "./json.ts";
import { permissions } from "./limits.ts";
import {
  channelJson,
  everything,
  type FakeChannel,
  type FakeMessage,
  type HandedFile,
  messageJson,
  type Person,
  type State,
  userJson,
} from "./state.ts";

/** Somebody in a channel. Each deed resolves with what came back. */
export interface Actor {
  readonly person: Person;
  /** `slash("digest now", { digest: "world" })`. */
  slash(command: string, options?: Readonly<Record<string, string>>): Promise<Seen>;
  types(command: string, option: string, typed: string, others?: Readonly<Record<string, string>>): Promise<readonly Json[]>;
  /** A slash command with a file: `hands("feed import", "file", { name, bytes })`. */
  hands(command: string, option: string, file: HandedFile): Promise<Seen>;
  clicks(message: FakeMessage, label: string): Promise<Seen>;
  /** Presses a button of this id, on the message or not. */
  presses(message: FakeMessage, customId: string): Promise<Seen>;
  menu(command: string, text: string): Promise<Seen>;
  submits(modal: Json, values: Readonly<Record<string, string>>): Promise<Seen>;
  /** What this person sees in the channel, oldest first. */
  sees(): readonly string[];
}

export interface Seen {
  readonly interaction: Interaction;
  readonly message?: FakeMessage;
  readonly text: string;
  readonly isPrivate: boolean;
}

export interface Stage {
  readonly state: State;
  readonly interactions: Interactions;
  readonly gateway: Gateway;
  readonly nowMs: () => number;
  /** Leaves out of an interaction what a client can do without, as a proxy might. */
  readonly isSparse: boolean;
  /** Where the file server stands. */
  readonly filesUrl: string;
}

/** Longest wait for an answer, in real time: a bot that does not answer is a failure, not a pause. */
const patienceMs = 30_000;

export function createActor(stage: Stage, person: Person, channel: FakeChannel): Actor {
  const { state } = stage;
  const act = (type: number, data: Json, on?: FakeMessage): Promise<Interaction> => begin(stage, person, channel, type, data, on);
  const see = async (type: number, data: Json, on?: FakeMessage): Promise<Seen> => {
    const interaction = await act(type, data, on);
    const message = interaction.shown.at(-1);
    return { interaction, ...(message && { message }), text: message ? textOf(message) : "", isPrivate: message?.onlyFor !== undefined };
  };
  return {
    person,
    slash: (command, options = {}) => see(2, slashData(command, options, state)),
    async types(command, option, typed, others = {}) {
      const interaction = await act(4, slashData(command, { ...others, [option]: typed }, state, option));
      return interaction.choices ?? [];
    },
    hands(command, option, file) {
      const id = state.nextId();
      state.attached.set(id, file);
      const attachments = { [id]: attachmentJson(id, file, stage.filesUrl) };
      return see(2, { ...slashData(command, { [option]: id }, state), resolved: { attachments } });
    },
    clicks(message, label) {
      const button = buttonsOf(message).find((each) => each.label === label);
      if (typeof button?.custom_id !== "string")
        throw new Error(`there is no button "${label}" among ${buttonsOf(message).map((each) => each.label)}`);
      return see(3, { custom_id: button.custom_id, component_type: 2 }, message);
    },
    presses: (message, customId) => see(3, { custom_id: customId, component_type: 2 }, message),
    menu(command, text) {
      const target: FakeMessage = {
        id: state.nextId(),
        channelId: channel.id,
        authorId: person.id,
        atMs: stage.nowMs(),
        body: { content: text },
        files: [],
        edits: 0,
        crossposted: false,
      };
      return see(2, {
        id: state.nextId(),
        name: command,
        type: 3,
        target_id: target.id,
        resolved: { messages: { [target.id]: messageJson(target, state) } },
      });
    },
    submits(modal, values) {
      const components = (modal.components as readonly { readonly component: Json }[]).map(({ component }) => {
        const id = `${component.custom_id}`;
        const value = values[id] ?? "";
        return {
          type: 18,
          id: 1,
          component:
            component.type === 3
              ? { type: 3, custom_id: id, values: value === "" ? [] : [value], id: 2 }
              : { type: 4, custom_id: id, value, id: 2 },
        };
      });
      return see(5, { custom_id: modal.custom_id, components });
    },
    sees: () =>
      state
        .messagesIn(channel.id)
        .filter(({ onlyFor }) => onlyFor === undefined || onlyFor === person.id)
        .map(textOf),
  };
}

/** resources/message: attachment object. */
function attachmentJson(
  id: string,
  { name, bytes, contentType = "application/octet-stream", announced }: HandedFile,
  filesUrl: string,
): Json {
  const url = `${filesUrl}/${id}/${encodeURIComponent(name)}`;
  return { id, filename: name, size: announced ?? bytes.byteLength, content_type: contentType, url, proxy_url: url };
}

async function begin(stage: Stage, person: Person, channel: FakeChannel, type: number, data: Json, on?: FakeMessage): Promise<Interaction> {
  const { state, interactions, gateway } = stage;
  const interaction: Interaction = {
    id: state.nextId(),
    token: `token-${state.nextId()}`,
    type,
    channelId: channel.id,
    personId: person.id,
    isGuest: channel.guildId !== undefined && channel.isForeign,
    atMs: stage.nowMs(),
    isPrivate: false,
    originalDeleted: false,
    followUps: 0,
    shown: [],
    onChange: () => undefined,
    ...(on && { on }),
  };
  interactions.all.set(interaction.id, interaction);
  const isSettled = (): boolean =>
    interaction.shown.length > 0 || interaction.choices !== undefined || interaction.modal !== undefined || interaction.answered === 7;
  const settled = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Error(`no answer to ${JSON.stringify(data)} (answered with ${interaction.answered})`)),
      patienceMs,
    );
    interaction.onChange = () => {
      if (!isSettled()) return;
      clearTimeout(timer);
      resolve();
    };
  });
  const whole = interactionJson(interaction, person, channel, type, data, state, on);
  gateway.dispatch("INTERACTION_CREATE", stage.isSparse ? withoutOptional(whole) : whole);
  await settled;
  return interaction;
}

function interactionJson(
  interaction: Interaction,
  person: Person,
  channel: FakeChannel,
  type: number,
  data: Json,
  state: State,
  on?: FakeMessage,
) {
  const user = userJson(person.id, person.name);
  const base = permissions.viewChannel | permissions.sendMessages;
  const member = {
    user,
    roles: person.roles,
    joined_at: new Date(0).toISOString(),
    deaf: false,
    mute: false,
    flags: 0,
    permissions: `${base | (person.manages ? permissions.manageChannels : 0n) | (person.manages === "server" ? permissions.manageGuild : 0n)}`,
  };
  return {
    id: interaction.id,
    application_id: state.bot.applicationId,
    type,
    data,
    token: interaction.token,
    version: 1,
    channel_id: channel.id,
    channel: channelJson(channel),
    locale: "en-US",
    entitlements: [],
    attachment_size_limit: 10_485_760,
    app_permissions: `${channel.guildId ? channel.permissions : everything}`,
    authorizing_integration_owners: channel.guildId && !channel.isForeign ? { 0: channel.guildId } : { 1: person.id },
    context: channel.guildId ? 0 : 1,
    ...(channel.guildId
      ? { guild_id: channel.guildId, guild_locale: "en-US", guild: { id: channel.guildId, locale: "en-US", features: [] }, member }
      : { user }),
    ...(on && { message: messageJson(on, state) }),
  };
}

const needed = new Set("id application_id type data token channel_id guild_id member user message".split(" "));

const withoutOptional = (whole: Json): Json => Object.fromEntries(Object.entries(whole).filter(([key]) => needed.has(key)));

/** As Discord sends it, for a command that is registered. @throws when a person could not have typed it. */
function slashData(line: string, options: Readonly<Record<string, string>>, state: State, focused?: string): Json {
  const [name = "", sub] = line.split(" ");
  const command = state.commands.find((each) => each.name === name && (each.type ?? 1) === 1);
  if (!command) throw new Error(`/${name} is not registered`);
  const known = (
    sub === undefined ? command : (command.options as readonly Json[] | undefined)?.find((each) => each.name === sub && each.type === 1)
  ) as Json | undefined;
  if (!known) throw new Error(`/${line} is not registered`);
  const declared = (known.options ?? []) as readonly Json[];
  if (sub === undefined && declared.some(({ type }) => type === 1)) throw new Error(`/${line} needs a subcommand`);
  const given = Object.entries(options).map(([option, value]) => {
    const shape = declared.find((each) => each.name === option);
    if (!shape) throw new Error(`/${line} has no option ${option}`);
    return { name: option, type: shape.type, value, ...(option === focused && { focused: true }) };
  });
  const missing = declared.find((each) => each.required && !(String(each.name) in options));
  if (missing && focused === undefined) throw new Error(`/${line} needs ${missing.name}`);
  return { id: state.nextId(), name, type: 1, options: sub === undefined ? given : [{ name: sub, type: 1, options: given }] };
}

export function buttonsOf({ body }: FakeMessage): readonly Json[] {
  return walk(body.components).filter(({ type }) => type === 2);
}

/** The words a person reads: markdown's backslashes are gone, its marks stay. */
export function textOf({ body }: FakeMessage): string {
  const texts = walk(body.components).flatMap(({ content }) => (typeof content === "string" ? [content] : []));
  return [...(typeof body.content === "string" && body.content !== "" ? [body.content] : []), ...texts]
    .join("\n")
    .replace(/\\([^\w\s])/g, "$1");
}

function walk(components: unknown): readonly Json[] {
  if (!Array.isArray(components)) return [];
  return (components as readonly Json[]).flatMap((each) => [
    each,
    ...walk(each.components),
    ...(each.accessory ? walk([each.accessory]) : []),
  ]);
}
