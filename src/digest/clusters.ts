import type { Weighed } from "./likeness.ts";
import { createStoryIndex } from "./story-index.ts";
import { addTo, type Sum, takeFrom, termsIn } from "./sums.ts";
import type { Vector } from "./vocabulary.ts";

export interface Document extends Weighed {
  readonly id: number;
  readonly sum: Vector;
}

export interface Cluster extends Weighed {
  readonly id: number;
  sum: Sum;
  documents: Document[];
  changed: boolean;
}

/** Stories as they grow: their documents, the sum of their terms, and where each term is found. */
export interface Clusters {
  readonly size: number;
  /** As they are now, oldest first. */
  all(): readonly Cluster[];
  find(id: number): Cluster | undefined;
  open(): Cluster;
  /** `sum` = what the documents add up to. */
  put(cluster: Cluster, documents: readonly Document[], sum: Sum): void;
  /** Takes a document out; a story that it leaves empty is gone. */
  take(cluster: Cluster, document: Document): void;
  remove(cluster: Cluster): void;
  /** Those that share telling terms, those first that share most. */
  findNear(sum: Sum, except?: Cluster): readonly Cluster[];
}

/** `centroidTerms` = terms kept of a story, heaviest first. */
export function createClusters(centroidTerms: number, idf: (term: number) => number): Clusters {
  const clusters = new Map<number, Cluster>();
  const index = createStoryIndex<Cluster>(idf);
  let nextStory = 0;

  const open = (): Cluster => {
    const cluster: Cluster = {
      id: nextStory++,
      sum: { terms: new Uint32Array(), weights: new Uint16Array(), names: new Uint32Array() },
      square: 0,
      squaredAt: 0,
      documents: [],
      changed: true,
    };
    clusters.set(cluster.id, cluster);
    return cluster;
  };

  const put = (cluster: Cluster, documents: readonly Document[], sum: Sum): void => {
    cluster.sum = cluster.documents.length === 0 ? sum : addTo(cluster.sum, sum);
    cluster.documents.push(...documents);
    cluster.changed = true;
    cluster.square = 0;
    index.add(cluster, sum);
    if (termsIn(cluster.sum) > centroidTerms * 1.25) trim(cluster);
  };

  const trim = (cluster: Cluster): void => {
    if (!(cluster.sum instanceof Map)) return;
    const heaviest = [...cluster.sum].sort((a, b) => b[1] * idf(b[0]) - a[1] * idf(a[0]));
    for (const [term] of heaviest.slice(centroidTerms)) {
      cluster.sum.delete(term);
      index.removeTerm(cluster, term);
    }
  };

  const take = (cluster: Cluster, document: Document): void => {
    if (cluster.documents.length === 1) {
      remove(cluster);
      return;
    }
    cluster.documents = cluster.documents.filter((other) => other !== document);
    const sum = cluster.sum;
    if (sum instanceof Map) {
      takeFrom(sum, document.sum);
      for (const term of document.sum.terms) if (!sum.has(term)) index.removeTerm(cluster, term);
    }
    cluster.changed = true;
    cluster.square = 0;
  };

  const remove = (cluster: Cluster): void => {
    clusters.delete(cluster.id);
    index.remove(cluster);
  };

  return {
    get size() {
      return clusters.size;
    },
    all: () => [...clusters.values()],
    find: (id) => clusters.get(id),
    open,
    put,
    take,
    remove,
    findNear: index.findNear,
  };
}
