import type { References } from "./references";

/** A picture painted from its words alone. */
export const NO_REFERENCES: References = {
  cutOuts: [],
  layOut: () => undefined,
  colourScene: () => undefined,
  tonePicture: () => undefined,
};
