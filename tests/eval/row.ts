/** One line of the table that `npm run eval` and `npm run bench` print. */
export interface Row {
  readonly task: string;
  readonly set: string;
  readonly measure: string;
  readonly value: number | string;
  /** As the target is worded, for example "≥ 88" or "≤ 25 ms"; "" = for information. */
  readonly target: string;
}
