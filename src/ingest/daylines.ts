import { readDate } from "./date.ts";

/** A day in words or figures within a longer line: "Updated on 12 March 2026 at 10:15". */
const dayIn =
  /\p{L}{3,10}\.? \d{1,2}(?:st|nd|rd|th)?,? (?:19|20)\d\d|\d{1,2}(?:st|nd|rd|th|\.|er)? ?(?:de |d')?\p{L}{3,12}\.?,? (?:de )?(?:19|20)\d\d|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}\. ?\d{1,2}\. ?(?:19|20)\d\d|\d{1,2}\/\d{1,2}\/(?:19|20)\d\d|(?<![\d.])\d{1,2}\.\d{1,2}\.\d\d(?![\d.])|(?:19|20)\d\d\/\d\d\/\d\d/gu;
const longestLine = 140;

/** The first day that a short line names. */
export function readDay(text: string): Date | undefined {
  const line = text.replace(/\s+/g, " ").trim();
  if (line.length > longestLine) return undefined;
  for (const [day] of line.matchAll(dayIn)) {
    const date = readDate(day);
    if (date) return date;
  }
  return readDate(line);
}

/** Words that stand before the day of publication, in the languages Quoth reads; and those before another day. */
const publishedWords =
  /(?:published|posted|released|first published|veröffentlicht|erschienen|erstellt|eingestellt|publiziert|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубліковано|опубликовано|pressemitteilung|medienmitteilung|datum|date|stand|дата)\b/iu;
const otherWords =
  /(?:copyright|©|updated|aktualisiert|geändert|änderung|modified|mis à jour|actualizado|aggiornato|registriert|anmeldedatum|joined|mitglied seit|event|veranstaltung|оновлено|обновлено)/iu;

/** The day in the short lines about a headline: one that says it is the publication's goes before a bare one, an update comes last. */
export function findDay(lines: readonly string[]): Date | undefined {
  const dated = lines.flatMap((line) => {
    const day = readDay(line);
    return day ? [{ line, day }] : [];
  });
  const said = dated.find(({ line }) => publishedWords.test(line) && !otherWords.test(line));
  return (said ?? dated.find(({ line }) => !otherWords.test(line)) ?? dated[0])?.day;
}

const saidDay = new RegExp(
  `(?:published|posted|released|veröffentlicht|erschienen|erstellt|eingestellt|publiziert|publié|publicado|pubblicato|gepubliceerd|opublikowano|опубліковано|опубликовано)\\P{N}{0,20}(${dayIn.source})`,
  "iu",
);

/** A day anywhere on the page that says it is the publication's. */
export function findSaidDay(lines: readonly string[]): Date | undefined {
  for (const line of lines) {
    const said = saidDay.exec(line)?.[1];
    const day = said === undefined ? undefined : readDate(said);
    if (day) return day;
  }
  return undefined;
}

/** An article that begins with its day: "29.11.2022 – The harbour …". */
export function findOpeningDay(lines: readonly string[]): Date | undefined {
  for (const line of lines) {
    const [head = ""] = line.slice(0, 60).split(/\s[–—|-]\s|\s\/\s/u);
    if (head.length === line.length || head.length > 30) continue;
    const day = readDay(head);
    if (day) return day;
  }
  return undefined;
}
