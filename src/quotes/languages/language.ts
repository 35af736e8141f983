/** What the quote room knows of a language: words only, no behaviour. All in lower case. */
export interface QuoteLanguage {
  /** Finite forms of reporting verbs ("said", "tells"). */
  readonly verbs: readonly string[];
  /** Words that report without a verb, before the source ("according to"). */
  readonly sourceCues: readonly string[];
  readonly pronouns: {
    readonly he: readonly string[];
    readonly she: readonly string[];
    readonly they: readonly string[] /** The one for bodies and papers. */;
    readonly it?: string;
  };
  /** Titles and offices that stand before a name and are no part of it ("Mr.", "Senator"). */
  readonly titles: readonly string[];
  /** Articles and the like that begin a description ("the official", "a spokesman"). */
  readonly determiners: readonly string[];
  readonly maleTitles: readonly string[];
  readonly femaleTitles: readonly string[];
}
