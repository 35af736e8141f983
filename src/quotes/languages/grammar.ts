/**
 * What the quote room knows of a language whose clauses are read by their words: lists only, all in lower case, no behaviour.
 * Phrases are written with single spaces.
 */
export interface Grammar {
  readonly code: string;
  /** Reporting verbs in the forms that news uses: finite forms, and participles where an auxiliary carries them. */
  readonly verbs: ReadonlySet<string>;
  /** Verbs that report only with a particle behind them ("slår … fast"). */
  readonly particleOf?: ReadonlyMap<string, string>;
  /** Verbs of naming ("nannte", "назвал") and other words that introduce a quoted fragment, down to one word. */
  readonly naming: ReadonlySet<string>;
  /** Auxiliaries, adverbs and particles that may stand between the quotation, the verb and its subject. */
  readonly between: ReadonlySet<string>;
  /** Words that report without a verb, before the source ("laut", "за словами"). */
  readonly sourceCues: readonly string[];
  /** Documents that say something, before whose they are ("у звіті", "w raporcie"). */
  readonly documents: readonly string[];
  /** The same, behind the source ("dem Bericht zufolge"). */
  readonly postpositions: ReadonlySet<string>;
  /** Source cues that hold a pronoun ("за його словами"). */
  readonly pronounCues: { readonly he: readonly string[]; readonly she: readonly string[] };
  /** Openings of a sentence that look back to the words just quoted ("так", "das"). */
  readonly lookingBack: readonly string[];
  readonly pronouns: {
    readonly he: ReadonlySet<string>;
    readonly she: ReadonlySet<string>;
    readonly they: ReadonlySet<string>;
  };
  /** Pronouns as objects: "zitierte ihn die Agentur". */
  readonly objects: { readonly he: ReadonlySet<string>; readonly she: ReadonlySet<string> };
  /** "former", which makes nobody unknown. */
  readonly former: ReadonlySet<string>;
  /** Conjunctions that open reported speech ("dass", "що"). */
  readonly thats: ReadonlySet<string>;
  /** Nouns that announce words ("mit den Worten", "гасло"). */
  readonly speechNouns: ReadonlySet<string>;
  /** Offices, trades and titles by the gender they show. A description may be one of them ("сказала лікарка"). */
  readonly people: {
    readonly he: ReadonlySet<string>;
    readonly she: ReadonlySet<string>;
    readonly either: ReadonlySet<string>;
  };
  /** The masculine of a trade names women too ("dyrektor", "sjef"). */
  readonly neutralTitles: boolean;
  /** Endings of compounds that are such a word ("…ministerin"). */
  readonly peopleEndings?: { readonly he: RegExp; readonly she: RegExp };
  /** Words that may stand for whoever spoke last ("дослідниця", "the politician"). */
  readonly standIns: ReadonlySet<string>;
  /** Endings of nouns for people that no list has, behind an article: whoever was named before ("la tenista", "die Preisträgerin"). */
  readonly agents?: { readonly he: RegExp; readonly she: RegExp };
  /** Courts, ministries, companies, papers: the head of a body's name, in the form a dictionary gives → the forms met in text. */
  readonly bodies: ReadonlyMap<string, string>;
  readonly bodyEndings?: RegExp;
  /** Kinds of bodies that bear a name of their own ("Autobauer Falkwerke"). */
  readonly bearers: ReadonlySet<string>;
  /** Words after which a noun names nobody in particular ("eine", "одна з"). */
  readonly indefinite: ReadonlySet<string>;
  readonly definite: ReadonlySet<string>;
  /** Prepositions: what follows is not the subject. */
  readonly prepositions: ReadonlySet<string>;
  /** Other words that may begin a sentence with a capital and are no name. */
  readonly openers: ReadonlySet<string>;
  /** Lower-case parts of a name ("von", "de la"). */
  readonly particles: readonly string[];
  readonly givenNames: { readonly he: ReadonlySet<string>; readonly she: ReadonlySet<string> };
  /** Openings after which an outlet is named as the one spoken to ("в інтерв'ю", "dem"). Kinds of outlets may stand between. */
  readonly relays: readonly string[];
  /** Words for an outlet that stand before its name ("телеканалу", "Zeitung"). */
  readonly outlets: ReadonlySet<string>;
  /** Where a dash opens speech: at the head of a line, also after a sentence, or nowhere. */
  readonly dash: "line" | "sentence" | "none";
  /** Whether the cue stands between commas inside the speech ("« A, dit X, B »"). */
  readonly commaCue: boolean;
  /** How a past form tells its subject's gender. */
  readonly genderOfVerb?: { readonly he: RegExp; readonly she: RegExp };
  /** How a verb ends of whom one speaks in the present: "denerwuje się X". */
  readonly presentVerb?: RegExp;
  /** Endings of nouns in the nominative that show a word behind the verb to be its subject, whoever it is ("сказав підозрюваний"). */
  readonly strangers?: RegExp;
  /** Verb forms that mark a clause as somebody's words ("sei", "habe"): Konjunktiv. */
  readonly reported?: ReadonlySet<string>;
  /** Every noun has a capital: a lone one is no name. */
  readonly capitalNouns: boolean;
  /** Subjects may be left out: the verb alone stands for who was named before. */
  readonly dropsSubject: boolean;
}

/** A list written as one string. */
export const list = (text: string): readonly string[] => text.split(/\s+/).filter(Boolean);
export const set = (...texts: readonly string[]): ReadonlySet<string> => new Set(texts.flatMap(list));
/** Phrases parted by commas. */
export const phrases = (text: string): readonly string[] =>
  text
    .split(",")
    .map((phrase) => phrase.trim())
    .filter(Boolean);

/** "суд: суду суді судом, …" as form → dictionary form. */
export function forms(text: string): ReadonlyMap<string, string> {
  const map = new Map<string, string>();
  for (const entry of text.split(",")) {
    const [head = "", more = ""] = entry.split(":").map((part) => part.trim());
    for (const form of [head, ...more.split(/\s+/)]) if (form) map.set(form, head);
  }
  return map;
}

/** Every stem with every ending. */
export const endings = (stems: string, ...tails: readonly string[]): string =>
  list(stems)
    .flatMap((stem) => tails.map((tail) => stem + tail))
    .join(" ");
