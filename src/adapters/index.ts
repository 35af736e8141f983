import type { Adapter } from "../model/platform.ts";
import { discord } from "./discord/index.ts";
import { telegram } from "./telegram/index.ts";
import { web } from "./web/index.ts";

/** Every platform, one line each, loaded only where it is switched on. */
export const adapters: readonly Adapter[] = [web, discord, telegram];
