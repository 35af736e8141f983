import { Writable } from "node:stream";
import { expect, test } from "vitest";
import { type Every, type Progress, withProgress } from "../../src/cli/progress.ts";

/** Standard error that is, or is no, terminal; and a clock that ticks when the test says so. */
function open(isTTY: boolean) {
  let shown = "";
  const errors = Object.assign(
    new Writable({
      write(chunk, _encoding, done) {
        shown += chunk;
        done();
      },
    }),
    { isTTY },
  );
  let tick: () => void = () => undefined;
  const every: Every = (_ms, tell) => {
    tick = tell;
    return () => undefined;
  };
  const run = (describe: () => Progress, ticks: number) =>
    withProgress(
      { errors },
      describe,
      async () => {
        for (let count = 0; count < ticks; count++) {
          tick();
          await Promise.resolve();
        }
        return "done";
      },
      every,
    );
  return { run, tick: () => tick(), shown: () => shown };
}

test("a terminal has one line with a bar, gone at the end", async () => {
  const { run, shown } = open(true);
  expect(await run(() => ({ words: "3 of 6 sources read", share: 0.5 }), 1)).toBe("done");
  expect(shown()).toBe(`\r\u001b[K${"█".repeat(10)}${"░".repeat(10)} 3 of 6 sources read\r\u001b[K`);
});

test("elsewhere every tick is a line", async () => {
  const { run, shown } = open(false);
  await run(() => ({ words: "40 answered" }), 2);
  expect(shown()).toBe("40 answered\n40 answered\n");
});

test("work that ends before the first tick says nothing, and nothing is said after the end", async () => {
  const { run, tick, shown } = open(false);
  await run(() => ({ words: "late" }), 0);
  tick();
  await Promise.resolve();
  expect(shown()).toBe("");
});
