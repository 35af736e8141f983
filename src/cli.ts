import { getBatchTask } from "./batch/index.ts";
import { runBatch } from "./batch/run.ts";

const [command, task = ""] = process.argv.slice(2);
if (command === "batch") await runBatch(await getBatchTask(task), process.stdin, process.stdout, new AbortController().signal);
