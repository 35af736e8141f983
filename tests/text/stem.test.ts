import { describe, expect, test } from "vitest";
import { stem } from "../../src/text/stem.ts";
import { nameKey } from "../../src/text/transliterate.ts";

describe("inflected forms share a stem", () => {
  test.each([
    ["en", ["negotiation", "negotiations"]],
    ["en", ["weapon", "weapons"]],
    ["en", ["policy", "policies"]],
    ["uk", ["переговори", "переговорів", "переговорах"]],
    ["uk", ["Київ", "Києва", "Києві"]],
    ["uk", ["Карпентер", "Карпентера", "Карпентером"]],
    ["ru", ["переговоры", "переговоров", "переговорах"]],
    ["ru", ["оружие", "оружия"]],
    ["de", ["Hafen", "Hafens"]],
    ["pl", ["port", "portu", "portem"]],
  ] as const)("in %s: %s", (lang, forms) => {
    expect(new Set(forms.map((form) => stem(form, lang))).size).toBe(1);
  });

  test.each([
    ["uk", "порт", "портрет"],
    ["en", "port", "portrait"],
    ["ru", "мир", "мираж"],
  ])("in %s %s is not %s", (lang, a, b) => {
    expect(stem(a, lang)).not.toBe(stem(b, lang));
  });
});

describe("names meet across scripts", () => {
  test.each([
    ["Carpenter", "Карпентер"],
    ["Erdoğan", "Эрдоган"],
    ["Netanyahu", "Нетаньяху"],
    ["Stoltenberg", "Столтенберг"],
    ["Michael", "Майкл"],
  ])("%s is %s", (latin, cyrillic) => {
    expect(nameKey(latin)).toBe(nameKey(cyrillic));
  });
});
