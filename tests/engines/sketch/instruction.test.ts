import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { SKETCH_REVISION } from "@/lib/engines/sketch/capabilities";
import { planOf, refusalOfEdit } from "@/lib/engines/sketch/edit/edit-picture";
import { parseInstruction } from "@/lib/engines/sketch/edit/parse-instruction";
import { editedScene } from "@/lib/engines/sketch/edit/scene-edit";
import { type Look, thingsOf } from "@/lib/engines/sketch/edit/things";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { sceneOf } from "@/lib/engines/sketch/scene/stored-scene";

const steps = (text: string) => parseInstruction(text).steps;
const target = (change: object) => ({ region: null, word: null, colour: null, ...change });

describe("an instruction becomes steps", () => {
  test.each([
    ["make it night", [{ kind: "light", light: "night" }]],
    ["as ink drawing", [{ kind: "medium", medium: "ink" }]],
    ["repaint it as a watercolour", [{ kind: "medium", medium: "watercolour" }]],
    ["remove the boat", [{ kind: "remove", target: target({ word: "boat" }) }]],
    ["get rid of the red balloon", [{ kind: "remove", target: target({ word: "balloon", colour: "red" }) }]],
    ["change the sky to orange", [{ kind: "recolour", target: target({ region: "sky" }), colour: "orange" }]],
    ["recolour the car blue", [{ kind: "recolour", target: target({ word: "car" }), colour: "blue" }]],
    ["make the red car dark blue", [{ kind: "recolour", target: target({ word: "car", colour: "red" }), colour: "dark blue" }]],
    ["add snow", [{ kind: "weather", weather: "snow" }]],
    ["in winter, with snow", [{ kind: "season", season: "winter" }]],
    ["remove the background", [{ kind: "remove-background" }]],
    ["on a transparent background", [{ kind: "remove-background" }]],
    ["extend the picture", [{ kind: "extend" }]],
    ["upscale it", [{ kind: "enlarge" }]],
    ["black and white", [{ kind: "mood", mood: { saturation: 0 } }]],
    [
      "brighter and warmer",
      [
        { kind: "mood", mood: { darker: -0.12 } },
        { kind: "mood", mood: { warmth: 0.07 } },
      ],
    ],
    [
      "make the sky purple and the ground red",
      [
        { kind: "recolour", target: target({ region: "sky" }), colour: "purple" },
        { kind: "recolour", target: target({ region: "ground" }), colour: "red" },
      ],
    ],
  ])("%s", (text, expected) => {
    expect(steps(text)).toEqual(expected);
  });

  test("what takes away comes first and the medium last, however the sentence runs", () => {
    const kinds = steps("as oil painting, add two foxes, make it dusk and remove the boat").map((step) => step.kind);
    expect(kinds).toEqual(["remove", "light", "add", "medium"]);
  });

  test("a replacement puts the one where the other stood", () => {
    for (const text of ["replace the boat with a red house", "turn the boat into a red house"])
      expect(steps(text)).toMatchObject([{ kind: "replace", target: { word: "boat" }, subject: { word: "house", colour: "red" } }]);
    expect(steps("replace pink with green")).toEqual([{ kind: "recolour", target: target({ colour: "pink" }), colour: "green" }]);
  });

  test("a list is removed to its end", () => {
    for (const text of ["remove the car and the tree", "remove the car, the tree"])
      expect(steps(text)).toEqual([
        { kind: "remove", target: target({ word: "car" }) },
        { kind: "remove", target: target({ word: "tree" }) },
      ]);
  });

  test.each([
    ["remove the boat but not the lighthouse", ["remove boat"], "not lighthouse"],
    ["recolour the car blue, except the house", ["recolour car"], "not house"],
    ["remove the car but keep the tree as it is", ["remove car"], "keep tree"],
    ["leave the tower alone, remove the boat and the trees", ["remove boat", "remove tree"], "keep tower"],
    ["don't remove the tree, make the sky orange", ["recolour sky"], "keep tree"],
    ["no clouds", ["remove cloud"], "clouds"],
    ["without the hat", ["remove hat"], "hat"],
    ["make it night with no stars", ["remove star", "light"], "stars"],
    ["make it winter without snow", ["season", "remove snow"], "snow"],
    ["neither boat nor lighthouse", ["remove boat", "remove lighthouse"], "lighthouse"],
  ])("what shall not be is understood: %s", (text, expected, word) => {
    const plan = parseInstruction(text);
    const short = plan.steps.map((step) => ("target" in step ? `${step.kind} ${step.target.word ?? step.target.region}` : step.kind));
    expect(short).toEqual(expected);
    expect(plan.understood).toContain(word);
    expect([plan.ignored, plan.refusal]).toEqual([[], null]);
  });

  test("words without a step are reported", () => {
    const plan = parseInstruction("make it night and epistemological");
    expect(plan.understood).toEqual(["night"]);
    expect(plan.ignored).toEqual(["epistemological"]);
  });
});

describe("a request that says nothing is refused with a sentence", () => {
  const wishes = { text: "", negative: "", operation: "words", hasMask: false, hasReferences: false } as const;
  test("no words and no mask", () => expect(refusalOfEdit(wishes)).toContain("Say what should change"));
  test("words without meaning", () => expect(refusalOfEdit({ ...wishes, text: "قارب في البحر" })).toContain("understands none"));
  test("an operation speaks for itself", () => expect(refusalOfEdit({ ...wishes, operation: "enlarge" })).toBeNull());
  test.each([
    ["zoom out", /how to zoom a picture.*make it night/],
    ["rotate the car", /how to rotate/],
    ["make the car not red", /“not red”.*instead/],
    ["make it night but not the boat", /“but not the boat”.*mask/],
    ["don't make it night", /Nothing was changed.*“not make it night”.*instead/],
    ["remove all but the boat", /Say what to remove/],
    ["remove the sky", /sky or the ground.*mask/],
    ["remove the ground", /sky or the ground.*mask/],
  ])("“%s” is refused by its word", (text, sentence) => expect(refusalOfEdit({ ...wishes, text })).toMatch(sentence));
  test("a mask alone is filled", () => {
    expect(planOf({ ...wishes, hasMask: true }).steps).toEqual([{ kind: "fill" }]);
    expect(refusalOfEdit({ ...wishes, hasMask: true })).toBeNull();
  });
});

describe("the scene of a picture of our own is edited as a scene", () => {
  const stored = (text: string) => {
    const { spec } = parsePrompt({ text, negative: "", seed: 7 });
    return JSON.parse(JSON.stringify({ ...spec, revision: SKETCH_REVISION }));
  };
  /** Every thing seen alike, from left to right as they are counted, the second one largest and the third one nearest. */
  const look: Look = ({ subjects }) =>
    thingsOf(subjects).map((thing, k) => ({ ...thing, x: k * 50, area: k === 1 ? 90 : 60 - k, foot: k === 2 ? 90 : 60 - k }));
  const sceneAfter = (prompt: string, instruction: string) => {
    const scene = sceneOf(stored(prompt));
    return scene === null ? null : editedScene(scene, steps(instruction), look);
  };

  test("light, medium and weather", () => {
    expect(sceneAfter("a fox in a forest, oil", "make it night, as ink, add fog")).toMatchObject({
      light: "night",
      medium: "ink",
      weather: ["fog"],
    });
  });

  test("a thing is removed or recoloured by its word", () => {
    expect(sceneAfter("a red boat and a swan on a lake", "remove the boat")?.subjects).toMatchObject([
      { word: "boat", isGone: true },
      { word: "swan" },
    ]);
    expect(sceneAfter("a red boat on a lake", "recolour the boat blue")?.subjects[0]?.colour).toBe("blue");
    expect(sceneAfter("a lake", "remove the clouds")?.without).toContain("clouds");
    expect(sceneAfter("a lake in the rain", "no rain")?.weather).toEqual([]);
    expect(sceneAfter("a street", "make it winter without snow")).toMatchObject({ season: "winter", weather: [] });
  });

  test("a thing the scene does not hold is said to be absent, and no other taken for it", () => {
    for (const instruction of ["remove the boat", "recolour the boat blue", "move the boat to the left", "put a hat on the boat"])
      expect(() => sceneAfter("a swan on a lake", instruction)).toThrow(/no boat in this picture.*shows: swan/);
  });

  test("a thing moves to a side, and again", () => {
    expect(sceneAfter("a boat on a lake", "move the boat to the left")?.subjects[0]?.shift).toBeLessThan(-0.2);
    expect(sceneAfter("a car in a street", "move the car a bit to the right")?.subjects[0]?.shift).toBeCloseTo(0.14);
  });

  test("of several as many go as were named, and the rest stay", () => {
    expect(sceneAfter("two boats on a lake", "remove one boat")?.subjects).toMatchObject([
      { word: "boat", count: 2, changed: [{ order: 0, isGone: true }] },
    ]);
    expect(sceneAfter("two boats on a lake", "remove two boats")?.subjects).toMatchObject([{ word: "boat", isGone: true }]);
  });

  test.each<[string, object[]]>([
    ["make one boat red", [{ order: 0, colour: "red" }]],
    ["make the left boat red", [{ order: 0, colour: "red" }]],
    ["make the boat on the right red", [{ order: 2, colour: "red" }]],
    ["make the middle boat bigger", [{ order: 1, scale: 1.45 }]],
    ["make the largest boat red", [{ order: 1, colour: "red" }]],
    ["make the nearest boat smaller", [{ order: 2, scale: 0.65 }]],
    [
      "make the two smallest boats red",
      [
        { order: 0, colour: "red" },
        { order: 2, colour: "red" },
      ],
    ],
    [
      "make every other boat red",
      [
        { order: 0, colour: "red" },
        { order: 2, colour: "red" },
      ],
    ],
    ["move the left boat to the right", [{ order: 0, shift: 0.28 }]],
    ["move the boat on the right to the left", [{ order: 2, shift: -0.28 }]],
    ["remove the rightmost boat", [{ order: 2, isGone: true }]],
    [
      "make the left boat red and the right boat blue",
      [
        { order: 0, colour: "red" },
        { order: 2, colour: "blue" },
      ],
    ],
    [
      "remove two of the boats",
      [
        { order: 0, isGone: true },
        { order: 1, isGone: true },
      ],
    ],
  ])("of three boats those alone that are meant: %s", (instruction, changed) => {
    expect(sceneAfter("three boats on the sea", instruction)?.subjects).toEqual([expect.objectContaining({ count: 3, changed })]);
    expect(parseInstruction(instruction).ignored).toEqual([]);
  });

  test("one of several is told from the rest by its colour, too, and all of them take the next one", () => {
    const scene = sceneAfter("three boats on the sea", "make the left boat red") ?? sceneOf(null);
    if (scene === null) throw new Error("no scene");
    const [moved] = editedScene(scene, steps("move the red boat to the right"), look)?.subjects ?? [];
    expect(moved?.changed).toEqual([{ order: 0, colour: "red", shift: 0.28 }]);
    const [blue] = editedScene(scene, steps("make both boats blue, make the boats blue"), look)?.subjects ?? [];
    expect([blue?.colour, blue?.changed?.some(({ colour }) => colour !== undefined)]).toEqual(["blue", false]);
  });

  test("two kinds of one noun are one row: the left boat is the left one of all", () => {
    const after = sceneAfter("a red boat and a blue boat on the sea", "make the right boat yellow")?.subjects;
    expect(after?.map(({ colour }) => colour)).toEqual(["red", "yellow"]);
  });

  test("“it” is the thing the picture is of", () => {
    expect(sceneAfter("a boat on the sea", "make it bigger")?.subjects[0]?.scale).toBe(1.45);
    expect(sceneAfter("a boat on the sea", "move it to the left")?.subjects[0]?.shift).toBe(-0.28);
  });

  test("where there is one alone, none can be told from the others, and one of several is not replaced", () => {
    expect(() => sceneAfter("a boat on the sea", "make the left boat red")).toThrow(/only one boat.*no left one/);
    expect(() => sceneAfter("three boats on the sea", "replace the left boat with a whale")).toThrow(/every boat or of none/);
  });

  test("one kind of thing takes the place of another, as many of them", () => {
    const [boats] = sceneAfter("three boats on the sea", "make it day")?.subjects ?? [];
    const after = sceneAfter("three boats on the sea", "turn the boats into whales")?.subjects;
    expect(after).toMatchObject([{ word: expect.stringMatching(/whale/), count: boats?.count, relation: boats?.relation }]);
    expect(sceneAfter("a cat and a horse in a meadow", "replace the cat with a dog")?.subjects.map(({ word }) => word)).toEqual([
      "dog",
      "horse",
    ]);
  });

  test("a thing is made larger, stands on the side that is said, and is worn by whom it is given to", () => {
    expect(sceneAfter("three boats on the sea", "make the boats bigger")?.subjects[0]).toMatchObject({ count: 3, scale: 1.45 });
    expect(sceneAfter("a boat on the sea", "add a whale on the left")?.subjects[1]).toMatchObject({ word: "whale", at: 0.13 });
    const given = sceneAfter("a woman in a meadow", "give her a red hat")?.subjects;
    expect(given).toMatchObject([{ shape: { kind: "figure" } }, { word: "hat", colour: "red", relation: { kind: "wearing", to: 0 } }]);
    expect(sceneAfter("a woman in a meadow", "make her coat blue")?.subjects[0]?.colour).toBe("blue");
    expect(() => sceneAfter("a boat on the sea", "give her a red hat")).toThrow(/no person/);
    expect(() => sceneAfter("a boat on the sea", "make her coat blue")).toThrow(/no coat/);
  });

  test("the person of a portrait is dressed, combed and turned into somebody else", () => {
    const turned = (instruction: string, prompt = "portrait of a man in a red coat with a beard") => sceneAfter(prompt, instruction);
    expect(turned("give him a blue hat")?.subjects[1]).toMatchObject({ colour: "blue", relation: { kind: "wearing", to: 0 } });
    expect(turned("make his hair blonde")?.subjects[0]).toMatchObject({ colour: "red", looks: { hair: "blonde" } });
    expect(turned("put him in a green suit")?.subjects[0]).toMatchObject({ colour: "green", looks: { wears: "suit" } });
    expect(turned("remove his beard")?.subjects[0]?.looks).toMatchObject({ beard: "none" });
    const woman = turned("turn the man into a woman with red hair")?.subjects[0];
    expect(woman).toMatchObject({ shape: { figure: "woman" }, colour: "red", looks: { hair: "red", wears: "coat" } });
    expect(woman?.looks).not.toHaveProperty("beard");
    expect(turned("turn him into a cat")).toMatchObject({ places: ["studio"], subjects: [{ word: "cat" }] });
    expect(() => turned("give him green trousers")).toThrow(/portrait does not show the trouser/);
    expect(() => turned("give her red hair", "a boat on the sea")).toThrow(/no person/);
    expect(turned("make the shoes red", "blue shoes, studio")?.subjects[0]).toMatchObject({ colour: "red" });
    expect(turned("give her green trousers", "a woman in a red dress on a beach")?.subjects[0]?.looks).toEqual({
      legwear: "trousers",
      legs: "green",
    });
  });

  test("a sky alone takes its colour, and what is said to stay keeps its own: the light of the scene is not tinted", () => {
    expect(steps("make the sky green but keep the sea")).toMatchObject([{ kind: "recolour", target: { region: "sky" }, isAlone: true }]);
    expect(sceneAfter("a boat on the sea", "make the sky green but keep the sea")).toBeNull();
    expect(sceneAfter("a boat on the sea", "make the sky green")).toBeNull();
    expect(steps("make the sea red")).toEqual([{ kind: "recolour", target: target({ region: "water" }), colour: "red" }]);
  });

  test("what a new thing stands by is not added again", () => {
    expect(sceneAfter("a car in a street", "put a hat on the car")?.subjects).toMatchObject([
      { word: "car", relation: { kind: "on", to: 1 } },
      { word: "hat", isAdded: true },
    ]);
  });

  test("a number changes how many there are", () => {
    for (const instruction of ["two cars", "make it two cars"])
      expect(sceneAfter("a red car in a street", instruction)?.subjects).toMatchObject([{ word: "car", count: 2, colour: "red" }]);
    expect(sceneAfter("a car in a street", "add two cars")?.subjects).toHaveLength(2);
  });

  test("foreign, old or referenced scenes are not trusted", () => {
    const own = stored("a fox");
    expect(sceneOf(null)).toBeNull();
    expect(sceneOf({ ...own, revision: "2020-01-01.1" })).toBeNull();
    expect(sceneOf({ ...own, references: ["style"] })).toBeNull();
    expect(sceneOf({ ...own, colours: ["no such colour"] })).toBeNull();
  });
});

test("any instruction is a plan, and always the same", () => {
  const word = fc.constantFrom(
    "make",
    "the",
    "sky",
    "red",
    "blue",
    "boat",
    "remove",
    "add",
    "and",
    ",",
    "night",
    "replace",
    "with",
    "background",
    "no",
    "2x",
    "snow",
    "dark",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 200 }),
    fc.array(word, { maxLength: 25 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, (instruction, negative) => {
      expect(parseInstruction(instruction, negative)).toEqual(parseInstruction(instruction, negative));
    }),
    { numRuns: 300 },
  );
});
