import type { Row } from "./row.ts";

/** Plain columns, widest cell wide: the same for people and for a log. */
export function printTable(rows: readonly Row[]): void {
  const head: readonly string[] = ["task", "set", "measure", "value", "target"];
  const lines = [head, ...rows.map((row) => [row.task, row.set, row.measure, formatValue(row.value), row.target])];
  const widths = head.map((_, column) => Math.max(...lines.map((line) => (line[column] ?? "").length)));
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
}

function formatValue(value: number | string): string {
  if (typeof value === "string") return value;
  return Number.isInteger(value) ? String(value) : value.toFixed(Math.abs(value) < 10 ? 3 : 1);
}
