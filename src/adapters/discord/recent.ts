/** Discord repeats an event within seconds, where it does at all. */
const mostKept = 1_000;

/** True the first time an id is given: of the newest ones, and in this process. What a restart forgets, the ledger knows. */
export function createRecent(most: number = mostKept): (id: string) => boolean {
  const kept = new Set<string>();
  return (id) => {
    if (kept.has(id)) return false;
    const [oldest] = kept;
    if (kept.size >= most && oldest !== undefined) kept.delete(oldest);
    kept.add(id);
    return true;
  };
}
