import fc from "fast-check";

/**
 * Property tests draw the same values in every run: a change is judged by what it changed. `npm run fuzz` draws new ones, and
 * prints the seed of a failure; SELECTS_PROPERTY_SEED repeats it.
 */
const asked = process.env.SELECTS_PROPERTY_SEED ?? "20261121";
if (asked !== "random") fc.configureGlobal({ ...fc.readConfigureGlobal(), seed: Number(asked) });
