import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractQuotes } from "../../src/quotes/extract.ts";
import { anArticle } from "../build.ts";

const said = (text: string, lang = "en") =>
  extractQuotes(anArticle({ text, lang })).map((quote) => [quote.text, quote.speaker.name ?? "-"] as const);

const interview = `The harbour of Varnmouth opens again on Monday. We spoke to the harbour master Ingrid Solvang about the lights.

Q: Are the lights back?
A: They are, and we tested every one of them.

Q: What took you so long?
A: The cable came three weeks late.

She laughs.

I would rather have waited.

A: I would not order there again.`;

const panel = `Ann Tern and Paul Oakley met on Radio Selholm on Sunday.

MODERATOR: Will you raise the toll?

TERN: We will not. I have said so since May.

OAKLEY (laughing): You said so in June, too, and then you raised it.

TERN: That was the old council, and you know it.

MODERATOR: Thank you both.

OAKLEY: My pleasure.`;

describe("a conversation set without quotation marks", () => {
  test("an answer is given by whoever was introduced, and neither a question nor what the writer adds is a quote", () => {
    expect(said(interview)).toEqual([
      ["They are, and we tested every one of them.", "Ingrid Solvang"],
      ["The cable came three weeks late.", "Ingrid Solvang"],
      ["I would rather have waited.", "Ingrid Solvang"],
      ["I would not order there again.", "Ingrid Solvang"],
    ]);
  });

  test("a surname before the colon is the one whom the article names in full", () => {
    expect(said(panel).map(([, speaker]) => speaker)).toEqual(["Ann Tern", "Paul Oakley", "Ann Tern", "Paul Oakley"]);
  });

  test("a name that stands in capitals only is shown as names are written", () => {
    const text = "JAKE TERN: Do we pay more?\n\nEVA LUND: You pay what you paid.\n\nJAKE TERN: Are you sure?\n\nEVA LUND: We are.";
    expect(new Set(said(text).map(([, speaker]) => speaker))).toEqual(new Set(["Jake Tern", "Eva Lund"]));
  });

  test("the role comes from the introduction, and the kind says what it is", () => {
    const [quote] = extractQuotes(anArticle({ text: interview }));
    expect(quote).toMatchObject({ kind: "transcript", speaker: { kind: "person", role: "harbour master" } });
  });

  test.each([
    [
      "uk",
      "Ми поговорили з директоркою порту Мартою Гаєвською.\n\nВедучий: Коли відкриєте порт?\nГаєвська: Ми відкриємо його в понеділок.\nВедучий: Чому так довго?\nГаєвська: Нам бракувало кабелю.",
      "Марта Гаєвська",
    ],
    [
      "ru",
      "Гость студии — капитан порта Зоя Крапива.\n\nВопрос: Когда вы откроете порт?\nОтвет: Мы откроем его в понедельник.\nВопрос: Почему так долго?\nОтвет: Нам не хватало кабеля.",
      "Зоя Крапива",
    ],
    [
      "de",
      "Ein Gespräch mit Hafenmeisterin Ingrid Solvang.\n\nFrage: Wann öffnen Sie?\nSolvang: Wir öffnen am Montag.\nFrage: Warum so spät?\nSolvang: Uns fehlte ein Kabel.",
      "Ingrid Solvang",
    ],
    [
      "fr",
      "Entretien avec Marthe Dalin, directrice du port.\n\nQuestion : Quand ouvrez-vous ?\nMarthe Dalin : Nous ouvrons lundi matin.\nQuestion : Pourquoi si tard ?\nMarthe Dalin : Il nous manquait un câble.",
      "Marthe Dalin",
    ],
  ])("in %s", (lang, text, speaker) => {
    const found = said(text, lang);
    expect(found.map(([, name]) => name)).toEqual([speaker, speaker]);
  });

  test("marks inside a turn part nothing", () => {
    expect(said(panel.replace("That was the old council", "That was what “the old council” wanted")).map(([words]) => words)).toContain(
      "That was what “the old council” wanted, and you know it.",
    );
  });

  test("every turn is verbatim", () => {
    const voices = fc.constantFrom("TERN", "OAKLEY", "Q", "Tern", "Note");
    const line = fc.tuple(voices, fc.string({ minLength: 1, maxLength: 60 })).map(([voice, words]) => `${voice}: I ${words}`);
    fc.assert(
      fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
        const text = `Ann Tern met Paul Oakley.\n\n${lines.join("\n")}`;
        return extractQuotes(anArticle({ text })).every(({ start, end, text: words }) => words === text.slice(start, end) && words !== "");
      }),
    );
  });
});

describe("colons that lead to no speech", () => {
  test.each([
    [
      "players with marks for their game",
      "Ann Tern: Solid at the back, we saw two fine saves. 7\nPaul Oakley: You could not get past him today. 8\nEva Lund: Our woman of the match. 9\nIda Moe: She gave us nothing. 3",
    ],
    [
      "where candidates stand",
      "Ann Tern and Paul Oakley want the seat.\n\nTern: Wants a lower toll by May.\nOakley: Opposes any change of the toll.\nTern: Supports the bridge over the sound.\nOakley: Calls for a tunnel instead of it.",
    ],
    [
      "results of a vote",
      "Ann Tern and Paul Oakley want the seat.\n\nTern: 45 %\nOakley: 40 %\nTern: 51 %\nOakley: 39 %\nTern: 48 %\nOakley: 44 %",
    ],
    [
      "questions that nobody by name answers",
      "What changes on Monday.\n\nQ: Do I pay more?\nA: No, you pay what you paid.\nQ: Where do I buy a ticket?\nA: You find the machines at the quay.",
    ],
    [
      "notes and tips",
      "Ann Tern bakes.\n\nTip: Use your oldest pan for this.\nNote: You need a warm oven.\nTip: Let it rest while you wait.\nNote: Your dough must not be cold.",
    ],
    [
      "when and where",
      "Ann Tern sings.\n\nWhen: Friday, you may come at eight\nWhere: Our hall in Varnmouth\nWhen: Sunday, you may come at six\nWhere: Our hall in Selholm",
    ],
  ])("%s", (_, text) => {
    expect(said(text)).toEqual([]);
  });

  test("claims of one person, each answered by a fact", () => {
    const text =
      "Ann Tern spoke.\n\nTern: We pay the highest toll of all.\nFact: The toll is the third highest.\nTern: You all know my record.\nFact: She voted twice.";
    expect(said(text)).toEqual([]);
  });
});
