import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A folder beside the project holds the evaluation data; it is no part of the product and may be absent. */
const folder = fileURLToPath(new URL("../../../shared/eval/", import.meta.url));

export const hasEvalData = (): boolean => existsSync(folder);

/** Links followed: a scorer that asks whether it was started itself compares real paths, and answers a linked one with nothing. */
export const evalFolder = hasEvalData() ? realpathSync(folder) : folder;
