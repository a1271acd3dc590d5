import { ACTIVE, entry, price, ran } from "../entry";

const HERE = "this studio";

export const SKETCH = [
  entry({
    id: "sketch",
    name: "Sketch (procedural)",
    maker: "This studio",
    category: "image.generate",
    summary: "Paints from a lexicon of words, scenes and media inside this studio. Not AI; nothing leaves the machine.",
    modes: ["text", "reference", "image"],
    gives: "image",
    prices: ran([price("image", 0.0004, "draft"), price("image", 0.002, "final")], HERE),
    licence: ran("Output is yours; subjects from Fluent Emoji (MIT)", HERE),
    commercialUse: ran("yes", HERE),
    residency: ran(["this-machine"], HERE),
    watermark: ran("none", HERE),
    provenance: ran([], HERE),
    latency: ran({ leastSeconds: 0.5, mostSeconds: 4 }, HERE),
    status: ACTIVE,
    notes: ["The same seed gives the same picture, byte for byte.", "The only engine a fresh studio needs."],
    reached: ran("inside the worker", HERE),
    routes: [{ engineId: "sketch", modelId: "sketch-1" }],
  }),
];
