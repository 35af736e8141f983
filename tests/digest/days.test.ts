import { expect, test } from "vitest";
import { readDays } from "../../src/digest/days.ts";

test.each([
  ["The vote is on May 17, the count a day later.", "5-17"],
  ["Голосування відбудеться 17 травня.", "5-17"],
  ["Голосование пройдет 17 мая в Бресте", "5-17"],
  ["Die Wahl findet am 3. Oktober statt", "10-3"],
  ["El 1 de enero entra en vigor", "1-1"],
  ["Published 09.11.2019 at noon", "11-9"],
])("%s names one day of the year", (text, day) => {
  expect([...readDays(text)]).toEqual([day]);
});

test("a number beside another word, or a month alone, is no day", () => {
  expect([...readDays("In May 2020 some 17 ferries sailed; 45 May hats were sold.")]).toEqual([]);
});
