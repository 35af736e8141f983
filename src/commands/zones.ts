import { fold, nearest } from "./near.ts";

/** The names that ICU lists under older spellings, and cities that zones are named for in another tongue. */
const renamed: Readonly<Record<string, string>> = {
  "Europe/Kiev": "Europe/Kyiv",
  "Asia/Calcutta": "Asia/Kolkata",
  "Asia/Saigon": "Asia/Ho_Chi_Minh",
  "Asia/Katmandu": "Asia/Kathmandu",
  "Asia/Rangoon": "Asia/Yangon",
  "America/Buenos_Aires": "America/Argentina/Buenos_Aires",
  "America/Godthab": "America/Nuuk",
  "Atlantic/Faeroe": "Atlantic/Faroe",
};

const cities: Readonly<Record<string, string>> = {
  київ: "Europe/Kyiv",
  львів: "Europe/Kyiv",
  lviv: "Europe/Kyiv",
  одеса: "Europe/Kyiv",
  odesa: "Europe/Kyiv",
  харків: "Europe/Kyiv",
  kharkiv: "Europe/Kyiv",
  варшава: "Europe/Warsaw",
  краків: "Europe/Warsaw",
  krakow: "Europe/Warsaw",
  берлін: "Europe/Berlin",
  munich: "Europe/Berlin",
  мюнхен: "Europe/Berlin",
  hamburg: "Europe/Berlin",
  прага: "Europe/Prague",
  лондон: "Europe/London",
  париж: "Europe/Paris",
  рим: "Europe/Rome",
  вільнюс: "Europe/Vilnius",
  barcelona: "Europe/Madrid",
  geneva: "Europe/Zurich",
  "нью-йорк": "America/New_York",
  nyc: "America/New_York",
  washington: "America/New_York",
  boston: "America/New_York",
  "san francisco": "America/Los_Angeles",
  торонто: "America/Toronto",
  токіо: "Asia/Tokyo",
  delhi: "Asia/Kolkata",
  mumbai: "Asia/Kolkata",
  beijing: "Asia/Shanghai",
  gmt: "UTC",
};

/** Every zone by its present name, sorted. */
export const zones: readonly string[] = [
  ...new Set(["UTC", ...Intl.supportedValuesOf("timeZone").map((zone) => renamed[zone] ?? zone)]),
].sort();

const byName = new Map(zones.map((zone) => [fold(zone), zone]));
const byCity = new Map([
  ...zones.map((zone): [string, string] => [cityOf(zone), zone]),
  ...Object.entries(cities).map(([city, zone]): [string, string] => [fold(city), zone]),
]);

/** A zone by its name ("Europe/Kyiv", any case) or by its city ("Kyiv", "new york", "Київ"). */
export function findZone(words: string): string | undefined {
  const wanted = fold(words.trim());
  const spaced = wanted.replace(/[\s_]+/g, " ");
  const known = byName.get(wanted.replace(/\s+/g, "_")) ?? byCity.get(spaced);
  if (known !== undefined) return known;
  return /^[a-z]+\/[a-z_+\-/]+$/.test(wanted) ? resolved(words.trim()) : undefined;
}

/** True for what somebody meant as a zone, right or wrong. */
export const looksLikeZone = (word: string): boolean => /^\p{L}+\/[\p{L}_+\-/0-9]+$/u.test(word) || findZone(word) !== undefined;

/** What somebody may have meant, at most `count`. */
export function zonesNear(words: string, count: number): readonly string[] {
  const [region = "", city = region] = words.split("/").slice(-2);
  const byCityName = nearest(city.replaceAll("_", " "), [...byCity.keys()], count).map((near) => byCity.get(near)!);
  const sameRegion = usual.filter((zone) => fold(zone).startsWith(`${fold(region)}/`));
  return [...new Set([...byCityName, ...sameRegion, ...usual])].slice(0, count);
}

/** For completion: what begins so, by city or by name. */
export function zonesLike(prefix: string, count: number): readonly string[] {
  const wanted = fold(prefix.trim()).replaceAll(" ", "_");
  if (wanted === "") return usual.slice(0, count);
  const cityFirst = [...byCity].filter(([city]) => city.replaceAll(" ", "_").startsWith(wanted)).map(([, zone]) => zone);
  const inName = zones.filter((zone) => fold(zone).includes(wanted));
  return [...new Set([...cityFirst, ...inName])].slice(0, count);
}

const usual: readonly string[] = [
  "Europe/Kyiv",
  "Europe/Berlin",
  "Europe/London",
  "Europe/Warsaw",
  "America/New_York",
  "America/Los_Angeles",
  "Asia/Tokyo",
  "Asia/Kolkata",
  "Australia/Sydney",
  "UTC",
];

function cityOf(zone: string): string {
  return fold(zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
}

function resolved(name: string): string | undefined {
  try {
    const zone = new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone;
    return renamed[zone] ?? zone;
  } catch {
    return undefined; // RangeError: this ICU knows no such zone
  }
}
