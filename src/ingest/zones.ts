/** Hours from UTC of zone names met in feeds. RFC 822's North American ones, what European publishers write, military letters but J. */
const hours: Readonly<Record<string, number>> = {
  z: 0,
  ut: 0,
  utc: 0,
  gmt: 0,
  "etc/gmt": 0,
  "etc/utc": 0,
  wet: 0,
  west: 1,
  bst: 1,
  ist: 5.5,
  met: 1,
  mez: 1,
  cet: 1,
  mest: 2,
  mesz: 2,
  cest: 2,
  eet: 2,
  eest: 3,
  msk: 3,
  msd: 4,
  kst: 9,
  jst: 9,
  hkt: 8,
  sgt: 8,
  adt: -3,
  ast: -4,
  at: -4,
  edt: -4,
  est: -5,
  et: -5,
  cdt: -5,
  cst: -6,
  ct: -6,
  mdt: -6,
  mst: -7,
  mt: -7,
  pdt: -7,
  pst: -8,
  pt: -8,
  akdt: -8,
  akst: -9,
  hst: -10,
  aest: 10,
  aedt: 11,
  acst: 9.5,
  acdt: 10.5,
  awst: 8,
  nzst: 12,
  nzdt: 13,
  a: -1,
  m: -12,
  n: 1,
  y: 12,
}; // prettier-ignore

/** Minutes east of UTC for a name or "+02:00", "-0530", "+2", "GMT+3"; undefined when it is no zone. */
export function findOffset(zone: string): number | undefined {
  const name = zone.trim().toLowerCase();
  if (Object.hasOwn(hours, name)) return (hours[name] ?? 0) * 60;
  const match = /^(?:gmt|utc|ut)?\s*([+−-])(\d{1,2}):?(\d{2})?$/.exec(name);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  // The widest real offsets are −12:00 and +14:00.
  if (Number(match[3] ?? 0) > 59 || minutes > 14 * 60) return undefined;
  return match[1] === "+" ? minutes : -minutes;
}
