/** A counter in one language: `count({ one: "story", other: "stories" })(3)` → "3 stories". */
export function counter(locale: string) {
  const rules = new Intl.PluralRules(locale);
  const numbers = new Intl.NumberFormat(locale);
  return (forms: Readonly<Partial<Record<Intl.LDMLPluralRule, string>>> & { readonly other: string }) =>
    (count: number): string =>
      `${numbers.format(count)} ${forms[rules.select(count)] ?? forms.other}`;
}
