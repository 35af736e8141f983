import type { Article } from "../model/article.ts";
import type { Filter, Subscription } from "../model/delivery.ts";
import type { Digest, Edition, Form, Schedule, Slot } from "../model/digest.ts";
import type { Message } from "../model/message.ts";
import type { Log, Platform } from "../model/platform.ts";
import type { Quote } from "../model/quote.ts";
import type { Stores } from "../model/stores.ts";
import type { Summary } from "../model/summarizer.ts";

/** What the commands need besides the stores: functions that the composition root hands in, so that this room stays neutral. */
export interface CommandDeps extends Omit<Stores, "backup" | "close"> {
  /** The catalogue, by id. */
  readonly digests: () => readonly Digest[];
  /** A digest of the catalogue, or a channel's own (`ownDigests` in own-digest.ts). */
  readonly findDigest: (id: string) => Digest | undefined;
  /** A channel's own feeds changed: read them again before the next round. */
  readonly ownDigestsChanged: () => Promise<void>;
  /** Reads the sources that are due, then tells what an edition would hold. Nothing of it is kept or sent. */
  readonly buildPreview: (digest: Digest, form: Form, window: PreviewWindow, signal: AbortSignal) => Promise<Edition>;
  /** Makes an edition for this subscription and leaves it in the outbox; one without stories is not sent. */
  readonly publishNow: (subscription: Subscription, signal: AbortSignal) => Promise<Edition | undefined>;
  /** Something was left in the outbox: look now. */
  readonly wake: () => void;
  /** A suspended channel may be written to again: what it missed is sent. */
  readonly revive: (channelId: string) => Promise<boolean>;
  readonly renderEdition: (edition: Edition, channelLang: string) => Message;
  /** @throws BotError with a reply: paywalled, too short, unreachable, no article. */
  readonly digestArticle: (input: ArticleInput, signal: AbortSignal) => Promise<DigestedArticle>;
  /** The feeds a page offers, each read once. @throws BotError with a reply. */
  readonly findFeeds: (url: string, signal: AbortSignal) => Promise<readonly FoundFeed[]>;
  readonly readOpml: (bytes: Uint8Array) => Promise<readonly ListedFeed[]>;
  readonly writeOpml: (feeds: readonly ListedFeed[], title: string) => string;
  /** By any address under which it is known. */
  readonly findArticle: (url: string) => Promise<Article | undefined>;
  readonly nextSlot: (schedule: Schedule, after: Date) => Slot | undefined;
  readonly describeClockChange: (schedule: Schedule, after: Date, lang: string) => string | undefined;
  /** A quotation as a still image (PNG). */
  readonly drawCard: (quoteId: string, theme: "light" | "dark") => Promise<Uint8Array | undefined>;
  readonly settings: CommandSettings;
  readonly platforms: () => readonly { readonly id: string; readonly name: string; readonly health: ReturnType<Platform["health"]> }[];
  /** What models did and used today; undefined where none is configured. */
  readonly modelUse: () => Promise<ModelUse | undefined>;
  readonly log: Log;
  readonly now: () => Date;
  /** Letters and digits nobody can guess: names an undo or a page of answers. */
  readonly token: () => string;
}

export interface ModelUse {
  readonly worded: number;
  readonly replaced: number;
  readonly failed: number;
  readonly reasons: readonly string[];
  readonly tokens: number;
  readonly money: number;
  readonly limits: { readonly tokensPerDay: number; readonly moneyPerDay: number };
}

export interface PreviewWindow {
  readonly from: Date;
  readonly to: Date;
  readonly filters?: readonly Filter[];
}

export interface CommandSettings {
  readonly version: string;
  /** Zone where neither the call nor the digest names one. */
  readonly zone: string;
  /** Interface language where a channel has set none. */
  readonly lang: string;
}

export type ArticleInput =
  | { readonly kind: "link"; readonly url: string }
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "file"; readonly name: string; readonly mediaType: string; readonly bytes: Uint8Array };

export interface DigestedArticle {
  readonly article: Article;
  readonly summary: Summary;
  readonly quotes: readonly Quote[];
}

export interface FoundFeed {
  readonly url: string;
  readonly title?: string;
  readonly entries: number;
  readonly newestAt?: Date;
}

export interface ListedFeed {
  readonly url: string;
  readonly title?: string;
}
