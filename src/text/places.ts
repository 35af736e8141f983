/** Cities as a language calls them, where that is not the last part of their zone's name. */
const cities: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  uk: {
    "Europe/Kyiv": "Київ",
    "Europe/Kiev": "Київ",
    "Europe/Warsaw": "Варшава",
    "Europe/Berlin": "Берлін",
    "Europe/Prague": "Прага",
    "Europe/London": "Лондон",
    "Europe/Paris": "Париж",
    "Europe/Rome": "Рим",
    "Europe/Vilnius": "Вільнюс",
    "America/New_York": "Нью-Йорк",
    "America/Toronto": "Торонто",
  },
};

/** The city that a time zone is named after, in a language (BCP 47): "Europe/Kyiv" → "Kyiv", "Київ". */
export const placeOf = (zone: string, lang: string): string =>
  cities[lang.toLowerCase().split("-")[0] ?? ""]?.[zone] ?? (zone.split("/").at(-1) ?? zone).replaceAll("_", " ");
