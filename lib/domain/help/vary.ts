import { clausesOf, isProse, tidied } from "./clauses";
import { holdsPiece, lossIn, masked } from "./kept";

/** One way to go along an axis. */
export interface VariedPrompt {
  /** What it is on the axis: "golden hour". */
  readonly label: string;
  readonly text: string;
}

interface AxisTable {
  readonly name: string;
  /** Other words people name it by. */
  readonly also: readonly string[];
  readonly values: readonly string[];
}

const AXIS_TABLES: readonly AxisTable[] = [
  {
    name: "lighting",
    also: ["light", "lights"],
    values: [
      "golden hour light",
      "soft overcast light",
      "hard midday sun",
      "blue hour light",
      "rim light against a dark background",
      "candlelight",
      "neon light",
      "moonlight",
      "light through a window",
      "high-key studio light",
    ],
  },
  {
    name: "camera",
    also: ["angle", "shot", "framing", "lens", "view", "viewpoint"],
    values: [
      "close-up",
      "wide shot",
      "low angle",
      "seen from above",
      "eye-level medium shot",
      "macro with a shallow depth of field",
      "85mm portrait lens",
      "24mm wide-angle lens",
      "over-the-shoulder view",
      "long telephoto view",
    ],
  },
  {
    name: "season",
    also: ["seasons"],
    values: ["in early spring", "in high summer", "in autumn", "in deep winter", "on the last warm day of the year"],
  },
  {
    name: "time of day",
    also: ["time", "hour", "daytime"],
    values: ["at dawn", "in the early morning", "at noon", "in the late afternoon", "at sunset", "at dusk", "at night", "before sunrise"],
  },
  {
    name: "weather",
    also: ["sky"],
    values: [
      "under a clear sky",
      "in light rain",
      "in thick fog",
      "in falling snow",
      "before a storm",
      "under drifting clouds",
      "after the rain",
      "in strong wind",
    ],
  },
  {
    name: "medium",
    also: ["technique", "style", "manner"],
    values: [
      "watercolour",
      "gouache",
      "oil painting",
      "ink drawing",
      "pencil drawing",
      "risograph print",
      "flat vector illustration",
      "halftone comic",
      "pastel",
      "photograph",
    ],
  },
  {
    name: "mood",
    also: ["feeling", "emotion", "atmosphere", "tone"],
    values: ["calm", "dramatic", "playful", "melancholic", "mysterious", "cheerful", "dreamy", "tense", "nostalgic", "majestic"],
  },
  {
    name: "palette",
    also: ["colour", "color", "colours", "colors"],
    values: [
      "in muted earth tones",
      "in a cool blue palette",
      "in a warm red and orange palette",
      "in black and white",
      "in soft pastels",
      "in two colours, teal and coral",
      "in deep jewel colours",
      "in faded vintage colours",
    ],
  },
  {
    name: "composition",
    also: ["layout", "arrangement"],
    values: [
      "centred and symmetrical",
      "off-centre with empty space to the right",
      "seen through a frame in the foreground",
      "small in a wide empty scene",
      "filling the frame",
      "on a strong diagonal",
    ],
  },
  {
    name: "place",
    also: ["setting", "scene", "location", "background"],
    values: [
      "in a misty forest",
      "on a city street",
      "on an empty beach",
      "in a sunlit kitchen",
      "in the mountains",
      "in a plain studio",
      "in a desert",
      "by a quiet lake",
      "in a greenhouse",
    ],
  },
];

/** The axes the rules can walk, as people are offered them. */
export const RULE_AXES: readonly string[] = AXIS_TABLES.map(({ name }) => name);

const tableOf = (axis: string) => {
  const name = axis.trim().toLowerCase();
  return AXIS_TABLES.find((table) => table.name === name || table.also.includes(name));
};

/** Whether the rules know an axis by this name. */
export const isRuleAxis = (axis: string): boolean => tableOf(axis) !== undefined;

/**
 * Walks a prompt along an axis by a table of values: a clause that is one of them gives way, otherwise the value is added. Values the
 * prompt already has are left out; no two ways are the same. Null: the rules have no such axis.
 */
export function varyByRules(text: string, axis: string, count: number): readonly VariedPrompt[] | null {
  const table = tableOf(axis);
  const mask = masked(text);
  if (!table || mask === null) return null;
  const clauses = isProse(mask.text) ? [mask.text.trim()] : clausesOf(mask.text);
  const said = (clause: string) => bare(clause);
  const known = new Set(table.values.map(bare));
  const stands = clauses.filter((clause) => !holdsPiece(clause) && known.has(said(clause)));
  // The first of them gives its place; where none stands, the value comes last.
  const at = clauses.findIndex((clause) => stands.includes(clause));
  const rest = clauses.filter((clause) => !stands.includes(clause)).map((clause) => clause.replace(/[.,;\s]+$/u, ""));
  const withValue = (value: string) => rest.toSpliced(at < 0 ? rest.length : at, 0, value).join(", ");
  const free = table.values.filter((value) => !stands.some((clause) => said(clause) === bare(value)));
  return free
    .map((label) => ({ label, text: mask.unmask(tidied(withValue(label))) }))
    .filter((way) => lossIn(text, way.text) === null)
    .slice(0, count);
}

const bare = (clause: string) =>
  tidied(clause.toLowerCase())
    .replace(/^(?:in|at|on|a|an|the) /, "")
    .replace(/ (?:light|lighting|style)$/, "")
    .replace(/[.,;:]+$/u, "");
