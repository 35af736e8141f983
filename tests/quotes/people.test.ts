import { describe, expect, test } from "vitest";
import { isSamePerson, nameWords } from "../../src/quotes/people.ts";

describe("spellings of one person's name", () => {
  test.each([
    ["Michael Carpenter", "Майкл Карпентер"],
    ["John F. Kennedy", "John Kennedy"],
    ["Robert Casey Jr.", "Robert Casey"],
    ["Volodymyr Zelensky", "Володимир Зеленський"],
    ["Jens Stoltenberg", "Єнс Столтенберг"],
    ["Ursula von der Leyen", "Урсула фон дер Ляєн"],
    ["Kaja Kallas", "Кая Каллас"],
    ["Benjamin Netanyahu", "Біньямін Нетаньягу"],
    ["Sergei Lavrov", "Сергей Лавров"],
    ["Oleksandr Syrskyi", "Oleksandr Syrsky"],
    ["George W. Bush", "George Bush"],
    ["Jürgen Müller", "Juergen Mueller"],
  ])("%s is %s", (a, b) => {
    expect(isSamePerson(a, b)).toBe(true);
  });

  test.each([
    ["Bill Clinton", "Hillary Clinton"],
    ["Kim Jong Un", "Kim Yo Jong"],
    ["Ann Lee", "Jon Lee"],
    ["Marta Dahl", "Mirek Dahl"],
    ["Carpenter", "Michael Carpenter"],
    ["Ann Gill", "Ann Hill"],
    ["George W. Bush", "George H. W. Bush"],
    ["Robert Casey Jr.", "Robert Casey Sr."],
    ["Peter Kerr", "Peter Carr"],
    ["Білл Клінтон", "Hillary Clinton"],
  ])("%s is not %s", (a, b) => {
    expect(isSamePerson(a, b)).toBe(false);
  });
});

test("initials that stand for a given name are one word", () => {
  expect(nameWords("J. D. Vance")).toEqual(["JD", "Vance"]);
});
