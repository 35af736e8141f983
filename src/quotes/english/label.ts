import type { MarkedSegment } from "../marks.ts";
import type { Attribution } from "./attribute.ts";
import type { CastMember } from "./cast.ts";
import { speakerFrom } from "./resolve.ts";

/** A transcript inside the marks: “TERN: We will pay.” The label says who speaks; one that names nobody of the cast is shown as it stands. */
export function findLabelled(text: string, segment: MarkedSegment, members: readonly CastMember[]): Attribution | undefined {
  const label = /^(\p{Lu}[\p{Lu}.’'-]+(?:\s\p{Lu}[\p{Lu}.’'-]+){0,3}):\s/u.exec(
    text.slice(segment.start, Math.min(segment.end, segment.start + 60)),
  )?.[1];
  if (!label) return undefined;
  const mention = { start: segment.start, end: segment.start + label.length };
  const fitting = members.filter(({ name, kind }) => kind === "person" && isMeant(name.toUpperCase(), label));
  const member = fitting.length === 1 ? fitting[0] : undefined;
  return {
    speaker: member ? speakerFrom(member, mention) : { kind: "unnamed", description: label, mention },
    member,
    mention: -1,
    likely: true,
    sure: 1,
    cue: ":",
    why: [`labelled “${label}” as in a transcript`, member ? `“${label}” is ${member.name}` : `“${label}” names nobody of the article`],
  };
}

const isMeant = (name: string, label: string): boolean => name === label || name.endsWith(` ${label}`);
