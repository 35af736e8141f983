/** Neutral words: an adapter turns them into markup and escapes everything. No field holds markup of any platform. */
export interface Run {
  readonly text: string;
  readonly style?: "bold" | "italic" | "code" | "strike" | "mark" | "quiet";
  /** http(s) only. */
  readonly link?: string;
}

export type Text = string | readonly Run[];

export type Block =
  | { readonly kind: "heading"; readonly text: Text; readonly aside?: string }
  | { readonly kind: "story"; readonly number: number; readonly title: Text; readonly aside?: string; readonly buttons?: readonly Button[] }
  | { readonly kind: "text"; readonly text: Text }
  | { readonly kind: "bullet"; readonly text: Text; readonly sign?: "corrected" | "withdrawn" | "new" }
  | {
      readonly kind: "quote";
      /** The words themselves. A platform adds marks where they bring none. */
      readonly text: string;
      /** What their sentence says around them, shown quieter than they are; white space as it stands. */
      readonly before?: string;
      readonly after?: string;
      readonly speaker: Text;
      readonly source?: Text;
    }
  /** Source sentences: long, shown folded where the platform can. `mark` = the span of `text` to be marked. */
  | {
      readonly kind: "evidence";
      readonly text: string;
      readonly mark: readonly { readonly start: number; readonly end: number }[];
      readonly source: Text;
    }
  | { readonly kind: "image"; readonly png: Uint8Array; readonly alt: string; readonly name: string }
  | { readonly kind: "file"; readonly bytes: Uint8Array; readonly name: string; readonly mediaType: string }
  | { readonly kind: "note"; readonly text: Text }
  | { readonly kind: "divider" };

/** Pressing one is a command call: `call` is a command line ("quote page q123 2") of at most 56 ASCII characters, so it fits every platform's button. */
export type Button =
  | { readonly label: string; readonly call: string; readonly tone?: "plain" | "primary" | "danger" }
  | { readonly label: string; readonly url: string };

export interface Message {
  readonly blocks: readonly Block[];
  /** Rows at the foot. */
  readonly buttons?: readonly (readonly Button[])[];
  /** BCP 47, for marks and spaces. */
  readonly lang?: string;
}
