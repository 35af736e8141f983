/** Resolves as soon as it holds; what sockets and other processes bring is all that can change it. @throws after the patience, with what was `told`. */
export async function until(holds: () => boolean, told: () => string = () => "", patienceMs = 60_000): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!holds()) {
    if (performance.now() > endMs) throw new Error(`waited in vain for ${holds}\n${told()}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
