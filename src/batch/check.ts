import { BotError } from "../model/errors.ts";
import { eachQuestion } from "./index.ts";

export const task = eachQuestion(() => {
  throw new BotError("This task has no room yet.");
});
