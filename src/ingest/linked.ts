import type { DomDocument } from "./dom.ts";

/** A node of a page's JSON-LD, as written. */
export type Json = Readonly<Record<string, unknown>>;

/** What a page says of itself to machines (schema.org in JSON-LD). */
export interface LinkedPage {
  readonly headline?: string | undefined;
  /** Names of people, or of the outlet where it signs itself; ", " between them. */
  readonly author?: string | undefined;
  readonly publisher?: string | undefined;
  readonly published?: string | undefined;
  readonly modified?: string | undefined;
}

const articleTypes =
  /^(?:\w*NewsArticle|Article|BlogPosting|LiveBlogPosting|Report|TechArticle|ScholarlyArticle|Recipe|HowTo|DiscussionForumPosting)$/;
const pageTypes = /^(?:WebPage|ItemPage|VideoObject|PodcastEpisode|Event|Product|CreativeWork)$/;
const mostNodes = 200;

/** Reads the article's node, else the page's own, else the one person whom the page names. */
export function readLinked(document: DomDocument): LinkedPage {
  const nodes = [...document.querySelectorAll('script[type="application/ld+json"]')]
    .flatMap((script) => flattenGraph(parseLoose(script.textContent ?? "")))
    .slice(0, mostNodes);
  const find = (types: RegExp): Json | undefined => nodes.find((node) => typesOf(node).some((type) => types.test(type)));
  const article = find(articleTypes);
  const page = find(pageTypes);
  const people = nodes.filter((node) => typesOf(node).includes("Person"));
  return {
    headline: asText(article?.headline) ?? asText(article?.name),
    author: namesOf(article?.author, nodes) ?? namesOf(page?.author, nodes) ?? (people.length === 1 ? namesOf(people, nodes) : undefined),
    publisher: namesOf(article?.publisher, nodes),
    published: asText(article?.datePublished) ?? asText(page?.datePublished) ?? asText(page?.uploadDate),
    modified: asText(article?.dateModified) ?? asText(page?.dateModified),
  };
}

function parseLoose(text: string): unknown {
  try {
    return JSON.parse(text.replace(/[\u0000-\u001f]+/g, " "));
  } catch {
    return undefined; // Broken JSON-LD is common and tells nothing.
  }
}

function flattenGraph(value: unknown): readonly Json[] {
  if (Array.isArray(value)) return value.slice(0, 50).flatMap(flattenGraph);
  if (!isObject(value)) return [];
  const inner = [value["@graph"], value.mainEntity, value.mainEntityOfPage].flatMap((each) =>
    Array.isArray(each) ? each.slice(0, 50) : [each],
  );
  return [value, ...inner.filter(isObject)];
}

function typesOf(node: Json): readonly string[] {
  const type = node["@type"];
  return (Array.isArray(type) ? type : [type]).filter((each): each is string => typeof each === "string");
}

/** Names of people or firms, also where the node only points to another one by its "@id". */
function namesOf(value: unknown, nodes: readonly Json[]): string | undefined {
  const names = (Array.isArray(value) ? value : [value]).flatMap((each) => {
    if (!isObject(each)) return asText(each) ?? [];
    const id = each["@id"];
    return asText(each.name) ?? asText(nodes.find((node) => id !== undefined && node["@id"] === id && node.name !== undefined)?.name) ?? [];
  });
  return names.length === 0 ? undefined : [...new Set(names)].join(", ");
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
