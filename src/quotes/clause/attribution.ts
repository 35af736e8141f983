import type { Span } from "../../model/story.ts";
import type { Subject } from "./phrase.ts";

/** The reporting words beside a quotation and who is their subject. */
export interface Attribution {
  readonly cue: string;
  readonly subject: Subject;
  /** The sentence that holds it: outlets are looked for there. */
  readonly sentence: Span;
  readonly why: string;
}
