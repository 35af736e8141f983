/** A publisher's address as a digest lists it. `site` = a home page whose feeds are to be found; `folder` = every feed and page in it. */
export type SourceKind = "feed" | "page" | "site" | "file" | "folder";

export interface Source {
  readonly kind: SourceKind;
  /** An http(s) address, or a path relative to the digest's own file. */
  readonly address: string;
  /** The outlet's name as readers know it; the feed's own title where absent. */
  readonly name?: string;
  /** BCP 47, lower case ("en", "uk"): trusted before any guess. */
  readonly lang?: string;
  /** An article without a date of its own counts as published when it was read: for sources that print news of the day and no dates. */
  readonly undated?: "when-read";
}

/** One item of a feed, as published: nothing in it is trusted, any field may be absent. */
export interface Entry {
  readonly guid?: string;
  readonly url?: string;
  readonly title?: string;
  /** HTML or plain text, as found. */
  readonly summary?: string;
  /** HTML, as found. */
  readonly content?: string;
  readonly author?: string;
  readonly publishedAt?: Date;
  readonly updatedAt?: Date;
  readonly lang?: string;
}

/** An entry's cleaned text with its provenance. Evidence and quotes point into `text` by UTF-16 offsets, so a changed text is a new version. */
export interface Article {
  /** Stable over retitling, redating and re-linking: "a" and 12 letters or digits. */
  readonly id: string;
  /** 1 for the first text seen; grows by one with each change of substance. */
  readonly version: number;
  /** SHA-256 (hex) of title and text. */
  readonly hash: string;
  /** "" when the source gave none. */
  readonly title: string;
  /** Paragraphs separated by one blank line ("\n\n"). */
  readonly text: string;
  /** BCP 47 primary language, "und" when unknown. */
  readonly lang: string;
  /** Who published it ("Censor.NET"); "" for pasted text. */
  readonly outlet: string;
  readonly url?: string;
  readonly author?: string;
  readonly publishedAt?: Date;
  readonly modifiedAt?: Date;
  readonly fetchedAt: Date;
  /** The address of the source it came through; absent for pasted text. */
  readonly source?: string;
}

/** An article version, named without its text. */
export interface ArticleRef {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly outlet: string;
  readonly lang: string;
  readonly url?: string;
  readonly publishedAt?: Date;
}
