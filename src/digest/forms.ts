import type { Form } from "../model/digest.ts";
import type { SetWeights } from "./choose.ts";
import fitted from "./select.weights.json" with { type: "json" };

/** What a story may take up in an edition. */
export interface Room {
  /** Bullets at most. */
  readonly bullets: number;
  readonly quotes: number;
  /** How its set of bullets is weighed. */
  readonly set: SetWeights;
}

/** A long form has more to tell than a glance takes in, whatever number of bullets the digest names. */
const fewestLong = 5;
/** More words and cheaper bullets; with that many, saying the same twice is what readers mind. Set by reading editions. */
const longSet: SetWeights = { ...fitted.set, mostWords: 150, each: 1, fourth: 0, alike: 3, tooAlike: 0.35 };

/** One line a story and the brief form keep one bullet: the line's evidence, and what the headline does not say. */
export function roomOf({ style, bullets, quotes }: Form): Room {
  const { set } = fitted;
  if (style === "one-liner" || style === "brief") return { bullets: 1, quotes: 0, set };
  const shown = quotes ? 1 : 0;
  return style === "long" ? { bullets: Math.max(fewestLong, bullets), quotes: shown, set: longSet } : { bullets, quotes: shown, set };
}
