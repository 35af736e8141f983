import type { Article } from "../../model/article.ts";
import type { Quote } from "../../model/quote.ts";
import { buildQuote, quoteCounter } from "../build.ts";
import { readArticle } from "../clause/reading.ts";
import { findCast } from "../english/cast.ts";
import { en } from "../languages/en.ts";
import { findGrammar } from "../languages/index.ts";
import { findTurns, labelKey } from "./turns.ts";
import { findVoices, type Named } from "./voices.ts";
import { transcriptWords } from "./words.ts";

/**
 * What people say in a conversation set without quotation marks ("Q: … A: …", "SMITH: …"), a quote a paragraph; nothing where the text is no
 * conversation. Turns of a voice without a name ("Q", "Moderator") are no quotes. Pure; every text is `article.text.slice(start, end)`.
 */
export function extractTranscript(article: Article): readonly Quote[] {
  const { text, lang } = article;
  const words = transcriptWords[lang];
  const turns = words ? findTurns(text, words) : [];
  if (!words || turns.length === 0) return [];
  const voices = findVoices(article, turns, findNamed(text, lang), words);
  const count = quoteCounter();
  return turns.flatMap(({ label, at, paragraphs }, group) => {
    const speaker = voices.get(labelKey(label));
    if (!speaker) return [];
    return paragraphs.map((segment) =>
      buildQuote({
        article,
        segment,
        context: segment,
        group,
        speaker: { ...speaker, mention: at },
        isTranscript: true,
        cue: ":",
        reportedBy: article.outlet || undefined,
        occurrence: count(text.slice(segment.start, segment.end)),
        why: ["a conversation set without quotation marks", `“${label}” is ${speaker.name}`],
      }),
    );
  });
}

function findNamed(text: string, lang: string): readonly Named[] {
  const grammar = findGrammar(lang);
  if (grammar)
    return readArticle(text, grammar).people.map(({ name, role, mentions }) => ({ name, role, start: mentions[0]?.start ?? text.length }));
  return findCast(text, en)
    .members.filter(({ kind }) => kind === "person")
    .map(({ name, role, mentions }) => ({ name, role, start: mentions[0]?.start ?? text.length }));
}
