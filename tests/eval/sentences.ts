import { isExact, readSentenceCases } from "../text/sentence-cases.ts";
import type { Row } from "./row.ts";

/** Texts of the project's own golden rules that are split exactly, in percent, by language. */
export async function measure(): Promise<readonly Row[]> {
  const cases = readSentenceCases();
  const languages = [...new Set(cases.map(({ lang }) => lang))];
  const share = (own: typeof cases): number => (100 * own.filter(isExact).length) / own.length;
  return [
    { task: "sentences", set: `all, ${cases.length} texts`, measure: "exact, %", value: share(cases), target: "≥ 80" },
    ...languages.map((lang) => {
      const own = cases.filter((one) => one.lang === lang);
      return { task: "sentences", set: `${lang}, ${own.length} texts`, measure: "exact, %", value: share(own), target: "" };
    }),
  ];
}
