import type { Speaker } from "../../model/quote.ts";
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
  readonly ownCue: boolean;
}
