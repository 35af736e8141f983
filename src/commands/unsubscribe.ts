import { type Command, done, text } from "./command.ts";
import { completeSubscription, getSubscription, nameOf, subscriptionArgument } from "./here.ts";
import { rich } from "./rich.ts";
import { keepUndo } from "./undo.ts";

export const unsubscribe: Command = {
  name: "unsubscribe",
  aliases: ["unsub"],
  example: "/unsubscribe world",
  verbs: [
    {
      name: "",
      who: "manager",
      private: false,
      arguments: [subscriptionArgument],
      complete: completeSubscription,
      async run(asked, deps) {
        const subscription = await getSubscription(asked, deps);
        await deps.subscriptions.remove(subscription.channelId, subscription.id);
        const name = await keepUndo(asked, subscription.id, subscription, deps);
        const { words } = asked;
        const left = (await deps.subscriptions.ofChannel(subscription.channelId)).length;
        const gone = words.unsubscribe.gone(nameOf(subscription, deps, words), subscription.id);
        const blocks = [text(rich(`${gone} ${words.unsubscribe.left(left)}`))];
        return { ...done(blocks, [[{ label: words.buttons.undo, call: `undo ${name}` }]]), private: false };
      },
    },
  ],
};
