import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A folder beside the project holds the evaluation data; it is no part of the product and may be absent. */
export const evalFolder = fileURLToPath(new URL("../../../shared/eval/", import.meta.url));

export const hasEvalData = (): boolean => existsSync(evalFolder);
