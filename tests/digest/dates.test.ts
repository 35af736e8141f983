import { describe, expect, test } from "vitest";
import { setDates } from "../../src/digest/dates.ts";
import { anArticle } from "../build.ts";

/** 24 November 2026 is a Tuesday. */
const tuesday = new Date("2026-11-24T09:00:00Z");

function date(text: string, { lang = "en", publishedAt = tuesday as Date | undefined, maxWords = 30 } = {}) {
  const { publishedAt: _, ...article } = anArticle({ text, lang });
  const whole = { start: 0, end: text.length };
  return setDates({ ...article, ...(publishedAt && { publishedAt }) }, whole, { text, edits: [] }, maxWords);
}

describe("a weekday becomes the date it meant", () => {
  test.each([
    ["The quay reopened on Tuesday.", "The quay reopened on 24 November."],
    ["The quay reopened on Friday after the storm.", "The quay reopened on 20 November after the storm."],
    ["On Monday, the board closed the quay.", "On 23 November, the board closed the quay."],
    ["The quay will close to all ships on Friday.", "The quay will close to all ships on 27 November."],
    ["The first sailing is on Friday at 07:15.", "The first sailing is on 27 November at 07:15."],
    ["The station fed power into the grid on Sunday night.", "The station fed power into the grid on the night of 22 November."],
    ["The quay will close, the board said on Monday.", "The quay will close, the board said on 23 November."],
    ["The quay will close, the board said Monday.", "The quay will close, the board said on 23 November."],
    ["The board returned to Kelva on Monday morning.", "The board returned to Kelva on the morning of 23 November."],
    ["The quay reopened last Friday.", "The quay reopened on 20 November."],
    ["The board voted by 17 to 12 on Monday to keep the quay.", "The board voted by 17 to 12 on 23 November to keep the quay."],
    ["The lamps began to give light again on Sunday night.", "The lamps began to give light again on the night of 22 November."],
    ["Ada Lind told reporters on Monday that the quay is safe.", "Ada Lind told reporters on 23 November that the quay is safe."],
  ])("%s", (source, bullet) => {
    expect(date(source).text).toBe(bullet);
  });

  test.each([
    ["uk", "Рада у вівторок закрила причал.", "Рада 24 листопада закрила причал."],
    ["uk", "У понеділок рада проголосувала за причал.", "23 листопада рада проголосувала за причал."],
    ["uk", "Причал закриють, заявив у понеділок голова ради.", "Причал закриють, заявив 23 листопада голова ради."],
    ["ru", "Совет во вторник закрыл причал.", undefined],
    ["ru", "Мэр во вторник закрыл причал.", "Мэр 24 ноября закрыл причал."],
    ["de", "Der Rat hat den Kai am Montag geschlossen.", "Der Rat hat den Kai am 23. November geschlossen."],
    ["de", "Am Dienstag wurde der Kai geschlossen.", "Am 24. November wurde der Kai geschlossen."],
    ["de", "Der Kai bleibt zu, sagte der Hafenmeister am Montag.", "Der Kai bleibt zu, sagte der Hafenmeister am 23. November."],
    ["de", "Der Rat hat am Montag mit 17 zu 12 Stimmen entschieden.", "Der Rat hat am 23. November mit 17 zu 12 Stimmen entschieden."],
    ["de", "Der Rat hat am Montagabend getagt.", "Der Rat hat am Abend des 23. November getagt."],
    ["uk", "У вівторок уряд виділив гроші на ремонт причалу.", "24 листопада уряд виділив гроші на ремонт причалу."],
    ["es", "El consejero afirmó este martes que respetará el voto.", "El consejero afirmó el 24 de noviembre que respetará el voto."],
    ["fr", "Le ministre a indiqué mardi qu'il respectera le vote.", "Le ministre a indiqué le 24 novembre qu'il respectera le vote."],
    ["fr", "Le conseil a fermé le quai lundi.", "Le conseil a fermé le quai le 23 novembre."],
    ["fr", "Lundi, le conseil a voté la fermeture du quai.", "Le 23 novembre, le conseil a voté la fermeture du quai."],
    ["fr", "Le quai a rouvert ce mardi.", "Le quai a rouvert le 24 novembre."],
    ["fr", "Les bateaux sont revenus dimanche soir.", "Les bateaux sont revenus le 22 novembre au soir."],
    ["fr", "Le quai restera fermé, a déclaré lundi la maire.", "Le quai restera fermé, a déclaré le 23 novembre la maire."],
    ["es", "El consejo cerró el muelle el lunes.", "El consejo cerró el muelle el 23 de noviembre."],
    ["es", "El lunes, el consejo ha votado el cierre.", "El 23 de noviembre, el consejo ha votado el cierre."],
    ["es", "Los barcos volvieron el domingo por la noche.", "Los barcos volvieron el 22 de noviembre por la noche."],
    ["es", "El muelle seguirá cerrado, dijo este martes la alcaldesa.", "El muelle seguirá cerrado, dijo el 24 de noviembre la alcaldesa."],
    ["pl", "Rada zamknęła nabrzeże w poniedziałek.", "Rada zamknęła nabrzeże 23 listopada."],
    ["pl", "We wtorek rada ogłosiła przetarg.", "24 listopada rada ogłosiła przetarg."],
    ["nb", "Rådet stengte kaia mandag.", "Rådet stengte kaia 23. november."],
    ["nb", "Kaia forblir stengt, sa ordføreren mandag kveld.", "Kaia forblir stengt, sa ordføreren kvelden 23. november."],
    ["nb", "Tirsdag ble kaia åpnet.", "24. november ble kaia åpnet."],
  ])("in %s: %s", (lang, source, bullet) => {
    expect(date(source, { lang }).text).toBe(bullet ?? source);
  });

  test("the change is on record", () => {
    expect(date("The quay reopened on Tuesday.").edits).toEqual([
      { start: 18, end: 28, text: "on 24 November", why: "Tuesday → 24 November" },
    ]);
  });

  test("the turn of the year is crossed", () => {
    expect(date("The quay reopened on Tuesday.", { publishedAt: new Date("2027-01-01T09:00:00Z") }).text).toBe(
      "The quay reopened on 29 December.",
    );
  });
});

describe("a weekday stays", () => {
  test.each([
    ["en", "“The quay reopened on Monday,” Ada Lind said."],
    ["en", "The board called it ‘the storm that came on Monday’ and went home."],
    ["en", "The shops closed on Black Friday."],
    ["en", "Ada Lind told the Sunday Times that the quay is safe."],
    ["en", "Ada Lind told the Mail on Sunday that the quay is safe."],
    ["en", "The town will be safe if they beat the storm on Sunday."],
    ["en", "Ada Lind won on Super Tuesday."],
    ["en", "The quay was shut on Good Friday."],
    ["en", "The quay is closed on Mondays."],
    ["en", "The quay was closed on Monday and Tuesday."],
    ["en", "The quay reopened on Monday, 23 November."],
    ["en", "The quay reopened on Monday, Nov. 23."],
    ["en", "The quay reopened on Monday’s tide."],
    ["en", "The board agreed to close the quay on Friday."],
    ["en", "The board said the quay closes on Friday."],
    ["en", "The team trained ahead of the match on Saturday."],
    ["en", "The board announced a strike on Friday."],
    ["en", "The quay would be closed on Friday."],
    ["en", "The quay must be closed on Friday."],
    ["en", "The quay reopened last Monday."],
    ["en", "The quay reopened on Wednesday."], // six days ago, or tomorrow east of Greenwich
    ["en", "The council meets on Friday."],
    ["en", "On Monday 12 ships left the quay."],
    ["uk", "Рада відкриє причал у п’ятницю."],
    ["uk", "Рада вирішила відкрити причал у п’ятницю."],
    ["uk", "Рада закрила причал у понеділок, 23 листопада."],
    ["de", "Der Rat will den Kai am Freitag schließen."],
    ["de", "Der Rat stimmt am Freitag ab."],
    ["de", "Der Kai wurde am Montag und Dienstag geschlossen."],
    ["ru", "Мэр решил закрыть причал в пятницу."],
    ["fr", "Le conseil votera vendredi."],
    ["fr", "Le conseil a décidé que le quai fermera vendredi."],
    ["fr", "Le quai a fermé vendredi 20 novembre."],
    ["fr", "Le bateau a coulé dans la nuit de lundi à mardi."],
    ["fr", "Le conseil a convoqué la ville pour vendredi."],
    ["fr", "Le quai a été fermé le Vendredi saint."],
    ["es", "El consejo votará el viernes."],
    ["es", "El muelle cerró el lunes 23 de noviembre."],
    ["es", "El muelle ha cerrado hasta el viernes."],
    ["es", "Los barcos volvieron desde el lunes."],
    ["pl", "Rada zamknie nabrzeże w piątek."],
    ["pl", "Rada chciała zamknąć nabrzeże w piątek."],
    ["nb", "Rådet skal stenge kaia fredag."],
    ["nb", "Båten sank natt til mandag."],
    ["nb", "Kaia ble stengt mandag 23. november."],
  ])("%s: %s", (lang, source) => {
    expect(date(source, { lang })).toEqual({ text: source, edits: [] });
  });

  test("where nobody knows when the article came out", () => {
    const { publishedAt: _, ...article } = anArticle({ text: "The quay reopened on Tuesday." });
    const shaped = { text: article.text, edits: [] };
    expect(setDates(article, { start: 0, end: article.text.length }, shaped, 30)).toBe(shaped);
  });

  test("where the date would make the bullet too long", () => {
    expect(date("The quay reopened on Tuesday.", { maxWords: 5 }).edits).toEqual([]);
  });
});
