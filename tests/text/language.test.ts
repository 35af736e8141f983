import { describe, expect, test } from "vitest";
import { detectLanguage, languageByLetters, languageByWords, primaryLanguage } from "../../src/text/language.ts";

/** One invented sentence a language. */
const sentences: Readonly<Record<string, string>> = {
  en: "The harbour master said that the old bridge will be closed for a week because of repairs.",
  de: "Der Hafenmeister sagte, dass die alte Brücke wegen Reparaturen für eine Woche nicht benutzt wird.",
  fr: "Le maître du port a déclaré que le vieux pont sera fermé pendant une semaine pour des travaux.",
  es: "El capitán del puerto dijo que el viejo puente estará cerrado por una semana para las obras.",
  it: "Il comandante del porto ha detto che il vecchio ponte sarà chiuso per una settimana, ma non di notte.",
  pl: "Kapitan portu powiedział, że stary most nie będzie czynny przez tydzień, ale tylko w nocy.",
  nb: "Havnesjefen sa at den gamle broen ikke blir åpnet før etter en uke, og at det var for farlig fra sjøen.",
  nn: "Hamnesjefen sa at den gamle brua ikkje vert opna før etter ei veke, og at dei ventar meir vind frå havet.",
  eu: "Portuko buruak esan du zubi zaharra astebete itxita egongo dela eta ez dute beste biderik izan.",
  uk: "Начальник порту сказав, що старий міст буде закрито на тиждень через ремонт.",
  ru: "Начальник порта сказал, что старый мост будет закрыт на неделю, но объезд есть.",
  el: "Ο λιμενάρχης είπε ότι η παλιά γέφυρα θα κλείσει για μία εβδομάδα.",
  ja: "港の責任者は古い橋が一週間閉鎖されると述べた。",
  he: "מנהל הנמל אמר שהגשר הישן ייסגר למשך שבוע.",
};

describe("by the text alone", () => {
  test.each(Object.entries(sentences))("%s", async (lang, text) => {
    expect(await detectLanguage(text)).toBe(lang);
  });

  test("headlines of a few words still say something", async () => {
    expect(await detectLanguage("Уряд їде")).toBe("uk");
    expect(await detectLanguage("Мэр съел ёлку")).toBe("ru");
  });

  test("what has no letters is unknown", async () => {
    expect(await detectLanguage("1 2 3 — 4")).toBe("und");
    expect(await detectLanguage("")).toBe("und");
  });

  test("n-grams are asked where small words are silent", async () => {
    expect(languageByWords("Gouvernement genehmigt")).toBeUndefined();
    expect(await detectLanguage("Bundesregierung genehmigt Haushaltsentwurf einstimmig")).toBe("de");
  });
});

describe("hints", () => {
  test("what the source was declared to be is believed", async () => {
    expect(await detectLanguage(sentences.en ?? "", { declared: "en-GB", claimed: "de" })).toBe("en");
    expect(await detectLanguage(sentences.uk ?? "", { declared: "ru" })).toBe("ru");
  });

  test("what a page claims is believed unless its letters say otherwise", async () => {
    expect(await detectLanguage("Kort tekst", { claimed: "nb-NO" })).toBe("nb");
    expect(await detectLanguage(sentences.uk ?? "", { claimed: "ru" })).toBe("uk");
    expect(await detectLanguage(sentences.en ?? "", { claimed: "uk" })).toBe("en");
  });
});

test("letters of one alphabet alone decide", () => {
  expect(languageByLetters("Їжак і ґава")).toBe("uk");
  expect(languageByLetters("Это объявление")).toBe("ru");
  expect(languageByLetters("Гэта ўсё")).toBe("be");
  expect(languageByLetters("plain words")).toBeUndefined();
});

test("a language tag gives its primary part, nonsense gives none", () => {
  expect([primaryLanguage("en-GB"), primaryLanguage("uk_UA"), primaryLanguage("und"), primaryLanguage("english please")]).toEqual([
    "en",
    "uk",
    undefined,
    undefined,
  ]);
});
