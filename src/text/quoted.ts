/** Primary quotation marks by language, after CLDR; French keeps its marks off the words by a narrow space that does not break. */
const marks: Readonly<Record<string, readonly [string, string]>> = {
  be: ["«", "»"],
  bg: ["„", "“"],
  cs: ["„", "“"],
  da: ["”", "”"],
  de: ["„", "“"],
  es: ["«", "»"],
  fi: ["”", "”"],
  fr: ["«\u202f", "\u202f»"],
  it: ["«", "»"],
  pl: ["„", "”"],
  pt: ["“", "”"],
  ro: ["„", "”"],
  ru: ["«", "»"],
  sk: ["„", "“"],
  sv: ["”", "”"],
  uk: ["«", "»"],
};

/** The words between the quotation marks of their language (BCP 47; English where it is not known), or as they are where they bring their own. */
export function quoted(text: string, lang = "en"): string {
  if (/^["“”«„]/.test(text)) return text;
  const [open, close] = marks[lang.toLowerCase().split("-")[0] ?? ""] ?? ["“", "”"];
  return `${open}${text}${close}`;
}
