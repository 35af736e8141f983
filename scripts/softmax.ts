/** A choice among candidates, some of which are right. */
export interface Choice {
  readonly candidates: readonly Readonly<Record<string, number>>[];
  /** Indexes of the right ones; any of them will do. */
  readonly right: readonly number[];
  readonly weight: number;
  /** Index of its article: what cross-validation parts by. */
  readonly article: number;
}

export type Weights = Record<string, number>;

/** Multinomial logistic regression over the candidates of each choice (marginal likelihood of the right ones), by Adam, with a ridge. */
export function fitChoices(choices: readonly Choice[], ridge: number, rounds: number, pace: number): Weights {
  const names = [...new Set(choices.flatMap(({ candidates }) => candidates.flatMap((features) => Object.keys(features))))];
  const at = new Map(names.map((name, index) => [name, index]));
  const rows = choices.map(({ candidates }) =>
    candidates.map((features) => Object.entries(features).map(([name, value]) => [at.get(name)!, value] as const)),
  );
  const [weights, mean, square] = [zeros(names), zeros(names), zeros(names)];
  for (let round = 1; round <= rounds; round++) {
    const slope = weights.map((weight) => (ridge * weight) / choices.length);
    for (const [index, choice] of choices.entries()) addSlope(slope, weights, choice, rows[index]!, choices.length);
    for (let index = 0; index < names.length; index++) {
      mean[index] = 0.9 * mean[index]! + 0.1 * slope[index]!;
      square[index] = 0.99 * square[index]! + 0.01 * slope[index]! ** 2;
      weights[index]! -= (pace * (mean[index]! / (1 - 0.9 ** round))) / (Math.sqrt(square[index]! / (1 - 0.99 ** round)) + 1e-8);
    }
  }
  return Object.fromEntries(names.map((name, index) => [name, Number(weights[index]!.toFixed(3))]).sort());
}

const zeros = (names: readonly string[]): Float64Array => new Float64Array(names.length);

function addSlope(
  slope: Float64Array,
  weights: Float64Array,
  { right, weight }: Choice,
  rows: readonly (readonly (readonly [number, number])[])[],
  total: number,
): void {
  const scores = rows.map((row) => row.reduce((sum, [index, value]) => sum + weights[index]! * value, 0));
  const top = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - top));
  const all = powers.reduce((a, b) => a + b, 0);
  const good = right.reduce((sum, index) => sum + powers[index]!, 0);
  rows.forEach((row, index) => {
    const error = ((powers[index]! / all - (right.includes(index) ? powers[index]! / good : 0)) * weight) / total;
    for (const [feature, value] of row) slope[feature]! += error * value;
  });
}

/** The index of the candidate with the highest score. */
export function choose({ candidates }: Choice, weights: Weights): number {
  const scores = candidates.map((features) =>
    Object.entries(features).reduce((sum, [name, value]) => sum + value * (weights[name] ?? 0), 0),
  );
  return scores.indexOf(Math.max(...scores));
}
