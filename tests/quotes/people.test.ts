import { describe, expect, test } from "vitest";
import { personKey } from "../../src/quotes/people.ts";

describe("one person is one key", () => {
  test.each([
    ["Michael Carpenter", "Майкл Карпентер"],
    ["John F. Kennedy", "John Kennedy"],
    ["Robert Casey Jr.", "Robert Casey"],
    ["Volodymyr Zelensky", "Володимир Зеленський"],
    ["Jens Stoltenberg", "Єнс Столтенберг"],
  ])("%s is %s", (a, b) => {
    expect(personKey(a)).toBe(personKey(b));
  });

  test.each([
    ["Bill Clinton", "Hillary Clinton"],
    ["Kim Jong Un", "Kim Yo Jong"],
    ["Ann Lee", "Jon Lee"],
    ["Marta Dahl", "Mirek Dahl"],
    ["Carpenter", "Michael Carpenter"],
  ])("%s is not %s", (a, b) => {
    expect(personKey(a)).not.toBe(personKey(b));
  });
});
