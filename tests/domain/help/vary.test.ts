import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { AXES } from "@/lib/domain/help/axes";
import { lossIn } from "@/lib/domain/help/kept";
import { isRuleAxis, RULE_AXES, saidOnAxis, varyByRules } from "@/lib/domain/help/vary";

/** What people write on each axis, by hand: as clauses, and as words within one. */
const OLD_VALUES: Readonly<Record<string, readonly string[]>> = {
  lighting: [
    "golden hour",
    "in warm evening light",
    "soft window light from the left",
    "lit by candlelight",
    "at dusk",
    "backlit",
    "under neon light",
    "dramatic lighting",
    "hard shadows",
    "in the moonlight",
    "softly lit",
    "studio lighting",
    "bathed in golden light",
  ],
  camera: [
    "close-up",
    "wide shot",
    "seen from above",
    "from below",
    "35mm lens",
    "low-angle shot",
    "bird's-eye view",
    "with a shallow depth of field",
    "shot on 85mm",
    "macro",
    "over-the-shoulder view",
    "f/1.8",
    "telephoto lens",
  ],
  season: ["in winter", "in late spring", "in autumn", "early summer", "on a summer's day", "in the fall"],
  "time of day": [
    "at night",
    "at sunset",
    "in the early morning",
    "at noon",
    "golden hour",
    "before sunrise",
    "just after sunset",
    "under a starry night sky",
    "in the midday sun",
  ],
  weather: [
    "in light rain",
    "under a blue sky",
    "in thick fog",
    "in heavy snow",
    "in a storm",
    "under dark clouds",
    "in strong wind",
    "overcast sky",
    "before a thunderstorm",
  ],
  medium: [
    "watercolour",
    "watercolor painting",
    "ink drawing",
    "photograph",
    "in the style of Hokusai",
    "digital art",
    "in anime style",
    "oil painting",
    "3d render",
    "charcoal sketch",
    "pixel art",
  ],
  mood: ["calm", "eerie", "melancholic", "cosy and quiet", "dreamy", "dramatic", "whimsical"],
  palette: [
    "in muted earth tones",
    "pastel colours",
    "in black and white",
    "in a teal and orange palette",
    "warm tones",
    "sepia",
    "monochrome",
    "vivid colors",
  ],
  composition: [
    "centred",
    "symmetrical composition",
    "rule of thirds",
    "with negative space on the left",
    "seen through a doorway",
    "filling the frame",
    "off-center",
  ],
  place: [
    "in the harbour",
    "on a wooden table",
    "by the sea",
    "in Tokyo",
    "against a white background",
    "on the streets of Paris",
    "at the old railway station",
    "in front of a castle",
    "plain background",
  ],
};
const NEUTRAL = ["a fox", "a {thing}", "two women laughing", "a red bottle with a label", "letters “OPEN”", "8k", "highly detailed"];
const RUNS = { numRuns: 60 };

const bare = (value: string) =>
  value
    .toLowerCase()
    .replace(/^(?:in|at|on|a|an|the) /, "")
    .replace(/ light$/, "");

describe("varying by rules", () => {
  test("has every axis in these tests, and finds each of its own values whole", () => {
    expect(Object.keys(OLD_VALUES)).toEqual(RULE_AXES);
    for (const { name, values } of AXES) for (const value of values) expect([name, ...saidOnAxis(value, name)]).toEqual([name, value]);
  });

  test("exchanges what stands on the axis, keeps the rest, and knows an axis by its other names", () => {
    const ways = varyByRules("a {thing} by the sea, golden hour light, watercolour", "Light", 3) ?? [];
    expect(ways.map(({ text }) => text)).toEqual([
      "a {thing} by the sea, soft overcast light, watercolour",
      "a {thing} by the sea, hard midday sun, watercolour",
      "a {thing} by the sea, blue hour light, watercolour",
    ]);
    expect(varyByRules("a fox", "how lonely it feels", 3)).toBeNull();
    expect(isRuleAxis(" Time of day ")).toBe(true);
  });

  test.each<[axis: string, prompt: string, way: string]>([
    ["lighting", "a fox at golden hour in the snow, soft light", "a fox in the snow, soft overcast light"],
    ["lighting", "a sunlit kitchen with a cat", "a kitchen with a cat, golden hour light"],
    ["lighting", "portrait with soft window light from the left, 85mm", "portrait, golden hour light, 85mm"],
    ["lighting", "a night market under neon light and moonlight", "a night market, golden hour light"],
    ["lighting", "The scene is lit by a candle. A cat sleeps.", "Golden hour light. A cat sleeps."],
    ["lighting", "At dusk, a fox waits by the sea. It is calm.", "A fox waits by the sea. Golden hour light. It is calm."],
    ["lighting", "a light blue dress in light rain, a neon sign", "a light blue dress in light rain, a neon sign, golden hour light"],
    ["camera", "close-up of a fox, 35mm", "a fox, wide shot"],
    ["camera", "a macro photo of a bee", "a photo of a bee, close-up"],
    ["season", "an autumn forest by a hot spring", "a forest by a hot spring, in early spring"],
    ["time of day", "a woman in an evening dress at sunset", "a woman in an evening dress, at dawn"],
    ["weather", "a rainy street, in thick fog", "a street, under a clear sky"],
    ["medium", "an oil painting of a ship at sea", "a ship at sea, watercolour"],
    ["medium", "a photo of an oil lamp, a woman painting a fence", "an oil lamp, watercolour, a woman painting a fence"],
    ["mood", "an eerie forest, mysterious and tense", "a calm forest"],
    ["mood", "The mood is tense. A fox sleeps.", "The mood is calm. A fox sleeps."],
    ["palette", "a black and white cat in black and white", "a black and white cat, in muted earth tones"],
    ["composition", "a bottle, symmetrical, rule of thirds", "a bottle, centred and symmetrical"],
    ["place", "a bottle on a wooden table in a sunlit kitchen", "a bottle, in a misty forest"],
    ["place", "a kitchen knife on a white background", "a kitchen knife, in a misty forest"],
    ["place", "a quiet harbour at dawn", "at dawn, in a misty forest"],
  ])("%s: of “%s” makes “%s”", (axis, prompt, way) => {
    expect(varyByRules(prompt, axis, 1)?.map(({ text }) => text)).toEqual([way]);
  });

  test("leaves exactly one value of the axis, whatever stood there, how often and where; and loses nothing else", () => {
    const asked = fc.constantFrom(...RULE_AXES).chain((axis) =>
      fc.record({
        axis: fc.constant(axis),
        old: fc.uniqueArray(fc.constantFrom(...(OLD_VALUES[axis] ?? [])), { minLength: 1, maxLength: 3 }),
        neutral: fc.uniqueArray(fc.constantFrom(...NEUTRAL), { minLength: 1, maxLength: 4 }),
        joined: fc.array(fc.boolean(), { minLength: 3, maxLength: 3 }),
        first: fc.boolean(),
        between: fc.constantFrom(", ", "; ", "\n"),
      }),
    );
    fc.assert(
      fc.property(asked, ({ axis, old, neutral, joined, first, between }) => {
        const clauses = first ? [...old.slice(0, 1), ...neutral] : [...neutral];
        for (const [index, value] of old.slice(first ? 1 : 0).entries()) {
          const at = index % clauses.length;
          // An adjective is not said behind a noun.
          if (joined[index] && axis !== "mood" && clauses[at] && neutral.includes(clauses[at])) clauses[at] += ` ${value}`;
          else clauses.splice(at, 0, value);
        }
        const text = clauses.join(between);
        for (const way of varyByRules(text, axis, 4) ?? []) {
          expect(saidOnAxis(way.text, axis)).toEqual([way.label]);
          const rest = way.text.replace(way.label, "");
          for (const value of old) if (bare(value) !== bare(way.label)) expect(rest).not.toContain(value);
          for (const kept of neutral) expect(way.text).toContain(kept);
          expect(lossIn(text, way.text)).toBeNull();
        }
      }),
      RUNS,
    );
  });

  test("leaves one in sentences too, and ends with whole sentences", () => {
    fc.assert(
      fc.property(fc.constantFrom(...RULE_AXES.filter((axis) => axis !== "mood")), fc.nat(), fc.nat(), (axis, one, other) => {
        const values = OLD_VALUES[axis] ?? [];
        const text = `A fox waits ${values[one % values.length]}. It wears a scarf. Two birds sing, ${values[other % values.length]}.`;
        for (const way of varyByRules(text, axis, 3) ?? []) {
          expect(saidOnAxis(way.text, axis).map((said) => said.toLowerCase())).toEqual([way.label]);
          expect(way.text).toContain("It wears a scarf.");
          expect(way.text).toMatch(/^[A-Z].*\.$/);
        }
      }),
      RUNS,
    );
  });

  test("gives ways that all differ from each other and from the prompt", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...NEUTRAL), { minLength: 1, maxLength: 5 }), fc.constantFrom(...RULE_AXES), (parts, axis) => {
        const text = parts.join(", ");
        const texts = (varyByRules(text, axis, 5) ?? []).map((way) => way.text);
        expect(new Set([text, ...texts]).size).toBe(6);
      }),
      RUNS,
    );
  });

  test("takes no longer than a glance for the longest prompt", () => {
    const text = "a fox in soft warm light by the quiet sea with a red scarf and a very very very old hat ".repeat(45).slice(0, 4_000);
    for (const axis of RULE_AXES) varyByRules(text, axis, 1);
    const began = performance.now();
    for (const axis of RULE_AXES) varyByRules(text, axis, 8);
    expect(performance.now() - began).toBeLessThan(2_000);
  });
});
