/**
 * Beginnings of month names, lower case and without accents, by month: English, German, French, Spanish, Italian, Portuguese, Dutch, Polish,
 * Norwegian, Ukrainian, Russian, Basque, Greek, Hungarian. A word names the month whose beginning it has.
 */
const beginnings: readonly string[] = [
  "jan gen ene sty янв січ urtarril ιαν",
  "feb fev lut фев лют otsail φεβ",
  "mar mrt mrz maa мар бер μαρ",
  "apr avr abr kwi апр квіт apiril ἀπρ απρ",
  "may mai maj mag mei маи мая трав maiatz μαι maj",
  "jun juin giu cze июн черв ekain ιουν",
  "jul juil lug lip июл лип uztail ιουλ",
  "aug aou ago sie авг серп abuzt αυγ",
  "sep set wrz сен вер irail σεπ szept",
  "oct okt ott out paz окт жов urri οκτ",
  "nov lis ноя лис azaro νοε",
  "dec dez dic des gru дек груд abendu δεκ",
];

const monthOf: ReadonlyMap<string, number> = new Map(
  beginnings.flatMap((words, index) => words.split(" ").map((word): [string, number] => [word, index + 1])),
);
const longest = Math.max(...[...monthOf.keys()].map((word) => word.length));

/** 1..12 for a word that names a month in one of our languages (or begins like it). */
export function findMonth(word: string): number | undefined {
  const plain = withoutAccents(word);
  for (let length = Math.min(longest, plain.length); length >= 3; length--) {
    const month = monthOf.get(plain.slice(0, length));
    if (month !== undefined && plain.length - length <= 10) return month;
  }
  return undefined;
}

export function withoutAccents(text: string): string {
  return text.toLowerCase().normalize("NFD").replace(/\p{M}/gu, "");
}
