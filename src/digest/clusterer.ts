import type { TermVector } from "./terms.ts";

/** Thresholds on cosine similarity, 0..1. Fitted on the development halves of public story sets; see docs/stories.md. */
export interface ClusterSettings {
  /** A document joins the nearest story from here on. */
  readonly join: number;
  /** Two stories become one from here on. */
  readonly merge: number;
  /** Share of the best member's similarity in the score; the rest is the centroid's. */
  readonly memberShare: number;
  /** Terms kept of a story's centroid, heaviest first. */
  readonly centroidTerms: number;
  /** Newest members compared one by one. */
  readonly members: number;
}

export interface Joined {
  readonly story: number;
  /** Similarity it joined by; 0 = it opened the story. */
  readonly score: number;
  /** The terms that carried the join, heaviest first. */
  readonly shared: readonly string[];
}

interface Cluster {
  readonly id: number;
  size: number;
  sum: Map<string, number>;
  members: TermVector[];
  touchedAt: number;
  changed: boolean;
}

export interface Clusterer {
  /** Decides on one document before the next is read. `at` in ms. */
  add(vector: TermVector, at: number): Joined;
  /** Joins whole stories that have grown alike; returns absorbed → kept. */
  merge(): ReadonlyMap<number, number>;
  /** Forgets stories without news since this instant. */
  sleep(before: number): readonly number[];
  readonly size: number;
}

/** Online single pass over TF-IDF centroids with an inverted index, and a merge pass of whole stories. */
export function createClusterer(settings: ClusterSettings): Clusterer {
  const clusters = new Map<number, Cluster>();
  const postings = new Map<string, Set<number>>();
  const frequency = new Map<string, number>();
  let documents = 0;
  let nextId = 0;

  const idf = (term: string): number => Math.log(1 + documents / ((frequency.get(term) ?? 0) + 1));

  const norm = (vector: TermVector): number => {
    let sum = 0;
    for (const [term, weight] of vector) sum += (weight * idf(term)) ** 2;
    return Math.sqrt(sum) || 1;
  };

  const dot = (a: TermVector, b: TermVector): number => {
    const [small, large] = a.size < b.size ? [a, b] : [b, a];
    let sum = 0;
    for (const [term, weight] of small) {
      const other = large.get(term);
      if (other !== undefined) sum += weight * other * idf(term) ** 2;
    }
    return sum;
  };

  const cosine = (a: TermVector, b: TermVector): number => dot(a, b) / (norm(a) * norm(b));

  /** Stories that share a telling term, by the weight of what they share. */
  const candidates = (vector: TermVector): number[] => {
    const scores = new Map<number, number>();
    const terms = [...vector].map(([term, weight]) => ({ term, weight: weight * idf(term) })).sort((a, b) => b.weight - a.weight);
    for (const { term, weight } of terms.slice(0, 24)) {
      for (const id of postings.get(term) ?? [])
        scores.set(id, (scores.get(id) ?? 0) + (weight * (clusters.get(id)?.sum.get(term) ?? 0)) / (clusters.get(id)?.size ?? 1));
    }
    return [...scores]
      .sort((a, b) => b[1] - a[1])
      .slice(0, 12)
      .map(([id]) => id);
  };

  const similarity = (vector: TermVector, cluster: Cluster): number => {
    const centroid = cosine(vector, cluster.sum);
    if (settings.memberShare === 0 || cluster.size < 2) return centroid;
    let best = 0;
    for (const member of cluster.members) best = Math.max(best, cosine(vector, member));
    return (1 - settings.memberShare) * centroid + settings.memberShare * best;
  };

  const absorb = (cluster: Cluster, sum: TermVector): void => {
    for (const [term, weight] of sum) {
      cluster.sum.set(term, (cluster.sum.get(term) ?? 0) + weight);
      postings.getOrInsertComputed(term, () => new Set()).add(cluster.id);
    }
    if (cluster.sum.size > settings.centroidTerms * 1.25) trim(cluster);
  };

  const trim = (cluster: Cluster): void => {
    const kept = [...cluster.sum].sort((a, b) => b[1] * idf(b[0]) - a[1] * idf(a[0]));
    for (const [term] of kept.slice(settings.centroidTerms)) {
      cluster.sum.delete(term);
      postings.get(term)?.delete(cluster.id);
    }
  };

  const remove = (cluster: Cluster): void => {
    clusters.delete(cluster.id);
    for (const term of cluster.sum.keys()) {
      const ids = postings.get(term);
      ids?.delete(cluster.id);
      if (ids?.size === 0) postings.delete(term);
    }
  };

  return {
    get size() {
      return clusters.size;
    },
    add(vector, at) {
      documents++;
      for (const term of vector.keys()) frequency.set(term, (frequency.get(term) ?? 0) + 1);
      let best: Cluster | undefined;
      let score = 0;
      for (const id of candidates(vector)) {
        const cluster = clusters.get(id)!;
        const value = similarity(vector, cluster);
        if (value > score) [best, score] = [cluster, value];
      }
      if (!best || score < settings.join) {
        best = { id: nextId++, size: 0, sum: new Map(), members: [], touchedAt: at, changed: true };
        clusters.set(best.id, best);
        score = 0;
      }
      const shared =
        score > 0
          ? [...vector.keys()]
              .filter((term) => best!.sum.has(term))
              .sort((a, b) => idf(b) - idf(a))
              .slice(0, 6)
          : [];
      absorb(best, vector);
      best.size++;
      best.members.push(vector);
      if (best.members.length > settings.members) best.members.shift();
      best.touchedAt = Math.max(best.touchedAt, at);
      best.changed = true;
      return { story: best.id, score, shared };
    },
    merge() {
      const moved = new Map<number, number>();
      for (;;) {
        let found = false;
        for (const cluster of [...clusters.values()]) {
          if (!cluster.changed || !clusters.has(cluster.id)) continue;
          cluster.changed = false;
          let best: Cluster | undefined;
          let score = 0;
          for (const id of candidates(cluster.sum)) {
            if (id === cluster.id) continue;
            const other = clusters.get(id)!;
            const value = cosine(cluster.sum, other.sum);
            if (value > score) [best, score] = [other, value];
          }
          if (!best || score < settings.merge) continue;
          const [kept, gone] = best.id < cluster.id ? [best, cluster] : [cluster, best];
          remove(gone);
          absorb(kept, gone.sum);
          kept.size += gone.size;
          kept.members = [...kept.members, ...gone.members].slice(-settings.members);
          kept.touchedAt = Math.max(kept.touchedAt, gone.touchedAt);
          kept.changed = true;
          moved.set(gone.id, kept.id);
          found = true;
        }
        if (!found) break;
      }
      for (const [gone, kept] of moved) {
        let last = kept;
        while (moved.has(last)) last = moved.get(last)!;
        moved.set(gone, last);
      }
      return moved;
    },
    sleep(before) {
      const asleep = [...clusters.values()].filter((cluster) => cluster.touchedAt < before);
      for (const cluster of asleep) remove(cluster);
      return asleep.map((cluster) => cluster.id);
    },
  };
}
