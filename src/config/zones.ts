/** True for an IANA zone name ("Europe/Kyiv") or "UTC"; offsets such as "+02:00" know no clock change and are refused. */
export function isZone(name: string): boolean {
  if (name !== "UTC" && !/^[A-Za-z_]+\/[A-Za-z0-9_+\-/]+$/.test(name)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false; // RangeError: the zone is not known to this ICU
  }
}
