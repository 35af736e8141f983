import type { Actor } from "../actors.ts";
import { ask, dial, type RawAnswer, type RawSocket } from "../raw.ts";
import type { Rule } from "../rules.ts";
import type { FakeChannel } from "../state.ts";
import { is, isInvalid, isOk, type Proof, proofOf, repeat, type Stage, times } from "./proof.ts";

/** An interaction that a raw client was told of. */
interface Told {
  readonly callback: string;
  readonly webhook: string;
  readonly answer: (body: unknown) => Promise<RawAnswer>;
  readonly followUp: () => Promise<RawAnswer>;
}

const command = {
  name: "status",
  description: "How it is",
  options: [{ type: 3, name: "word", description: "A word", autocomplete: true }],
};

/** Somebody acts, and the gateway tells of it. */
async function told({ fake, channel }: Stage, act: (ann: Actor) => Promise<unknown>, where: FakeChannel = channel): Promise<Told> {
  const { applicationId } = fake.state.bot;
  await ask(fake, "PUT", `/applications/${applicationId}/commands`, [command]);
  const socket = await identified(fake);
  // Nobody waits for the end of it here.
  act(fake.person("Ann", where)).catch(() => undefined);
  const { d } = await nextOf(socket, "INTERACTION_CREATE");
  socket.end();
  const callback = `/interactions/${d.id}/${d.token}/callback`;
  const webhook = `/webhooks/${applicationId}/${d.token}`;
  return {
    callback,
    webhook,
    answer: (body) => ask(fake, "POST", callback, body),
    followUp: () => ask(fake, "POST", webhook, { content: "a" }),
  };
}

async function identified(fake: Stage["fake"]): Promise<RawSocket> {
  const socket = dial(fake);
  await socket.next();
  socket.send(2, { token: fake.token, intents: 1, properties: {} });
  await nextOf(socket, "READY");
  return socket;
}

async function nextOf(socket: RawSocket, type: string): ReturnType<RawSocket["next"]> {
  for (;;) {
    const event = await socket.next();
    if (event.t === type) return event;
  }
}

const slash = (ann: Actor): Promise<unknown> => ann.slash("status");
const types = (ann: Actor): Promise<unknown> => ann.types("status", "word", "a");
const deferred = { type: 5 };

const ofAnswers = (
  rule: Rule,
  act: (ann: Actor) => Promise<unknown>,
  type: number,
  good: unknown,
  bad: Readonly<Record<string, unknown>>,
) =>
  proofOf(
    rule,
    (data) => async (stage) => {
      const { answer } = await told(stage, act);
      return answer({ type, data });
    },
    good,
    bad,
  );

const ofModals = (rule: Rule, good: unknown, bad: Readonly<Record<string, unknown>>): Proof => ofAnswers(rule, slash, 9, good, bad);

const field = (more: object = {}) => ({ type: 4, custom_id: "a", style: 1, ...more });
const label = (more: object = {}) => ({ type: 18, label: "Time", component: field(), ...more });
const labels = (count: number) => times(count, (place) => label({ component: field({ custom_id: `${place}` }) }));
const modal = (more: object = {}) => ({ title: "Get a digest", custom_id: "form", components: labels(1), ...more });
const modalOf = (...components: readonly unknown[]) => modal({ components });
const choices = (count: number) => ({ choices: times(count, (place) => ({ name: `${place}`, value: `${place}` })) });
const choice = (name: string, value: string) => ({ choices: [{ name, value }] });

/** interactions/receiving-and-responding; forms: components/reference. */
export const interactionProofs: readonly Proof[] = [
  ofModals("modalTitle", modal({ title: repeat("a", 45) }), {
    "46 characters": modal({ title: repeat("a", 46) }),
    none: modal({ title: "" }),
  }),
  ofModals("modalSize", modal({ components: labels(5) }), {
    "six fields": modal({ components: labels(6) }),
    "no field": modal({ components: [] }),
  }),
  ofModals("modalLabel", modalOf(label({ label: repeat("a", 45), description: repeat("d", 100) })), {
    "a description of 101 characters": modalOf(label({ description: repeat("d", 101) })),
    "46 characters": modalOf(label({ label: repeat("a", 46) })),
    "a field without a label": modalOf({ type: 10, content: "a", label: "a", component: field() }),
  }),
  ofModals("modalField", modalOf(label({ component: { type: 3, custom_id: "s", options: [{ label: "One", value: "1" }] } })), {
    "a button": modalOf(label({ component: { type: 2, custom_id: "b" } })),
  }),
  ofModals(
    "textInput",
    modalOf(label({ component: field({ max_length: 4_000, value: repeat("a", 4_000), placeholder: repeat("p", 100) }) })),
    {
      "room for 4,001 characters": modalOf(label({ component: field({ max_length: 4_001 }) })),
      "more characters at least than at most": modalOf(label({ component: field({ min_length: 3, max_length: 2 }) })),
      "4,001 characters filled in": modalOf(label({ component: field({ value: repeat("a", 4_001) }) })),
      "a placeholder of 101 characters": modalOf(label({ component: field({ placeholder: repeat("p", 101) }) })),
    },
  ),
  ofAnswers("choices", types, 8, choices(25), { "26 choices": choices(26) }),
  ofAnswers("choices", types, 8, choice(repeat("a", 100), repeat("v", 100)), {
    "a name of 101 characters": choice(repeat("a", 101), "v"),
    "a value of 101 characters": choice("a", repeat("v", 101)),
    "no name": choice("", "v"),
  }),
  {
    rule: "interaction",
    accepted: async (stage) => isOk(await (await told(stage, slash)).answer(deferred)),
    refused: {
      "an interaction that never was": async ({ fake }) => is(10_062)(await ask(fake, "POST", "/interactions/1/none/callback", deferred)),
      async "another's token"(stage) {
        const { callback } = await told(stage, slash);
        return is(10_062)(await ask(stage.fake, "POST", callback.replace(/token-\d+/, "token-0"), deferred));
      },
      "a follow-up to nothing": async ({ fake }) => is(10_015)(await ask(fake, "POST", "/webhooks/1/none", { content: "a" })),
    },
  },
  {
    rule: "firstAnswer",
    async accepted(stage) {
      const { answer } = await told(stage, slash);
      stage.clock.atMs += 3_000;
      return isOk(await answer(deferred));
    },
    refused: {
      async "more than three seconds later"(stage) {
        const { answer } = await told(stage, slash);
        stage.clock.atMs += 3_001;
        return is(10_062)(await answer(deferred));
      },
    },
  },
  {
    rule: "answeredOnce",
    accepted: async (stage) => isOk(await (await told(stage, slash)).answer(deferred)),
    refused: {
      async "a second first answer"(stage) {
        const { answer } = await told(stage, slash);
        await answer(deferred);
        return is(40_060)(await answer(deferred));
      },
    },
  },
  {
    rule: "callbackType",
    accepted: async (stage) => isOk(await (await told(stage, types)).answer({ type: 8, data: { choices: [] } })),
    refused: {
      "choices for a command": async (stage) => isInvalid(await (await told(stage, slash)).answer({ type: 8, data: { choices: [] } })),
      "a changed message where there is none": async (stage) => isInvalid(await (await told(stage, slash)).answer({ type: 6 })),
      "a message for a completion": async (stage) => isInvalid(await (await told(stage, types)).answer(deferred)),
    },
  },
  {
    rule: "acknowledged",
    async accepted(stage) {
      const { answer, followUp } = await told(stage, slash);
      await answer(deferred);
      return isOk(await followUp());
    },
    refused: { "a follow-up before any answer": async (stage) => is(10_015)(await (await told(stage, slash)).followUp()) },
  },
  {
    rule: "original",
    async accepted(stage) {
      const { answer, webhook } = await told(stage, slash);
      await answer(deferred);
      return isOk(await ask(stage.fake, "PATCH", `${webhook}/messages/%40original`, { content: "a" }));
    },
    refused: {
      async "an edit of a form, which is no message"(stage) {
        const { answer, webhook } = await told(stage, slash);
        await answer({ type: 9, data: modal() });
        return is(10_008)(await ask(stage.fake, "PATCH", `${webhook}/messages/%40original`, { content: "a" }));
      },
    },
  },
  {
    rule: "token",
    async accepted(stage) {
      const { answer, followUp } = await told(stage, slash);
      await answer(deferred);
      stage.clock.atMs += 900_000;
      return isOk(await followUp());
    },
    refused: {
      async "more than fifteen minutes later"(stage) {
        const { answer, followUp } = await told(stage, slash);
        await answer(deferred);
        stage.clock.atMs += 900_001;
        return is(50_027)(await followUp());
      },
    },
  },
  {
    rule: "followUps",
    accepted: async (stage) => isOk(await lastFollowUp(stage, 5)),
    refused: { "a sixth where the bot is no member": async (stage) => is(40_094)(await lastFollowUp(stage, 6)) },
  },
];

async function lastFollowUp(stage: Stage, count: number): Promise<RawAnswer> {
  const { fake, clock } = stage;
  const { answer, followUp } = await told(stage, slash, fake.channel(fake.guild(), { isForeign: true }));
  await answer({ type: 4, data: { content: "a" } });
  for (let sent = 1; sent < count; sent++) {
    clock.atMs += 1_000;
    await followUp();
  }
  return followUp();
}
