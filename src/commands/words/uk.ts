import type { Words } from "./index.ts";
import { abouts } from "./uk/abouts.ts";
import { common } from "./uk/common.ts";
import { reading } from "./uk/reading.ts";
import { running } from "./uk/running.ts";
import { subscribing } from "./uk/subscribing.ts";

export const uk: Words = { ...common, ...subscribing, ...reading, ...running, ...abouts };
