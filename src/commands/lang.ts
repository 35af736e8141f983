import type { Reply } from "../model/command.ts";
import { InputError } from "../model/errors.ts";
import { type Asked, type Command, messageOf, type RoomDeps, text } from "./command.ts";
import { said } from "./rich.ts";
import { languages, wordsFor } from "./words/index.ts";

export const langKey = "lang";

export const lang: Command = {
  name: "lang",
  aliases: [],
  example: "/lang uk",
  verbs: [
    {
      name: "",
      who: "manager",
      private: false,
      arguments: [{ name: "code", kind: "word", choices: Object.keys(languages) }],
      run: answerLang,
    },
  ],
};

async function answerLang({ args, call, words }: Asked, deps: RoomDeps): Promise<Reply> {
  const buttons = Object.entries(languages).map(([code, name]) => ({ label: name, call: `lang ${code}` }));
  if (args.code === undefined) return { message: messageOf([text(words.lang.which)], [buttons]), private: true, outcome: "done" };
  const wanted = args.code.toLowerCase();
  const code = Object.entries(languages).find(([code, name]) => code === wanted || name.toLowerCase() === wanted)?.[0];
  if (code === undefined) throw new InputError(words.lang.unknown(said(args.code), Object.keys(languages)));
  await deps.subscriptions.putChannel({ ...call.channel, lang: code });
  await deps.subscriptions.putSetting(call.channel.id, langKey, code);
  await deps.ownDigestsChanged();
  return {
    message: messageOf([text(wordsFor(code).lang.now)], [buttons.filter(({ call }) => call !== `lang ${code}`)]),
    private: false,
    outcome: "done",
  };
}
