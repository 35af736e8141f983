/** Every mark that opens is closed again. A single mark opens after white space and closes after a letter or a stop. */
export function isBalanced(text: string): boolean {
  if (!/["'“”„«»‘’()[\]]/.test(text)) return true;
  const count = (pattern: RegExp): number => text.match(pattern)?.length ?? 0;
  const opened = count(/(?:^|[\s(—–“"])['‘](?=\p{L})(?!(?:n|til|em|tis|twas)['’\s])/gu);
  const lastOpen = Math.max(...[...text.matchAll(/(?:^|[\s(—–“"])['‘](?=\p{L})/gu)].map(({ index }) => index), -1);
  const closesAfter = lastOpen < 0 || /\S ?['’‘](?=[\s.,;:!?)”"]|$)/u.test(text.slice(lastOpen + 2));
  return (
    count(/"/g) % 2 === 0 &&
    (count(/„/g) > 0 ? count(/„/g) === count(/[“”]/g) : count(/“/g) === count(/”/g)) &&
    count(/«/g) === count(/»/g) &&
    count(/\(/g) === count(/\)/g) &&
    count(/\[/g) === count(/\]/g) &&
    !text.includes("‘", text.lastIndexOf("’") + 1) &&
    (opened === 0 ? !/[.!?,]['’](?=\s|$)/u.test(text) : closesAfter)
  );
}
