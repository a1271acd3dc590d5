/** How compared pictures are shown: next to each other, or two on top of each other. */
export const COMPARE_MODES = ["side-by-side", "slider", "blink", "difference", "heat-map"] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];
