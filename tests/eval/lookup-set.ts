import { readFileSync } from "node:fs";
import type { Article } from "../../src/model/article.ts";

/** The project's own gold set: invented articles, questions about them, and pairs of wordings and of names. Formats: the first line of each file. */
const read = (name: string): readonly string[] =>
  readFileSync(new URL(`../fixtures/lookup/${name}.txt`, import.meta.url), "utf8")
    .split("\n")
    .slice(1);

export function readArticles(): readonly Article[] {
  const blocks = read("articles")
    .join("\n")
    .split(/^# /m)
    .filter((block) => block.trim() !== "");
  return blocks.map((block) => {
    const [head = "", ...rest] = block.split("\n");
    const [id = "", outlet = "", lang = "", day = "", title = ""] = head.split("|").map((cell) => cell.trim());
    const publishedAt = new Date(`${day}T08:00Z`);
    return {
      id: `a${id.padStart(12, "0")}`,
      version: 1,
      hash: id,
      title,
      text: rest.join("\n").trim(),
      lang,
      outlet,
      publishedAt,
      fetchedAt: publishedAt,
      url: `https://news.example/${id}`,
    };
  });
}

export interface GoldQuestion {
  readonly kind: string;
  readonly question: string;
  /** Beginnings of quotations; any of them answers. */
  readonly answers: readonly string[];
  readonly expects: "answer" | "nothing" | "choice";
}

export function readQuestions(): readonly GoldQuestion[] {
  let kind = "";
  return read("questions").flatMap((line): GoldQuestion[] => {
    const heading = /^\[(.+)\]$/.exec(line.trim());
    if (heading) kind = heading[1] ?? "";
    const [question = "", gold] = line.split(" => ");
    if (heading || gold === undefined) return [];
    const word = /^(nothing|choice)\b/.exec(gold)?.[1];
    const answers = gold
      .slice(word?.length ?? 0)
      .split("|")
      .map((each) => each.trim())
      .filter(Boolean);
    return [{ kind, question, answers, expects: word === "nothing" || word === "choice" ? word : "answer" }];
  });
}

export const readPairs = (name: "wordings" | "names"): readonly { readonly label: string; readonly a: string; readonly b: string }[] =>
  read(name)
    .map((line) => line.split("|").map((cell) => cell.trim()))
    .flatMap(([label, a, b]) => (label && a && b ? [{ label, a, b }] : []));
