/** What somebody was called, from when to when. */
export interface DatedRole {
  readonly role: string;
  readonly from: Date;
  readonly to: Date;
}

const articles = /^(?:the|an?|der|die|das|den|dem|eine?|les?|la|une?|el|los|las|una)\s+|^l['’]\s*/iu;
/** Words that join a role to its place and say nothing themselves. */
const joints = new Set("of for in at from the and de du des del la le les von vom der des im in für y for av i på fra".split(" "));

/**
 * One entry for what is one role in other words: an article ("the harbour master"), capitals, the place before or behind
 * ("Varnmouth harbour master", "harbour master of Varnmouth"), and a role without its place where only one place is known.
 * "Former", "deputy" and another place make another role. In the order given; the fullest wording is shown, without an article.
 */
export function foldRoles(roles: readonly DatedRole[]): readonly DatedRole[] {
  const alike = [...Map.groupBy(roles, ({ role }) => wordsOf(role).toSorted().join(" ")).values()].map(merge);
  const plain = alike.map(({ role }) => bare(role).toLowerCase());
  const fullerOf = plain.map((short, at) => {
    const [fuller, ...others] = plain.flatMap((long, place) => (place !== at && isWithoutPlace(short, long) ? [place] : []));
    return others.length === 0 ? fuller : undefined;
  });
  return alike.flatMap((role, at) =>
    fullerOf[at] === undefined ? [merge([role, ...alike.filter((_, place) => fullerOf[place] === at)])] : [],
  );
}

const bare = (role: string): string => role.trim().replace(articles, "");
const wordsOf = (role: string): readonly string[] =>
  (
    bare(role)
      .toLowerCase()
      .match(/[\p{L}\p{N}’'-]+/gu) ?? []
  ).filter((word) => !joints.has(word));

/** "harbour master" + " of Varnmouth"; where genitives stand alone (Cyrillic), "голова" + " ради". */
function isWithoutPlace(short: string, long: string): boolean {
  if (!long.startsWith(short)) return false;
  const more = long.slice(short.length);
  return (
    /^(?:,\s|\s(?:of|for|in|at|de|du|des|del|von|vom|der|des|für|av|i|på)\s)/u.test(more) ||
    (/^\s/.test(more) && /\p{Script=Cyrillic}/u.test(short))
  );
}

function merge(roles: readonly DatedRole[]): DatedRole {
  const fullest = roles.reduce((best, each) => (isBetter(each.role, best.role) ? each : best));
  return {
    role: bare(fullest.role),
    from: new Date(Math.min(...roles.map(({ from }) => from.getTime()))),
    to: new Date(Math.max(...roles.map(({ to }) => to.getTime()))),
  };
}

/** More words; of as many, the one that is not set in capitals. */
function isBetter(role: string, than: string): boolean {
  const [x, y] = [wordsOf(role).length, wordsOf(than).length];
  const capitals = (text: string): number => bare(text).match(/\p{Lu}/gu)?.length ?? 0;
  return x > y || (x === y && capitals(role) < capitals(than));
}
