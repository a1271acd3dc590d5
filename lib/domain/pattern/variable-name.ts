/** What kind of thing values are, by the words in them. The first that fits most of the values names the variable. */
const KINDS: readonly (readonly [name: string, words: RegExp])[] = [
  ["medium", /\b(watercolou?r|gouache|oil|ink|pencil|pastel|risograph|flat|halftone|render|photo(graph)?|sketch|charcoal|acrylic)\b/iu],
  ["time", /\b(dawn|sunrise|morning|noon|midday|afternoon|dusk|sunset|evening|night|midnight|golden hour|twilight)\b/iu],
  ["weather", /\b(sunny|rain(y)?|snow(y|ing)?|fog(gy)?|mist(y)?|storm(y)?|cloud(y|s)?|windy|calm|overcast)\b/iu],
  ["season", /\b(spring|summer|autumn|fall|winter)\b/iu],
  ["colour", /\b(red|orange|yellow|green|blue|teal|purple|violet|pink|brown|black|white|grey|gray|amber|golden|silver)\b/iu],
];

/** Before a place stands how one is there. */
const BEFORE_A_PLACE = /\b(on|in|at|by|near|under|over|above|behind|beside|inside)(?:\s+(?:a|an|the))?$/iu;
const BEFORE_WHAT_IS_WITH_IT = /\b(with|and|without)(?:\s+(?:a|an|the))?$/iu;

/**
 * A name for a variable by its values and the words that stand before it: the first one is what the picture is of. Never one
 * that is taken: `detail`, `detail_2`, …
 */
export function variableName(values: readonly string[], before: string, taken: readonly string[]): string {
  const kind = KINDS.find(([name, words]) => name !== "colour" && values.filter((value) => words.test(value)).length > values.length / 2);
  const isColour = values.every(
    (value) => value.split(" ").length === 1 && KINDS.some(([name, words]) => name === "colour" && words.test(value)),
  );
  const base =
    kind?.[0] ??
    (isColour
      ? "colour"
      : BEFORE_A_PLACE.test(before)
        ? "place"
        : BEFORE_WHAT_IS_WITH_IT.test(before)
          ? "detail"
          : taken.includes("subject")
            ? "detail"
            : "subject");
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(name)) return name;
  }
}
