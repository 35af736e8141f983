import { parentPort } from "node:worker_threads";

/** Stands in for the reading thread: does what the first bytes of a document say. */
interface Call {
  readonly id: number;
  readonly args: readonly [Uint8Array];
}

parentPort?.on("message", ({ id, args }: Call) => {
  const order = Buffer.from(args[0]).toString();
  if (order === "hang") for (;;);
  if (order === "eat") {
    const eaten: number[][] = [];
    for (;;) eaten.push(new Array(100_000).fill(1.5));
  }
  if (order === "throw") throw new Error("thrown in the thread");
  if (order === "fail") parentPort?.postMessage({ id, failure: { kind: "not-a-feed", message: "It is none.", cause: "inner words" } });
  else parentPort?.postMessage({ id, value: { echo: order } });
});
parentPort?.postMessage("ready");
