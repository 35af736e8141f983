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

/** One quoted segment: the words between an opening and a closing mark, verbatim, marks left out, within one paragraph. */
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
  /** direct: (nearly) all that was said stands in marks; mixed: a quoted piece in a paraphrase. */
  readonly kind: "direct" | "mixed";
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
  /** Other outlets that carried the same utterance; `differs` = their wording where it is not the same. */
  readonly alsoIn: readonly { readonly outlet: string; readonly url?: string; readonly publishedAt?: Date; readonly differs?: string }[];
  readonly score: number;
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
  /** A quote's id or the check code printed on a card. */
  readonly id?: string;
}

export interface QuoteAnswer {
  readonly hits: readonly QuoteHit[];
  /** How many matched, capped by the bounded search. */
  readonly total: number;
  /** When `hits` is empty: what is near. */
  readonly near: {
    readonly speakers: readonly { readonly id: string; readonly name: string; readonly quotes: number }[];
    readonly words: readonly { readonly word: string; readonly quotes: number }[];
  };
  /** When the speaker's name fits several people. */
  readonly ambiguous: readonly { readonly id: string; readonly name: string; readonly role?: string; readonly quotes: number }[];
}
