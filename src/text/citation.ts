/** A form that a dictionary would give for an inflected name, and whom it can name. */
export interface Citation {
  readonly form: string;
  readonly gender?: "he" | "she";
}

interface Rule {
  readonly ending: RegExp;
  readonly instead: string;
  readonly gender?: "he" | "she";
}

/** A rule a line: endings of case, the ending of the nominative ("-" for none), and whom such a name can name. */
const readRules = (table: string): readonly Rule[] =>
  table
    .trim()
    .split("\n")
    .map((line) => {
      const [endings = "", instead = "", gender] = line.trim().split(/\s+/);
      return {
        ending: new RegExp(`(?:${endings})$`),
        instead: instead === "-" ? "" : instead,
        ...(gender === "he" || gender === "she" ? { gender } : {}),
      };
    });

/**
 * Endings of case → ending of the nominative, the likelier first. Declension of names as the national academies' grammars give it
 * (Український правопис 2019, § 84–96; Зализняк; Słownik nazwisk); what spelling cannot tell ("Вовка" is Вовк or Вовко) gives several.
 */
const rules: Readonly<Record<string, readonly Rule[]>> = {
  uk: readRules(`
    ого|ому|им|ім ий he
    ої|ій|ою|у а she
    (?<=ен)(?:ка|ку|ком|кові) ко he
    (?<=[бвгґджзйлмнпрстфхцчшщь])(?:ка|ку|ком|кові) ко he
    (?<=[аеєиіїоуюя])(?:ка|ку|ком|кові) к he
    ця|цю|цем|цеві ець he
    (?<=[аеєиіїоу])(?:я|ю|єм|єві|ї) й he
    ія|ію|ієм|ієві ій he
    (?<=[бвгґджзклмнпрстфхцчшщ])(?:а|у|ом|ові) - he
    (?<=[жшчщр])(?:ем|еві) - he
    (?<=[лнтсзцд])(?:я|ю|ем|еві) ь he
    (?<=р)(?:я|ю|ем|еві) - he
    (?<=[лрнст])(?:а|у|ом|ові) о he
    ії|ію|ією ія she
    и|у|ою|і а she
    ї|ю|єю|ею|і я she
    ці ка she
    зі га she
    и|у|ою|і а he
    і|ю|ею я he
  `),
  ru: readRules(`
    (?<=[стц])к(?:ого|ому|им|ом) кий he
    ого|ому|ым|ом ый he
    (?<=ск|цк)(?:ой|ую) ая she
    (?<=ов|ев|ёв|ин|ын)(?:ой|у) а she
    (?<=ов|ев|ёв|ин|ын)(?:а|у|ым|е) - he
    (?<=[аеёиоуыэюя])(?:я|ю|ем) й he
    ья|ью|ьем|ьём ей he
    (?<=[бвгджзклмнпрстфхцчшщ])(?:а|у|ом) - he
    (?<=[жшчщц])(?:ем) - he
    (?<=[бвдзлмнпрст])(?:я|ю|ем|ём) ь he
    ии|ию|ией ия she
    ой|ы|у|е|и а she
    и|ю|ей|е я she
    ы|у|ой|е|и а he
    и|ю|ёй|ей|е я he
  `),
  pl: readRules(`
    (?<=k|g)(?:iego|iemu|im) i he
    (?<=k|g)(?:iej) a she
    (?<=k|g)ą a she
    (?<=[ln]|rz|cz|sz)(?:iego|iemu|im) i he
    ego|emu|ym y he
    ej a she
    (?<=[bcdfghjklłmnprstwzżźśćń])(?:ka|kowi|kiem) ek he
    (?<=[aeiouyóąę])(?:ka|kowi|kiem) k he
    (?<=[aeiouyóąę])gi?(?:a|owi|iem) g he
    (?<=[bcdfghjklmnprstwz])(?:ła|łowi|łem) eł he
    (?<=[bcdfghjklmnprstw])(?:la|lowi|lem) el he
    ńca|ńcowi|ńcem niec he
    ca|cowi|cem iec he
    nia|niowi|niem ń he
    a|owi|em - he
    ii|ię|ią ia she
    y|i|ę|ą|ie a she
    ce ka she
    y|i|ę|ą a he
    ki ko he
  `),
  de: readRules(`
    (?<=[^sxzß])s -
  `),
  nb: readRules(`
    (?<=[^sxz])s -
  `),
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
  const made = (rules[lang] ?? []).flatMap(({ ending, instead, gender }) => {
    if (!ending.test(word)) return [];
    const form = word.replace(ending, instead);
    return form.length < 3 ? [] : [{ form, ...(gender === undefined ? {} : { gender }) }];
  });
  return [...known, ...made];
}

const withCase = (form: string, like: string): string => (/^\p{Lu}/u.test(like) ? form.charAt(0).toUpperCase() + form.slice(1) : form);
