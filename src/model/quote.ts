import type { Span } from "./story.ts";

export type SpeakerKind = "person" | "organisation" | "document" | "unnamed";

export interface Speaker {
  readonly kind: SpeakerKind;
  /** The fullest name the article gives ("Michael Carpenter"); absent when nobody nameable speaks. */
  readonly name?: string;
  /** The words that stand for an unnamed speaker ("a senior official"). */
  readonly description?: string;
  /** Title or office as the article words it. */
  readonly role?: string;
  /** Where the speaker is mentioned by the cue; absent when inherited from another paragraph. */
  readonly mention?: Span;
}

/** One quoted segment: the words between an opening and a closing mark (in a transcript: behind a name and a colon), verbatim, within one paragraph. */
export interface Quote {
  /** "q" and 12 letters or digits: article id, version-independent text and place. Also the check code's source. */
  readonly id: string;
  readonly articleId: string;
  readonly version: number;
  readonly text: string;
  /** text === article.text.slice(start, end), always. */
  readonly start: number;
  readonly end: number;
  /** The sentence or paragraph around it, to be shown as context. */
  readonly context: Span;
  /** direct: (nearly) all that was said stands in marks; mixed: a quoted piece in a paraphrase; transcript: a turn of a conversation set without marks. */
  readonly kind: "direct" | "mixed" | "transcript";
  /** Segments of one attribution (split quotation, several paragraphs) share a number within the article. */
  readonly group: number;
  readonly speaker: Speaker;
  /** The reporting words ("said", "according to"). */
  readonly cue?: string;
  /** The outlet or platform the speaker spoke to or through ("Voice of America"). */
  readonly relayedVia?: string;
  /** The outlet whose article this is, or that the article says reports it ("Censor.NET"). */
  readonly reportedBy?: string;
  readonly lang: string;
  /** How each decision was reached, in order; for `quotes --explain`. */
  readonly why: readonly string[];
}

/** Words of an article that stand for somebody its cast knows: "he", "the official", "Carpenter". */
export interface Mention extends Span {
  readonly kind: "pronoun" | "description" | "name";
  /** The fullest name the article gives. */
  readonly name: string;
  readonly role?: string;
}

/** A quote as a lookup answers it: with what is needed to show it, and who else carried it. */
export interface QuoteHit {
  readonly quote: Quote;
  readonly speakerId?: string;
  /** The context's text and where the quote stands in it. */
  readonly context: { readonly text: string; readonly start: number; readonly end: number };
  readonly article: {
    readonly id: string;
    readonly title: string;
    readonly outlet: string;
    readonly url?: string;
    readonly publishedAt?: Date;
    readonly fetchedAt: Date;
  };
  /** Other outlets that carried the same utterance, first carrier first. */
  readonly alsoIn: readonly Carrier[];
  readonly score: number;
  /** Set when the article was corrected since and no longer has these words: its newest version. */
  readonly outdated?: { readonly newestVersion: number };
}

/** Another outlet that carried an utterance. */
export interface Carrier {
  readonly outlet: string;
  readonly url?: string;
  readonly publishedAt?: Date;
  /** Their wording where words differ from ours inside, or where a cut turns the meaning. */
  readonly differs?: string;
  /** They carry a part of ours, or more of it, word for word. */
  readonly extent?: "shorter" | "longer";
  /** Before the outlet that is shown. */
  readonly isEarlier?: boolean;
}

/** A person or body across articles. */
export interface SpeakerProfile {
  readonly id: string;
  readonly name: string;
  readonly kind: SpeakerKind;
  readonly aliases: readonly string[];
  readonly roles: readonly { readonly role: string; readonly from: Date; readonly to: Date }[];
  readonly quotes: number;
  readonly firstAt?: Date;
  readonly lastAt?: Date;
  /** What the newest quotes are about, most telling first. */
  readonly topics?: readonly { readonly word: string; readonly quotes: number }[];
  /** Quotes by month, the last twelve that the newest one belongs to, oldest first. */
  readonly months?: readonly { readonly from: Date; readonly quotes: number }[];
}

/** A question, parsed: `carpenter negotiations "this is surrender" speaker:carpenter since:2024-06`. */
export interface QuoteQuery {
  readonly words: readonly string[];
  readonly phrases: readonly string[];
  readonly speaker?: string;
  readonly outlet?: string;
  readonly lang?: string;
  readonly since?: Date;
  readonly until?: Date;
  /** A quote's id or the check code printed on a card; `words`, where there are any, are asked when it is nobody's. */
  readonly id?: string;
}

export interface NearSpeaker {
  readonly id: string;
  readonly name: string;
  readonly quotes: number;
}

export interface NearWord {
  readonly word: string;
  readonly quotes: number;
}

export interface QuoteAnswer {
  readonly hits: readonly QuoteHit[];
  /** How many matched, capped by the bounded search. */
  readonly total: number;
  /** The question as it was read, where a misspelt word or name was taken for a known one. */
  readonly readAs?: string;
  /** True when no quote has all of the words, and these have all but one. */
  readonly isPartial?: boolean;
  /** When `hits` is empty: what is near. */
  readonly near: {
    /** Names like the one asked for. */
    readonly speakers: readonly NearSpeaker[];
    /** Asked words that are there, or known words like them. */
    readonly words: readonly NearWord[];
    /** What the one speaker who was asked for spoke of. */
    readonly topics?: readonly NearWord[];
    readonly topicsOf?: string;
    /** Who else spoke of what was asked; counts are of these words. */
    readonly others?: readonly NearSpeaker[];
  };
  /** When the speaker's name fits several people. */
  readonly ambiguous: readonly { readonly id: string; readonly name: string; readonly role?: string; readonly quotes: number }[];
}
