import type { Source } from "./article.ts";
import type { EditionStory } from "./story.ts";

/** Monday = 1 … Sunday = 7 (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export interface Schedule {
  /** Local wall times "HH:MM", ascending, no duplicates. */
  readonly times: readonly string[];
  readonly days: readonly Weekday[];
  /** IANA zone name. */
  readonly zone: string;
}

/** bullets = title and 1–3 bullets; one-liner = one line a story; brief = headline and one bullet; long = up to 5 bullets. */
export type FormStyle = "bullets" | "one-liner" | "brief" | "long";

/** How an edition looks. Two subscriptions with the same form share one edition. */
export interface Form {
  readonly style: FormStyle;
  /** Stories at most. */
  readonly stories: number;
  /** Bullets a story at most. */
  readonly bullets: number;
  readonly quotes: boolean;
}

/** A recurring publication: one file `digests/<id>.yaml`. */
export interface Digest {
  readonly id: string;
  readonly name: string;
  readonly description: string;
  readonly lang: string;
  readonly sources: readonly Source[];
  /** Words that rank a story up, and words that keep it out. */
  readonly topics: { readonly prefer: readonly string[]; readonly mute: readonly string[] };
  readonly schedule: Schedule;
  readonly form: Form;
  /** Words a bullet at most. */
  readonly maxWords: number;
  /** Names a configured model provider; absent = extractive. */
  readonly model?: string;
  /** Folder of the file, for relative sources. */
  readonly folder: string;
}

/** One due moment of a schedule. */
export interface Slot {
  /** The instant it falls on. */
  readonly at: Date;
  /** The wall time it was asked for, "2026-11-24T08:00", before a clock change moved it. */
  readonly local: string;
  readonly zone: string;
}

/** A digest's stories for one slot in one form: made once, shared by every channel that wants the same. */
export interface Edition {
  /** "e" and 12 letters or digits, from digest × slot × form (and what it covers, and the filters it was made for): making it twice gives the same id. */
  readonly id: string;
  readonly digestId: string;
  readonly digestName: string;
  readonly lang: string;
  readonly slot: Slot;
  readonly form: Form;
  /** Form and filters in one key: editions of a digest with the same audience continue one another. */
  readonly audience?: string;
  /** What is new since this instant. */
  readonly coversFrom: Date;
  readonly coversTo: Date;
  /** True when it makes up for slots that were missed: the reader is told. */
  readonly catchUp: boolean;
  /** True when it was made because a story broke, not because a slot came. */
  readonly instant?: boolean;
  /** Set when it tells what followed speakers were quoted with: each story holds one quote. */
  readonly about?: "speakers";
  /** Of such an edition: how many more there were. */
  readonly left?: number;
  readonly stories: readonly EditionStory[];
  readonly madeAt: Date;
}
