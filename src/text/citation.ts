/** A form that a dictionary would give for an inflected name, and whom it can name. */
export interface Citation {
  readonly form: string;
  readonly gender?: "he" | "she";
}

type Rule = readonly [ending: RegExp, instead: string, gender?: "he" | "she"];

/** Every ending of `tails`, replaced by `instead`. */
const rule = (tails: string, instead: string, gender?: "he" | "she"): Rule =>
  gender === undefined ? [new RegExp(`(?:${tails})$`), instead] : [new RegExp(`(?:${tails})$`), instead, gender];

/**
 * Endings of case → ending of the nominative, the likelier first. Declension of names as the national academies' grammars give it
 * (Український правопис 2019, § 84–96; Зализняк; Słownik nazwisk); what spelling cannot tell ("Вовка" is Вовк or Вовко) gives several.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  uk: [
    rule("ого|ому|им|ім", "ий", "he"),
    rule("ої|ій|ою|у", "а", "she"),
    rule("(?<=ен)(?:ка|ку|ком|кові)", "ко", "he"),
    rule("(?<=[бвгґджзйлмнпрстфхцчшщь])(?:ка|ку|ком|кові)", "ко", "he"),
    rule("(?<=[аеєиіїоуюя])(?:ка|ку|ком|кові)", "к", "he"),
    rule("ця|цю|цем|цеві", "ець", "he"),
    rule("(?<=[аеєиіїоу])(?:я|ю|єм|єві|ї)", "й", "he"),
    rule("ія|ію|ієм|ієві", "ій", "he"),
    rule("(?<=[бвгґджзклмнпрстфхцчшщ])(?:а|у|ом|ові)", "", "he"),
    rule("(?<=[жшчщр])(?:ем|еві)", "", "he"),
    rule("(?<=[лнтсзцд])(?:я|ю|ем|еві)", "ь", "he"),
    rule("(?<=р)(?:я|ю|ем|еві)", "", "he"),
    rule("(?<=[лрнст])(?:а|у|ом|ові)", "о", "he"),
    rule("ії|ію|ією", "ія", "she"),
    rule("и|у|ою|і", "а", "she"),
    rule("ї|ю|єю|ею|і", "я", "she"),
    rule("ці", "ка", "she"),
    rule("зі", "га", "she"),
    rule("и|у|ою|і", "а", "he"),
    rule("і|ю|ею", "я", "he"),
  ],
  ru: [
    rule("(?<=[стц])к(?:ого|ому|им|ом)", "кий", "he"),
    rule("ого|ому|ым|ом", "ый", "he"),
    rule("(?<=ск|цк)(?:ой|ую)", "ая", "she"),
    rule("(?<=ов|ев|ёв|ин|ын)(?:ой|у)", "а", "she"),
    rule("(?<=ов|ев|ёв|ин|ын)(?:а|у|ым|е)", "", "he"),
    rule("(?<=[аеёиоуыэюя])(?:я|ю|ем)", "й", "he"),
    rule("ья|ью|ьем|ьём", "ей", "he"),
    rule("(?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом)", "", "he"),
    rule("(?<=[жшчщц])(?:ем)", "", "he"),
    rule("(?<=[бвдзлмнпрст])(?:я|ю|ем|ём)", "ь", "he"),
    rule("ии|ию|ией", "ия", "she"),
    rule("ой|ы|у|е|и", "а", "she"),
    rule("и|ю|ей|е", "я", "she"),
    rule("ы|у|ой|е|и", "а", "he"),
    rule("и|ю|ёй|ей|е", "я", "he"),
  ],
  pl: [
    rule("(?<=k|g)(?:iego|iemu|im)", "i", "he"),
    rule("(?<=k|g)(?:iej)", "a", "she"),
    rule("(?<=k|g)ą", "a", "she"),
    rule("(?<=[ln]|rz|cz|sz)(?:iego|iemu|im)", "i", "he"),
    rule("ego|emu|ym", "y", "he"),
    rule("ej", "a", "she"),
    rule("(?<=[bcdfghjklłmnprstwzżźśćń])(?:ka|kowi|kiem)", "ek", "he"),
    rule("(?<=[aeiouyóąę])(?:ka|kowi|kiem)", "k", "he"),
    rule("(?<=[aeiouyóąę])gi?(?:a|owi|iem)", "g", "he"),
    rule("(?<=[bcdfghjklmnprstwz])(?:ła|łowi|łem)", "eł", "he"),
    rule("(?<=[bcdfghjklmnprstw])(?:la|lowi|lem)", "el", "he"),
    rule("ńca|ńcowi|ńcem", "niec", "he"),
    rule("ca|cowi|cem", "iec", "he"),
    rule("nia|niowi|niem", "ń", "he"),
    rule("a|owi|em", "", "he"),
    rule("ii|ię|ią", "ia", "she"),
    rule("y|i|ę|ą|ie", "a", "she"),
    rule("ce", "ka", "she"),
    rule("y|i|ę|ą", "a", "he"),
    rule("ki", "ko", "he"),
  ],
  de: [rule("(?<=[^sxzß])s", "")],
  nb: [rule("(?<=[^sxz])s", "")],
};

/** Forms that are not made by rule: fleeting vowels and changed stems of common given names. */
const irregular: Readonly<Record<string, readonly string[]>> = {
  лева: ["лев"],
  льва: ["лев"],
  львом: ["лев"],
  павлом: ["павло", "павел"],
  павла: ["павло", "павел"],
  павлу: ["павло", "павел"],
  петра: ["петро", "пётр", "петр"],
  петру: ["петро", "пётр", "петр"],
  петром: ["петро", "пётр", "петр"],
  ольги: ["ольга"],
  ользі: ["ольга"],
  игоря: ["игорь"],
  игорем: ["игорь"],
  любові: ["любов"],
  любови: ["любовь"],
};

/** The nominatives that a name in some case may have, the likelier first; none for a language that does not inflect names. The case of letters is kept. */
export function citationForms(word: string, lang: string): readonly Citation[] {
  const known = irregular[word.toLowerCase()]?.map((form) => ({ form: withCase(form, word) })) ?? [];
  const made = (rules[lang] ?? []).flatMap(([ending, instead, gender]) => {
    if (!ending.test(word)) return [];
    const form = word.replace(ending, instead);
    return form.length < 3 ? [] : [{ form, ...(gender === undefined ? {} : { gender }) }];
  });
  return [...known, ...made];
}

const withCase = (form: string, like: string): string => (/^\p{Lu}/u.test(like) ? form.charAt(0).toUpperCase() + form.slice(1) : form);
