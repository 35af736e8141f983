/** Cyrillic letters (Ukrainian, Russian, Bulgarian, Belarusian) as Latin ones, near to how English writes names. */
const letters: Readonly<Record<string, string>> = {
  а: "a",
  б: "b",
  в: "v",
  г: "h",
  ґ: "g",
  д: "d",
  е: "e",
  є: "ye",
  ж: "zh",
  з: "z",
  и: "y",
  і: "i",
  ї: "yi",
  й: "y",
  к: "k",
  л: "l",
  м: "m",
  н: "n",
  о: "o",
  п: "p",
  р: "r",
  с: "s",
  т: "t",
  у: "u",
  ф: "f",
  х: "kh",
  ц: "ts",
  ч: "ch",
  ш: "sh",
  щ: "shch",
  ъ: "",
  ы: "y",
  ь: "",
  э: "e",
  ю: "yu",
  я: "ya",
  ё: "yo",
  ў: "u",
};

/** Lower-case Latin letters without diacritics. */
export function toLatin(word: string): string {
  if (/^[\x20-\x7e]*$/.test(word)) return word.toLowerCase().replace(/['`]/g, "");
  let latin = "";
  for (const letter of word.toLowerCase().normalize("NFC"))
    latin += letters[letter] ?? letter.normalize("NFD").replace(/[\u0300-\u036f]/g, "");
  return latin
    .replace(/ß/g, "ss")
    .replace(/[øœ]/g, "o")
    .replace(/æ/g, "ae")
    .replace(/ł/g, "l")
    .replace(/[’'ʼ`´]/g, "");
}

/** Names whose spelling in one script does not follow from the other, lower-case Latin forms that mean the same. */
const sameNames: readonly (readonly string[])[] = [
  ["michael", "maykl", "mykhaylo", "mikhail", "mykhailo"],
  ["john", "dzhon"],
  ["joe", "dzho"],
  ["joseph", "dzhozef"],
  ["george", "dzhordzh"],
  ["james", "dzheyms"],
  ["jack", "dzhek"],
  ["william", "vilyam", "uilyam"],
  ["charles", "charlz"],
  ["david", "devid"],
  ["kate", "keyt"],
  ["steven", "stephen", "styven", "stiven"],
  ["paul", "pol"],
  ["peter", "piter"],
  ["mark", "marko"],
  ["matthew", "metyu"],
  ["thomas", "tomas"],
  ["volodymyr", "vladimir"],
  ["oleksandr", "aleksandr", "alexander"],
  ["serhiy", "sergey", "sergei", "serhii"],
  ["dmytro", "dmitry", "dmitriy", "dmitri"],
  ["mykola", "nikolay", "nikolai", "nicholas"],
  ["kateryna", "yekaterina", "catherine", "katherine"],
  ["olena", "yelena", "elena", "helen"],
  ["andriy", "andrey", "andrei", "andrii"],
  ["yuriy", "yuri", "yurii", "yury"],
  ["anthony", "entoni"],
  ["jake", "dzheyk"],
  ["jens", "yens"],
  ["zelensky", "zelenskyy", "zelenskyi", "zelenskiy", "zelenskyj"],
  ["gates", "heyts", "geyts"],
  ["vance", "vens"],
  ["white", "vayt"],
  ["rice", "rays"],
  ["ann", "enn"],
  ["lee", "li"],
  ["xi", "si"],
  ["jinping", "tszinpin", "tsinpin"],
  ["robert", "rober"],
  ["henry", "henri", "anri"],
  ["richard", "rychard"],
  ["edward", "edvard", "eduard"],
  ["jean", "zhan"],
  ["jane", "dzheyn"],
  ["janet", "dzhanet"],
  ["jan", "yan"],
  ["julia", "yuliya", "yulia", "dzhuliya"],
  ["andrew", "endryu"],
  ["hugh", "khyu", "hyu"],
  ["ryan", "rayan"],
  ["brian", "brayan"],
  ["mike", "mayk"],
  ["nancy", "nensi"],
  ["jennifer", "dzhennifer"],
  ["jeffrey", "dzheffri"],
  ["jessica", "dzhessika"],
  ["susan", "syuzan"],
  ["macron", "makron"],
  ["yevhen", "evgeny", "evgeniy", "yevgeny", "yevheniy", "evheniy"],
  ["oleksiy", "alexey", "aleksey", "alexei", "oleksii"],
  ["pavlo", "pavel"],
  ["petro", "pyotr", "petr"],
  ["vasyl", "vasily", "vasiliy"],
  ["ihor", "igor"],
  ["oleh", "oleg"],
  ["keir", "kir"],
  ["scholz", "sholts"],
  ["johnson", "dzhonson"],
  ["andrzej", "andzhey"],
  ["giorgia", "dzhordzha"],
  ["rutte", "ryutte"],
  ["leyen", "lyayen", "lyayyen"],
  ["heorhiy", "georgy", "georgiy", "heorhii"],
];
const canonical = new Map(sameNames.flatMap((names) => names.map((name) => [name, names[0] ?? name] as const)));

/** Latin letters alone, and one spelling for names that have several of their own ("Serhiy", "Sergei"). */
export function spellingOf(word: string): string {
  const latin = toLatin(word).replace(/[^a-z]/g, "");
  return canonical.get(latin) ?? latin;
}

/**
 * A word as it sounds, letters of both scripts folded together, vowels kept: what a name is completed by, and what short names are compared by.
 * "Карп" and "Carp" give "karp". Holds for the beginning of a word as well.
 */
export function soundOf(word: string): string {
  return spellingOf(word)
    .replace(/^qu/, "kv")
    .replace(/sch|shch|tch|tsch|cz/g, "ch")
    .replace(/ph/g, "f")
    .replace(/kh|gh/g, "h")
    .replace(/ck|q|c(?!h)/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/th/g, "t")
    .replace(/g/g, "h")
    .replace(/ee|ea/g, "i")
    .replace(/oo|ou/g, "u")
    .replace(/[jy]/g, "i")
    .replace(/(.)\1+/g, "$1");
}

/** One key for a name's spellings in several scripts: consonants, with look-alikes folded; "карпентер" and "Carpenter" give "krpntr". */
export function nameKey(word: string): string {
  const folded = spellingOf(word)
    .replace(/^qu/, "kv")
    .replace(/sch|shch|tch|tsch|cz/g, "ch")
    .replace(/ph/g, "f")
    .replace(/kh/g, "h")
    .replace(/ck|q/g, "k")
    .replace(/c(?=[eiy])/g, "s")
    .replace(/ch/g, "j")
    .replace(/c/g, "k")
    .replace(/x/g, "ks")
    .replace(/w/g, "v")
    .replace(/ts|tz/g, "z")
    .replace(/th/g, "t")
    .replace(/[gh]/g, "h")
    .replace(/dz?j|dzh/g, "j");
  const consonants = folded.replace(/[aeiouy]/g, "").replace(/(.)\1+/g, "$1");
  return consonants.length >= 2 ? (/^[aeiouy]/.test(folded) ? "a" : "") + consonants : folded;
}
