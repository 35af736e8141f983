import type { Edit, Span } from "../model/story.ts";

/** One paragraph of a conversation set as "SMITH: …" or "Q: … A: …". */
export interface Turn extends Span {
  readonly label: string;
  /** Where the words behind the label begin. */
  readonly wordsFrom: number;
  /** As a bullet writes it: "Smith"; absent for the A of an answer. */
  readonly speaker?: string;
  readonly asks: boolean;
  /** The label stands before several turns: a voice, and not the head of a part ("VERDICT: …"). */
  readonly isVoice: boolean;
}

/** Labels that make a conversation, and not one caption or quotation. */
const fewestTurns = 3;
const question = /^(?:Q|F|Frage|Question|Pregunta|Spørsmål|Pytanie|Питання|Запитання|Вопрос)$/u;
const answer = /^(?:A|R|Antwort|Answer|Réponse|Respuesta|Svar|Odpowiedź|Відповідь|Ответ)$/u;
const label = /(?<=^|\n)((?:\p{Lu}[\p{Lu}.’'-]+(?:\s\p{Lu}[\p{Lu}.’'-]+){0,2})|[\p{L}]{1,11}):\s+/gu;

/** The turns of a conversation in text order; none in other texts: at least two speak. */
export function findTurns(text: string): readonly Turn[] {
  const turns = [...text.matchAll(label)]
    .map(({ index, 0: whole, 1: words = "" }) => ({ start: index, wordsFrom: index + whole.length, label: words }))
    .filter((turn) => question.test(turn.label) || answer.test(turn.label) || isShouted(turn.label))
    .map((turn, _, all) => ({
      ...turn,
      end: paragraphEnd(text, turn.start),
      asks: question.test(turn.label),
      isVoice: all.filter((other) => other.label === turn.label).length > 1,
      ...speakerOf(turn.label),
    }));
  const voices = new Set(turns.map((turn) => turn.label));
  return turns.length < fewestTurns || voices.size < 2 ? [] : turns;
}

/** A name in capitals; "DEAR ABBY" begins a letter. */
const isShouted = (words: string): boolean => words.length > 2 && !/\p{Ll}|^DEAR\s/u.test(words);

function paragraphEnd(text: string, start: number): number {
  const end = text.indexOf("\n", start);
  return end < 0 ? text.length : end;
}

/** "O'NEILL" → "O'Neill". */
function speakerOf(words: string): { readonly speaker?: string } {
  if (!isShouted(words)) return {};
  return { speaker: words.toLowerCase().replace(/(?<=^|[\s’'-])\p{Ll}/gu, (letter) => letter.toUpperCase()) };
}

/** What tells in a bullet whose words these are: the label as a name before the first sentence, the name before the others. */
export function labelTurn(span: Span, { start, wordsFrom, label: words, speaker, isVoice }: Turn): Edit | undefined {
  if (span.start > start)
    return speaker === undefined || !isVoice
      ? undefined
      : { start: span.start, end: span.start, text: `${speaker}: `, why: `speaker named: ${speaker}` };
  return speaker === undefined
    ? { start: span.start, end: wordsFrom, text: "", why: "label of an answer" }
    : { start: span.start, end: wordsFrom, text: `${speaker}: `, why: `${words} → ${speaker}` };
}
