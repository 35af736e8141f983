import type { Mention } from "../../model/quote.ts";
import type { Span } from "../../model/story.ts";
import type { CastMember } from "./cast.ts";

/** "The 46-year-old said": a subject that stands alone, its verb behind it. "The 46-year-old publican" is somebody described further. */
const aged =
  /^(?:[^,“”"«»]{3,90},\s)?(the\s(\p{N}{1,3})-year-old)(?=\s(?:was|is|has|had|will|would|can|could|did|does|says|also|told|took|made|went|got|came|became|left|found|gave|saw|won|lost|held|kept|led|met|ran|fell|wrote|spoke|\p{Ll}{2,}ed|said)(?!\p{L}))/iu;

/**
 * Who is meant by "the 46-year-old" as a subject: the only person whose age the article gives so ("Ada Lind, 46,", "46-year-old Ada Lind"),
 * or the only one of `people` named before, where nobody without a name (`unnamed`) stands there.
 */
export function findAged(
  text: string,
  sentences: readonly Span[],
  {
    people,
    unnamed,
    isQuoted,
  }: { readonly people: readonly CastMember[]; readonly unnamed: RegExp; readonly isQuoted: (at: number) => boolean },
): readonly Mention[] {
  return sentences.flatMap(({ start, end }) => {
    const [whole, words, age] = aged.exec(text.slice(start, end)) ?? [];
    if (whole === undefined || words === undefined || age === undefined) return [];
    const mention = { start: start + whole.length - words.length, end: start + whole.length };
    if (isQuoted(mention.start)) return [];
    const ofAge = people.filter((each) => isOfAge(each, age, text));
    const before = people.filter(({ mentions }) => mentions.some((each) => each.end <= start));
    const [member, ...others] = ofAge.length > 0 || unnamed.test(text.slice(0, start)) ? ofAge : before;
    if (!member || others.length > 0) return [];
    return [{ ...mention, kind: "description" as const, name: member.name, ...(member.role !== undefined && { role: member.role }) }];
  });
}

function isOfAge({ mentions }: CastMember, age: string, text: string): boolean {
  const behind = new RegExp(`^,\\s(?:aged\\s)?${age}(?!\\p{N})(?!-)`, "u");
  const before = new RegExp(`(?<!\\p{N})${age}-year-old\\s(?:\\p{L}+\\s){0,2}$`, "u");
  return mentions.some(
    ({ start, end }) => behind.test(text.slice(end, end + 12)) || before.test(text.slice(Math.max(0, start - 40), start)),
  );
}
