import type { Wire } from "../http/wire";
import { BFL_WIRE } from "./bfl";
import { COMFYUI_WIRE } from "./comfyui";
import { GMI_WIRE } from "./gmi";
import { KLING_WIRE } from "./kling";
import { KREA_WIRE } from "./krea";
import { STABILITY_WIRE } from "./stability";

/** Providers reached by plain requests alone, a row each. */
export const REST_WIRES: readonly Wire[] = [BFL_WIRE, GMI_WIRE, KREA_WIRE, KLING_WIRE, STABILITY_WIRE, COMFYUI_WIRE];
