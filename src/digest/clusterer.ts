import { type Cluster, createClusters, type Document } from "./clusters.ts";
import { createLikeness } from "./likeness.ts";
import { heaviestShare, type Sum, weightIn } from "./sums.ts";
import type { TermVector } from "./terms.ts";
import { createVocabulary, type Vector } from "./vocabulary.ts";

/** For a text of a few words and for one of many, between which others lie: headlines share fewer words than openings do. */
export interface Threshold {
  readonly headline: number;
  readonly opening: number;
}

/** Fitted on one half each of public story sets; see docs/stories.md. */
export interface ClusterSettings {
  /** A document joins the nearest story from this similarity on, 0..1. */
  readonly join: Threshold;
  /** Two stories become one from here on. */
  readonly merge: Threshold;
  /** When an edition is due, a document of a small story joins the nearest other story from here on. */
  readonly attach: Threshold;
  /** A story of so many documents is small. */
  readonly smallStory: Threshold;
  /** Terms kept of a story's centroid, heaviest first. */
  readonly centroidTerms: number;
  /** From so many documents on, two stories that share little but one word are not one: "Google" is in many. */
  readonly largeStory: number;
  /** What is taken off the likeness of two large stories when a single word carries all of it, 0..1. */
  readonly singleWordCost: number;
}

/** What became of a document beside a story, with a document of that story. */
export interface Decision {
  /**
   * joined = alike enough; merged = its story and that one grew alike; apart = alike enough, but it names others;
   * unlike = the nearest story there was, not alike enough.
   */
  readonly kind: "joined" | "merged" | "apart" | "unlike";
  readonly document: number;
  readonly other: number;
  /** Likeness, 0..1. */
  readonly score: number;
  /** Terms that both have, most telling first; of `apart` the names that the other story lacks. */
  readonly terms: readonly string[];
}

export interface Clusterer {
  /** Decides on one document before the next is read; gives its number. `names` = those of its terms that name someone or something. */
  add(document: TermVector, names?: ReadonlySet<string>): number;
  /** Puts a document back where it stood: into this story, or without one into a story of its own. Gives both numbers. */
  restore(document: TermVector, names: ReadonlySet<string>, story?: number): { readonly document: number; readonly story: number };
  /** Joins whole stories that have grown alike. In steps, as `settle`. */
  merge(): Iterable<void>;
  /** Before an edition: merges, then brings documents of small stories to larger ones. In steps of some milliseconds, to be run to the end. */
  settle(): Iterable<void>;
  /** Document → story. */
  assignments(): ReadonlyMap<number, number>;
  readonly size: number;
}

/** Fewer terms than this are a headline; from the other on there is an opening too. */
const headlineTerms = 8;
const openingTerms = 30;

const noNames: ReadonlySet<string> = new Set();
const fewestNames = 2;
const termsTold = 6;
const storiesAStep = 50;
/** A story that is nearest at less than this share of the threshold is no neighbour. */
const neighbour = 0.5;

/** The same kind of event with other people at another place: names enough, and not one of them known there. */
const isElsewhere = (names: Uint32Array, sum: Sum): boolean =>
  names.length >= fewestNames && names.every((name) => weightIn(sum, name) === 0);

const namesOf = ({ documents }: Cluster): Uint32Array => Uint32Array.from(new Set(documents.flatMap(({ sum }) => [...sum.names])));

const areApart = (a: Cluster, b: Cluster): boolean => {
  const [small, large] = a.documents.length < b.documents.length ? [a, b] : [b, a];
  return isElsewhere(namesOf(small), large.sum);
};

interface Nearest {
  readonly cluster?: Cluster | undefined;
  readonly score: number;
  /** The story that is most alike of those kept apart by their names. */
  readonly apart?: Cluster | undefined;
  readonly apartScore: number;
}

/** Online single pass over TF-IDF centroids with an inverted index; a merge pass of whole stories and a settling pass repair early mistakes. Whoever wants reasons is told each decision. */
export function createClusterer(settings: ClusterSettings, onDecision?: (decision: Decision) => void): Clusterer {
  const vocabulary = createVocabulary();
  const { idf } = vocabulary;
  const clusters = createClusters(settings.centroidTerms, idf);
  const likeness = createLikeness(vocabulary);
  let nextDocument = 0;

  /** Likeness of two stories; what large ones share must be more than a word, however telling. */
  const likenessOf = (a: Cluster, b: Cluster, cosine: number): number => {
    const { largeStory, singleWordCost } = settings;
    if (Math.min(a.documents.length, b.documents.length) < largeStory) return cosine;
    return cosine * (1 - singleWordCost * heaviestShare(a.sum, b.sum, idf) ** 2);
  };

  const findNearest = (document: Document, except?: Cluster): Nearest => {
    const near = clusters.findNear(document.sum, except);
    const likenessTo = likeness.hold(document);
    let [nearest, apart]: (Cluster | undefined)[] = [];
    let [score, apartScore] = [0, 0];
    for (const cluster of near) {
      const elsewhere = isElsewhere(document.sum.names, cluster.sum);
      if (elsewhere && !onDecision) continue;
      const value = likenessTo(cluster);
      if (elsewhere && value > apartScore) [apart, apartScore] = [cluster, value];
      else if (!elsewhere && value > score) [nearest, score] = [cluster, value];
    }
    return { cluster: nearest, score, apart, apartScore };
  };

  const tell = (kind: Decision["kind"], { id }: Document, other: Cluster, score: number, terms: readonly number[]): void =>
    onDecision?.({ kind, document: id, other: other.documents[0]!.id, score, terms: terms.slice(0, termsTold).map(vocabulary.word) });

  const sharedWith = (cluster: Cluster, { terms }: Vector): readonly number[] =>
    onDecision ? [...terms].filter((term) => weightIn(cluster.sum, term) > 0).sort((a, b) => idf(b) - idf(a)) : [];

  /** Between the two thresholds by how many terms there are to share. */
  const pick = ({ headline, opening }: Threshold, terms: number): number =>
    headline + (opening - headline) * Math.min(1, Math.max(0, (terms - headlineTerms) / (openingTerms - headlineTerms)));

  const typicalTerms = ({ documents }: Cluster): number =>
    documents.slice(-10).reduce((total, { sum }) => total + sum.terms.length, 0) / Math.min(10, documents.length);

  function* merge(): Generator<void> {
    let queue = clusters.all().filter(({ changed }) => changed);
    while (queue.length > 0) {
      const grown = new Set<Cluster>();
      for (const [turn, cluster] of queue.entries()) {
        if (turn % storiesAStep === storiesAStep - 1) yield;
        if (!clusters.find(cluster.id)) continue;
        cluster.changed = false;
        let nearest: Cluster | undefined;
        let score = 0;
        const likenessTo = likeness.hold(cluster);
        for (const other of clusters.findNear(cluster.sum, cluster)) {
          const value = likenessOf(cluster, other, likenessTo(other));
          if (value > score && !areApart(cluster, other)) [nearest, score] = [other, value];
        }
        if (!nearest || score < pick(settings.merge, Math.min(typicalTerms(cluster), typicalTerms(nearest)))) continue;
        const [kept, gone] = nearest.id < cluster.id ? [nearest, cluster] : [cluster, nearest];
        for (const document of gone.documents) tell("merged", document, kept, score, sharedWith(kept, document.sum));
        clusters.remove(gone);
        clusters.put(kept, gone.documents, gone.sum);
        grown.add(kept);
      }
      queue = [...grown];
    }
  }

  /** Documents of small stories go to the nearest other story, at a lower threshold than when they came: by now it is known better. */
  function* attach(): Generator<void> {
    for (const [turn, cluster] of clusters.all().entries()) {
      if (turn % storiesAStep === storiesAStep - 1) yield;
      if (cluster.documents.length > pick(settings.smallStory, typicalTerms(cluster))) continue;
      for (const document of [...cluster.documents]) {
        const nearest = findNearest(document, cluster);
        if (!nearest.cluster || nearest.score < pick(settings.attach, document.sum.terms.length)) continue;
        tell("joined", document, nearest.cluster, nearest.score, sharedWith(nearest.cluster, document.sum));
        clusters.take(cluster, document);
        clusters.put(nearest.cluster, [document], document.sum);
      }
    }
  }

  const tellAll = (document: Document, { cluster, score, apart, apartScore }: Nearest, threshold: number): void => {
    const kind = score >= threshold ? "joined" : "unlike";
    if (cluster && score >= threshold * neighbour) tell(kind, document, cluster, score, sharedWith(cluster, document.sum));
    if (apart && apartScore >= threshold && apartScore > score) tell("apart", document, apart, apartScore, [...document.sum.names]);
  };

  return {
    get size() {
      return clusters.size;
    },
    add(terms, names = noNames) {
      const document: Document = { id: nextDocument++, sum: vocabulary.add(terms, names), square: 0, squaredAt: 0 };
      const nearest = findNearest(document);
      const threshold = pick(settings.join, document.sum.terms.length);
      const joins = nearest.cluster && nearest.score >= threshold ? nearest.cluster : undefined;
      if (onDecision) tellAll(document, nearest, threshold);
      clusters.put(joins ?? clusters.open(), [document], document.sum);
      return document.id;
    },
    restore(terms, names, story) {
      const document: Document = { id: nextDocument++, sum: vocabulary.add(terms, names), square: 0, squaredAt: 0 };
      const cluster = (story === undefined ? undefined : clusters.find(story)) ?? clusters.open();
      clusters.put(cluster, [document], document.sum);
      return { document: document.id, story: cluster.id };
    },
    merge,
    *settle() {
      yield* merge();
      yield* attach();
      yield* merge();
    },
    assignments() {
      return new Map(clusters.all().flatMap(({ id, documents }) => documents.map((document) => [document.id, id] as const)));
    },
  };
}
