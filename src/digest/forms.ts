import type { Form } from "../model/digest.ts";
import { glance, type SetRules } from "./choose.ts";

/** What a story may take up in an edition. */
export interface Room {
  /** Bullets at most. */
  readonly bullets: number;
  readonly quotes: number;
  /** What its set of bullets is measured by. */
  readonly set: SetRules;
}

/** A long form has more to tell than a glance takes in, whatever number of bullets the digest names. */
const fewestLong = 5;
/** More to tell, and with that many bullets saying the same twice is what readers mind. Set by reading editions. */
const longSet: SetRules = { mostWords: 150, summaryWords: 250, tooAlike: 0.35 };

/** One line a story and the brief form keep one bullet: the line's evidence, and what the headline does not say. */
export function roomOf({ style, bullets, quotes }: Form): Room {
  if (style === "one-liner" || style === "brief") return { bullets: 1, quotes: 0, set: glance };
  const shown = quotes ? 1 : 0;
  return style === "long"
    ? { bullets: Math.max(fewestLong, bullets), quotes: shown, set: longSet }
    : { bullets, quotes: shown, set: glance };
}
