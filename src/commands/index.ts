import type { CommandCall, CommandList, Reply } from "../model/command.ts";
import { BotError, InputError, SourceError } from "../model/errors.ts";
import { retell } from "../text/retell.ts";
import { article } from "./article.ts";
import { type Asked, type Command, type Completion, messageOf, type RoomDeps, text, type VerbDef } from "./command.ts";
import { completeCall } from "./complete.ts";
import type { CommandDeps } from "./deps.ts";
import { createDesk } from "./desk.ts";
import { digest } from "./digest.ts";
import { earlier, edition, editionQuotes, sources } from "./editions.ts";
import { feed } from "./feed.ts";
import { filter } from "./filter.ts";
import { maxLine, parseCall } from "./grammar.ts";
import { createHelp } from "./help.ts";
import { lang, langKey } from "./lang.ts";
import { more } from "./more.ts";
import { nearest } from "./near.ts";
import { card, context } from "./one-quote.ts";
import { privacy } from "./privacy.ts";
import { quote } from "./quote.ts";
import { rich, said } from "./rich.ts";
import { schedule } from "./schedule.ts";
import { settings } from "./settings.ts";
import { shapeOf } from "./shape.ts";
import { speaker } from "./speaker.ts";
import { delivery, status } from "./status.ts";
import { subscribe } from "./subscribe.ts";
import { subscriptions } from "./subscriptions.ts";
import { undo } from "./undo.ts";
import { unsubscribe } from "./unsubscribe.ts";
import { WhichOne } from "./which.ts";
import { why } from "./why.ts";
import { type Words, wordsFor } from "./words/index.ts";

const help: Command = createHelp(() => all);

/** Every command, in the order of the help; the hidden ones stand behind buttons. */
const all: readonly Command[] = [
  subscribe,
  unsubscribe,
  subscriptions,
  schedule,
  digest,
  quote,
  speaker,
  article,
  feed,
  filter,
  settings,
  status,
  why,
  privacy,
  lang,
  help,
  sources,
  editionQuotes,
  more,
  earlier,
  edition,
  context,
  card,
  undo,
  delivery,
];

/** The commands as platforms register them, worded in one language. */
export const commandList = (lang: string): CommandList =>
  all.filter(({ hidden }) => !hidden).map((command) => shapeOf(command, wordsFor(lang)));

export interface Commands {
  /** Runs a call. Never rejects: whatever goes wrong is a reply. */
  answer(call: CommandCall): Promise<Reply>;
  /**
   * What could stand for an argument, best first, at most 25. With the argument "" the whole line is completed: `call.line` is what was
   * typed so far ("subscribe wo"), and the values are lines.
   */
  complete(call: CommandCall, argument: string): Promise<readonly Completion[]>;
}

export function createCommands(deps: CommandDeps): Commands {
  const room: RoomDeps = { ...deps, desk: createDesk(deps.token) };
  return {
    async answer(call) {
      try {
        return await answerCall(call, room);
      } catch (error) {
        return failed(error, call, room);
      }
    },
    async complete(call, argument) {
      try {
        return await completeCall(all, call, argument, await wordsOf(call, room), room);
      } catch (error) {
        room.log.warn(`completing ${said(call.command)} failed`, { cause: error });
        return [];
      }
    },
  };
}

async function answerCall(call: CommandCall, room: RoomDeps): Promise<Reply> {
  const words = await wordsOf(call, room);
  if ((call.line?.length ?? 0) > maxLine) throw new InputError(words.errors.tooLong);
  const command = findCommand(call.command);
  if (!command) throw new InputError(unknownCommand(call.command, words));
  const parsed = parseCall(command, call);
  if (!parsed)
    throw new InputError(
      withExample(
        words.errors.needsVerb(
          command.name,
          command.verbs.map(({ name }) => name),
        ),
        command,
        words,
      ),
    );
  const { verb, args, spare } = parsed;
  checkWho(verb, call, words);
  checkArguments(verb, args, spare, command, call, words);
  checkPace(verb, call, words, room);
  const asked: Asked = { call, verb: verb.name, args, words, lang: words.code };
  return await verb.run(asked, room).catch((error: unknown) => {
    if (error instanceof InputError && !(error instanceof WhichOne) && error.reply !== undefined && !/\/\w|`/.test(error.reply))
      throw new InputError(withExample(retell(error.reply, words.code), command, words), { cause: error });
    throw error;
  });
}

/** Those of the channel's language, where it chose one. */
const wordsOf = async (call: CommandCall, room: RoomDeps): Promise<Words> =>
  wordsFor((await room.subscriptions.setting(call.channel.id, langKey)) ?? call.lang);

export const findCommand = (name: string): Command | undefined => {
  const wanted = name.replace(/^\//, "").toLowerCase();
  return all.find((command) => command.name === wanted) ?? all.find(({ aliases }) => aliases.includes(wanted));
};

function unknownCommand(name: string, { errors }: Words): string {
  const near = nearest(
    name.replace(/^\//, ""),
    all.filter(({ hidden }) => !hidden).flatMap((command) => [command.name, ...command.aliases]),
    3,
  );
  const told = errors.unknownCommand(`/${said(name).replace(/^\//, "")}`);
  return near.length > 0 ? `${told} ${errors.near(near.map((each) => `/${each}`))}` : told;
}

function checkWho({ who }: VerbDef, { caller }: CommandCall, { errors }: Words): void {
  if (who === "manager" && !caller.mayManage && !caller.isOperator) throw new Refused(errors.manager);
  if (who === "operator" && !caller.isOperator) throw new Refused(errors.operator);
}

/** Longer values than a person would type, save for what is pasted. */
const maxArgument = 2_100;

function checkArguments(
  verb: VerbDef,
  args: Asked["args"],
  spare: readonly string[],
  command: Command,
  call: CommandCall,
  words: Words,
): void {
  const missing = verb.arguments.find(
    ({ name, required, kind }) => required && (kind === "attachment" ? !call.attachment : args[name] === undefined),
  );
  if (missing) throw new InputError(withExample(words.errors.missing(missing.name), command, words));
  if (spare[0] !== undefined) throw new InputError(withExample(words.errors.spare(said(spare[0])), command, words));
  const long = verb.arguments.some(({ name, kind }) => kind !== "words" && (args[name]?.length ?? 0) > maxArgument);
  if (long) throw new InputError(withExample(words.errors.tooLong, command, words));
}

function checkPace({ isLookup }: VerbDef, { caller }: CommandCall, { errors }: Words, room: RoomDeps): void {
  const waitMs = isLookup ? room.desk.waitMs(caller.id, room.now()) : 0;
  if (waitMs > 0) throw new Refused(errors.wait(Math.ceil(waitMs / 1_000)));
}

const withExample = (told: string, { example }: Command, words: Words): string =>
  example === "" ? told : `${told} ${words.example(example)}`;

/** The asker may not, or not now. */
class Refused extends InputError {
  override name = "Refused";
}

async function failed(error: unknown, call: CommandCall, room: RoomDeps): Promise<Reply> {
  const words = await wordsOf(call, room).catch(() => wordsFor(call.lang)); // what failed may be the store itself
  const told = replyOf(error);
  // What a source answers is no fault of Quoth's, and its log has enough of it.
  const isInput = error instanceof InputError || error instanceof SourceError;
  if (!isInput) room.log.error(`/${said(call.command)} in ${call.channel.id} failed`, { cause: error });
  const message = messageOf(
    [text(told === undefined ? words.errors.failed : rich(retell(told, words.code)))],
    error instanceof WhichOne ? [error.buttons] : [],
  );
  return { message, private: true, outcome: error instanceof Refused ? "refused" : isInput ? "bad-input" : "failed" };
}

const replyOf = (error: unknown): string | undefined =>
  error instanceof BotError ? (error.reply ?? (error instanceof SourceError ? error.message : undefined)) : undefined;
