import { abouts } from "./en/abouts.ts";
import { common } from "./en/common.ts";
import { reading } from "./en/reading.ts";
import { running } from "./en/running.ts";
import { subscribing } from "./en/subscribing.ts";

export const en = { ...common, ...subscribing, ...reading, ...running, ...abouts };
