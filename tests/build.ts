import type { Article } from "../src/model/article.ts";
import type { Channel, Delivery, Subscription } from "../src/model/delivery.ts";
import type { Digest, Edition, Form, Schedule, Slot } from "../src/model/digest.ts";
import type { Quote } from "../src/model/quote.ts";
import type { Bullet, EditionStory } from "../src/model/story.ts";

/** Builders: a test names only what matters to it. */

export const aSchedule = (schedule: Partial<Schedule> = {}): Schedule => ({
  times: ["08:00"],
  days: [1, 2, 3, 4, 5, 6, 7],
  zone: "Europe/Kyiv",
  ...schedule,
});

export const aForm = (form: Partial<Form> = {}): Form => ({ style: "bullets", stories: 5, bullets: 3, quotes: true, ...form });

export const aSlot = (slot: Partial<Slot> = {}): Slot => ({
  at: new Date("2026-11-24T06:00Z"),
  local: "2026-11-24T08:00",
  zone: "Europe/Kyiv",
  ...slot,
});

export const aChannel = (channel: Partial<Channel> = {}): Channel => ({
  id: "fake:1",
  platform: "fake",
  address: "1",
  lang: "en",
  ...channel,
});

export const aSubscription = (subscription: Partial<Subscription> = {}): Subscription => ({
  id: "world",
  channelId: "fake:1",
  digestId: "world",
  mode: "schedule",
  schedule: aSchedule(),
  form: aForm(),
  filters: [],
  sendEmpty: false,
  mention: "",
  options: {},
  state: "active",
  createdAt: new Date("2026-11-20T12:00Z"),
  coveredTo: new Date("2026-11-23T06:00Z"),
  nextAt: new Date("2026-11-24T06:00Z"),
  ...subscription,
});

export const aDigest = (digest: Partial<Digest> = {}): Digest => ({
  id: "world",
  name: "World",
  description: "What happened, in short",
  lang: "en",
  sources: [{ kind: "feed", address: "https://outlet.example/feed.xml", name: "Outlet" }],
  topics: { prefer: [], mute: [] },
  schedule: aSchedule(),
  form: aForm(),
  maxWords: 30,
  folder: ".",
  ...digest,
});

export const anArticle = (article: Partial<Article> = {}): Article => ({
  id: "a000000000001",
  version: 1,
  hash: "0".repeat(64),
  title: "Ports agree on night sailings",
  text: "Three ports will allow night sailings from December, harbour masters said.",
  lang: "en",
  outlet: "Outlet",
  url: "https://outlet.example/ports",
  publishedAt: new Date("2026-11-24T05:00Z"),
  fetchedAt: new Date("2026-11-24T05:10Z"),
  source: "https://outlet.example/feed.xml",
  ...article,
});

export const aBullet = (bullet: Partial<Bullet> = {}): Bullet => ({
  text: "Three ports will allow night sailings from December, harbour masters said.",
  evidence: [{ articleId: "a000000000001", version: 1, spans: [{ start: 0, end: 74 }], edits: [] }],
  by: "extractive",
  ...bullet,
});

export const aQuote = (quote: Partial<Quote> = {}): Quote => ({
  id: "q000000000001",
  articleId: "a000000000001",
  version: 1,
  text: "The lights will stay on all winter long",
  start: 10,
  end: 49,
  context: { start: 0, end: 60 },
  kind: "direct",
  group: 0,
  speaker: { kind: "person", name: "Ilse Varn", role: "harbour master of Hollen" },
  cue: "said",
  lang: "en",
  why: [],
  ...quote,
});

export const anEditionStory = (story: Partial<EditionStory> = {}): EditionStory => ({
  storyId: "s000000000001",
  title: "Ports agree on night sailings",
  bullets: [aBullet()],
  quotes: [],
  outlets: ["Outlet"],
  articles: [
    {
      id: "a000000000001",
      version: 1,
      title: "Ports agree on night sailings",
      outlet: "Outlet",
      lang: "en",
      url: "https://outlet.example/ports",
      publishedAt: new Date("2026-11-24T05:00Z"),
    },
  ],
  why: "1 outlet, newest 1 h old",
  ...story,
});

export const anEdition = (edition: Partial<Edition> = {}): Edition => ({
  id: "e000000000001",
  digestId: "world",
  digestName: "World",
  lang: "en",
  slot: aSlot(),
  form: aForm(),
  coversFrom: new Date("2026-11-23T06:00Z"),
  coversTo: new Date("2026-11-24T06:00Z"),
  catchUp: false,
  stories: [anEditionStory()],
  madeAt: new Date("2026-11-24T06:00Z"),
  ...edition,
});

export const aDelivery = (delivery: Partial<Delivery> = {}): Delivery => ({
  id: "d00000000000000001",
  editionId: "e000000000001",
  channelId: "fake:1",
  subscriptionId: "world",
  part: 0,
  state: "sending",
  attempts: 1,
  dueAt: new Date("2026-11-24T06:00Z"),
  slotAt: new Date("2026-11-24T06:00Z"),
  leaseUntil: new Date("2026-11-24T06:01:30Z"),
  firstTriedAt: new Date("2026-11-24T06:00Z"),
  ...delivery,
});
