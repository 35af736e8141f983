import { expect, test } from "vitest";
import { findForbidden } from "../../src/digest/summarizers/refuse.ts";

test.each([
  ["Read more at https://harbour.example/night", "an address"],
  ["The port opens, says harbour-news.com/night", "an address"],
  ["@everyone the port is open", "a mention"],
  ["Ask @harbourbot about the port", "a mention"],
  ["The port <@123456789012345678> opened", "a mention"],
  ["The **port** is open", "markup"],
  ["The [port](x) is open", "markup"],
  ["The <b>port</b> is open", "HTML"],
  ["Join discord.gg/harbour today", "an invitation"],
  ["Pay to 0x52908400098527886E0F7030069857D2E4169EE7 now", "a wallet"],
  ["The port \u202eis open", "hidden control characters"],
  ["The port\nis open", "a line break"],
])("a bullet is refused: %s", (text, what) => {
  expect(findForbidden(text)).toContain(what);
});

test.each([
  "Three ports will allow night sailings from 1 December, harbour masters said.",
  "Prices rose 6 % to 3.10 crowns; the board’s chair called it “late”.",
  "The U.S. and E.U. delegations met at 7.30 p.m. in St. Varn.",
  "Dr. Hanne Brokvist read the letters fifty times.",
])("plain news stands: %s", (text) => {
  expect(findForbidden(text)).toEqual([]);
});
