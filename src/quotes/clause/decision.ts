import type { Speaker } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import type { Person } from "./people.ts";
import type { SpokenSegment } from "./spoken.ts";

export interface Decision {
  readonly speaker: Speaker;
  readonly person: Person | undefined;
  readonly cue?: string;
  readonly via?: string | undefined;
  readonly group: number;
  readonly why: readonly string[];
}

export interface Last extends Decision {
  readonly segment: SpokenSegment;
  /** Where the sentence of its own cue begins and ends; undefined when it has none. */
  readonly cued: Span | undefined;
}
