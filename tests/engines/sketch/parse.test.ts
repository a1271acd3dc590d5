import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { iconSvg } from "@/lib/engines/sketch/lexicon/icons";
import { FUNCTION_WORDS } from "@/lib/engines/sketch/lexicon/little-words";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { singular } from "@/lib/engines/sketch/parse/tokens";
import { Random } from "@/lib/engines/sketch/raster/random";
import { bodyOf } from "@/lib/engines/sketch/subjects/bodies";

const parse = (text: string, negative = "", seed = 1) => parsePrompt({ text, negative, seed });
const commission = { colour: null, word: "", isNight: false, isSnowy: false };
const scene = (text: string, negative = "", seed = 1) => parse(text, negative, seed).spec;
const named = (text: string, negative = "") =>
  scene(text, negative).subjects.map(({ word, count, colour }) =>
    [count, colour, word].filter((part) => part !== null && part !== 1).join(" "),
  );

describe("words become a scene", () => {
  test.each([
    ["a lone sailboat on a calm sea at sunset, watercolour", "sea", "sunset", "watercolour"],
    ["three foxes in a misty pine forest at dawn, gouache", "forest", "dawn", "gouache"],
    ["neon tokyo street at night with a robot, oil painting", "street", "neon", "oil"],
    ["lighthouse on a cliff above a stormy ocean, ink engraving", "sea", "storm", "ink"],
    ["city skyline at dusk, vector poster", "city", "dusk", "flat"],
    ["astronaut, comic", "space", "night", "halftone"],
    ["whale underwater, risograph", "underwater", "underwater", "risograph"],
    ["portrait of a woman in warm light, charcoal", "portrait", "golden", "pencil"],
    ["aurora over a frozen lake, chalk pastel", "lake", "aurora", "pastel"],
    ["a cosy living room, golden hour, photo", "interior", "golden", "render"],
  ])("%s", (text, place, light, medium) => {
    const spec = scene(text);
    expect({ place: spec.places[0], light: spec.light, medium: spec.medium }).toEqual({ place, light, medium });
  });

  test("counts, plurals and colours belong to their noun", () => {
    expect(named("three foxes and a red car")).toEqual(["3 fox", "red car"]);
    expect(named("hot air balloons")).toEqual(["3 hot air balloon"]);
    expect(named("red sneaker on a blue backdrop")).toEqual(["red sneaker"]);
    expect(scene("red sneaker on a blue backdrop").colours).toEqual(["blue"]);
    expect(scene("geometric, red navy cream ochre").colours).toEqual(["red", "navy", "cream", "ochre"]);
    expect(scene("poster in pink and dark blue").colours).toEqual(["pink", "dark blue"]);
  });

  test("a relation ties the later thing to the earlier", () => {
    expect(scene("a cat on a chair").subjects[1]).toMatchObject({ word: "chair", relation: { kind: "on", to: 0 } });
    expect(scene("a fox behind a tree").subjects[1]?.relation).toEqual({ kind: "behind", to: 0 });
  });

  test("oil of a bottle is no medium, oil of a painter is", () => {
    expect(scene("oil bottle, ink").medium).toBe("ink");
    expect(scene("a bottle, oil on canvas").medium).toBe("oil");
  });

  test("text in quotation marks is lettering and not searched for nouns", () => {
    const spec = scene("a red poster saying “Fox Club”, flat");
    expect(spec.lettering).toEqual([{ text: "Fox Club", colour: null, band: "top" }]);
    expect(spec.subjects).toEqual([]);
  });

  test.each([
    ["“SALE” in big red letters at the bottom", "red", "bottom"],
    ["a beach, dark blue text saying “SALE”", "dark blue", "top"],
    ["at the bottom of the poster the yellow words “SALE”, a red car", "yellow", "bottom"],
    ["“SALE”, white lettering, in the middle", "white", "middle"],
    ["“SALE” in green", "green", "top"],
    ["a red sign “SALE”", null, "top"],
    ["“SALE” at noon on a red car in white paint", null, "top"],
  ])("letters in the colour and the place that are said: %s", (text, colour, band) => {
    const { spec, ignored } = parse(text);
    expect(spec.lettering).toEqual([{ text: "SALE", colour, band }]);
    expect(ignored.join()).not.toMatch(/letter|text|bottom|middle|saying/);
  });

  test("each quotation has a place and a colour of its own", () => {
    expect(scene("“A” in red at the top and “B” in blue letters at the bottom").lettering).toEqual([
      { text: "A", colour: "red", band: "top" },
      { text: "B", colour: "blue", band: "bottom" },
    ]);
  });

  test("of two media, two lights or two cameras only the one that is followed is claimed", () => {
    expect(parse("a fox, watercolour, oil")).toMatchObject({ understood: ["fox", "watercolour"], ignored: ["oil"] });
    expect(parse("a fox, ink drawing").ignored).toEqual([]);
    expect(parse("a lake at dawn at midnight")).toMatchObject({ understood: ["lake", "dawn"], ignored: ["midnight"] });
    expect(parse("a neon street at night").ignored).toEqual([]);
    expect(parse("a wide shot of a fox, close-up")).toMatchObject({ spec: { camera: "wide" }, ignored: ["close up"] });
  });

  test("what is not understood is said", () => {
    expect(parse("quantum foxes of epistemology").ignored).toEqual(["quantum", "epistemology"]);
    expect(parse("狐 a fox").ignored).toEqual(["狐"]);
    expect(parse("a fox").understood).toEqual(["fox"]);
  });
});

describe("nouns people type", () => {
  const drawn = (text: string) => scene(text).subjects.map(({ shape }) => (shape.kind === "icon" ? shape.icon : shape.kind));
  test.each([
    ["a ballerina", ["ballerina"]],
    ["two German shepherds", ["dog"]],
    ["a knight riding a dragon", ["knight", "dragon"]],
    ["a lighthouse keeper", ["keeper"]],
    ["a firefighter and a police officer", ["firefighter", "police"]],
    ["a mermaid", ["mermaid"]],
    ["a wristwatch beside a grand piano", ["watch", "grand-piano"]],
    ["a bow and arrow", ["bow-and-arrow"]],
    ["a baby elephant and an elephant", ["elephant", "elephant"]],
    ["two fox cubs", ["fox"]],
    ["a baby", ["figure"]],
    ["a fire hydrant", []],
  ])("%s", (text, expected) => {
    expect(drawn(text)).toEqual(expected);
    for (const icon of expected)
      if (icon !== "figure") expect(bodyOf(icon, commission, new Random("1"))?.svg ?? iconSvg(icon)).not.toBeNull();
    if (expected.length > 0) expect(parse(text).ignored).toEqual([]);
  });

  test("a breed has colours of its own, and a rider sits", () => {
    const dog = (word: string) => bodyOf("dog", { ...commission, word }, new Random("1"))?.svg;
    expect(new Set(["dog", "dalmatian", "german shepherd", "corgi", "husky"].map(dog)).size).toBe(5);
    expect(scene("a woman riding a horse").subjects[1]?.relation).toEqual({ kind: "on", to: 0 });
    expect(scene("two fox cubs").subjects).toMatchObject([{ count: 2, scale: 0.66 }]);
    expect(scene("a king by the sea")).toMatchObject({
      places: ["beach", "sea"],
      subjects: [{ looks: { wears: "robe", isCrowned: true } }],
    });
  });
});

describe("how somebody looks", () => {
  const looks = (text: string) =>
    scene(text).subjects.map(({ colour, looks = {} }) => ({ ...(colour === null ? {} : { colour }), ...looks }));
  test.each([
    ["a woman with red hair in green trousers", [{ hair: "red", legwear: "trousers", legs: "green" }]],
    ["a red-haired girl in a yellow dress", [{ colour: "yellow", hair: "red", wears: "dress" }]],
    ["a bald man with a long white beard, blue eyes", [{ cut: "none", beard: "white", isBeardLong: true, eyes: "blue" }]],
    ["an old bearded man in a dark blue robe", [{ colour: "dark blue", beard: "own", wears: "robe" }]],
    ["a woman in red and a man dressed in black", [{ colour: "red" }, { colour: "black" }]],
    ["a boy in a white t-shirt and red shorts", [{ colour: "white", wears: "shirt", legwear: "shorts", legs: "red" }]],
    ["a woman with short curly hair and a man with a suit", [{ cut: "short" }, { wears: "suit" }]],
    ["a dark-skinned redhead with pearl earrings", [{ hair: "red", earrings: "ivory" }]],
    ["a black woman with an afro", [{ skin: "dark", cut: "curly" }]],
    ["a blonde woman and a woman with black hair", [{ hair: "blonde" }, { hair: "black" }]],
    ["a red car and a woman", [{ colour: "red" }, {}]],
    ["red trousers", [{ colour: "red" }]],
  ])("%s", (text, expected) => expect(looks(text)).toEqual(expected));

  test("behind a sitter there is room for one place; what is not there is not claimed", () => {
    expect(scene("portrait of a woman on a beach, oil").places).toEqual(["portrait", "beach"]);
    expect(parse("portrait of a woman in a forest on a beach").ignored).toEqual(["forest"]);
    expect(parse("portrait of a woman in a studio")).toMatchObject({ spec: { places: ["portrait"], light: "studio" }, ignored: [] });
    expect(named("a snowman with a carrot nose and a green scarf")).toEqual(["snowman", "green scarf"]);
  });

  test("what is seen below the bust is no portrait; a hat is part of one", () => {
    expect(scene("a woman in green trousers").places).toEqual(["meadow"]);
    expect(scene("a woman in a green dress").places).toEqual(["portrait"]);
    expect(named("portrait of a man with glasses and a red hat, a dog")).toEqual(["man", "glasses", "red hat"]);
    expect(parse("portrait of a man with glasses, a dog").ignored).toEqual(["dog"]);
  });
});

describe("what a prompt says shall not be there", () => {
  test.each([
    ["a beach with no people at sunset", [], ["no people"], []],
    ["a chair, no cats", ["chair"], ["no cats"], []],
    ["a street with no cars or people, a red fox", ["red fox"], ["no cars", "no people"], []],
    ["a desk without a lamp and a red chair", ["red chair"], ["no lamp"], []],
    ["a cat, not any dogs, minus the boat", ["cat"], ["no dogs", "no boat"], []],
    ["a cat, no grumbling", ["cat"], [], ["no grumbling"]],
    ["a man not wearing a hat", ["man"], ["not wearing hat"], []],
    ["a car that isn't red and a dog", ["car", "dog"], ["no red"], []],
    ["0 boats, zero foxes and a house", ["house"], ["no boats", "no foxes"], []],
  ])("%s", (text, things, understood, ignored) => {
    expect(named(text)).toEqual(things);
    expect(parse(text).understood).toEqual(expect.arrayContaining(understood));
    expect(parse(text).ignored).toEqual(ignored);
  });

  test("what follows in another phrase is painted", () => {
    expect(scene("a beach with no people at sunset")).toMatchObject({ places: ["beach"], light: "sunset" });
    expect(scene("a lake without clouds, watercolour")).toMatchObject({ without: ["clouds"], medium: "watercolour" });
  });

  test("a night without its moon is a night", () => {
    expect(scene("a city at night", "moon, stars")).toMatchObject({ light: "night", without: ["moon", "stars"] });
  });
});

describe("every word is told of", () => {
  test.each([
    ["twenty cars", ["20 car"], []],
    ["two dozen balloons", ["24 balloon"], []],
    ["fifty balloons, twenty four cats", ["24 balloon", "16 cat"], ["50 as 24", "24 as 16"]],
    ["half a dozen eggs in a basket", ["6 egg", "basket"], []],
    ["a basket with ten eggs", ["10 egg", "basket"], []],
    ["12 foxes, 9 at noon", ["12 fox"], ["9"]],
    ["a school of fish", ["9 fish"], []],
    ["a couple on a beach", ["2 couple"], []],
    ["a pair of headphones", ["headphone"], []],
    ["a pair of shoes", ["2 shoes"], []],
    ["a cat between two trees", ["cat", "2 tree"], []],
    ["a metal robot and a glass vase", ["robot", "vase"], ["metal"]],
    ["a ceramic bowl of apples", ["3 apple", "bowl"], []],
    ["a crystal ball", ["crystal ball"], []],
    ["two cups of coffee", ["2 cups of coffee"], []],
    ["a pirate ship in a fairy tale", ["pirate ship"], ["fairy tale"]],
    ["a woman holding a rose", ["woman", "rose"], []],
    ["a red bridge under a wizard", ["red bridge", "wizard"], []],
    ["a cat beneath a table", ["cat", "table"], []],
    ["a bottle on a black table", ["bottle", "black table"], []],
    ["lamp above a table", ["lamp", "table"], []],
    ["three or four cats", ["3 cat"], []],
    ["-3 cats", ["3 cat"], ["-3"]],
    ["1000000 cats", ["3 cat"], ["1000000"]],
    ["a dozen cats", ["12 cat"], []],
    ["a fox near a house, standing around", ["fox", "house"], ["standing", "around"]],
    ["a beautiful 8k fox, high quality", ["fox"], ["beautiful", "8k", "high", "quality"]],
    ["aurora over a lake", [], []],
    ["a fox over the sea", ["fox"], ["over"]],
    ["balloons over dunes, watercolour style", ["3 balloon"], []],
    ["a man looking to the left", ["man"], ["looking", "left"]],
    ["a cat, a dog, a fox, a cow, a horse, a lion", ["cat", "dog", "fox", "cow", "horse"], ["lion"]],
  ])("%s", (text, things, ignored) => {
    expect(named(text)).toEqual(things);
    expect(parse(text).ignored).toEqual(ignored);
  });

  test("no word is lost: it is understood, ignored or holds the sentence together", () => {
    const word = fc.oneof(
      fc.constantFrom(
        ..."left right not 0 over inside standing around against near next high beautiful 8k style up tie hair quantum".split(" "),
      ),
      fc.constantFrom(
        ..."fox foxes table boat tree car woman snowman hat scarf bag vase bowl planet house lake forest sky wine".split(" "),
      ),
      fc.constantFrom(..."red navy dark blue golden two three dozen old glass metal wooden soft misty oil watercolour night".split(" ")),
      fc.constantFrom(
        ..."full moon clouds fire truck high heels eyes pair of a the in on with and or wearing holding behind between".split(" "),
      ),
      fc.stringMatching(/^[a-z]{2,7}$/),
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 7 }), (words) => {
        const { understood, ignored } = parse(words.join(" "));
        const told = new Set([...understood, ...ignored].flatMap((phrase) => phrase.split(" ")));
        const isTold = (one: string) => FUNCTION_WORDS.has(one) || told.has(one) || told.has(singular(one)) || /^(?:not|0)$/.test(one);
        expect(words.filter((one) => !isTold(one))).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });

  test("a relation that is followed is understood", () => {
    expect(parse("a cat under an umbrella").understood).toEqual(["cat", "under", "umbrella"]);
  });

  test("a portrait has no room for the cat, and says so", () => {
    expect(parse("portrait of a woman with a cat").ignored).toEqual(["cat"]);
  });
});

describe("where a thing stands in the picture", () => {
  test.each([
    ["a robot on the left and a dragon on the right", ["robot left", "dragon right"]],
    ["on the left a red car, on the right a green car", ["car left", "car right"]],
    ["on the left, a robot; on the right, a dragon", ["robot left", "dragon right"]],
    ["a woman and a man, the woman on the left, the man on the right", ["woman left", "man right"]],
    ["a cat left, a dog on the right side of the picture", ["cat left", "dog right"]],
  ])("%s", (text, sides) => {
    const { spec, understood, ignored } = parse(text);
    expect(spec.subjects.map(({ word, side }) => `${word} ${side}`)).toEqual(sides);
    expect(understood.join(" ")).toMatch(/left.*right/);
    expect(ignored).toEqual([]);
  });

  test("a side in a likeness or from above is not followed, and said so", () => {
    expect(parse("portrait of a woman on the left").ignored).toEqual(["on the left"]);
  });
});

describe("what is one thing stays one thing", () => {
  test.each([
    ["a red fire truck", ["red fire truck"], []],
    ["a pick-up truck", ["pick up truck"], []],
    ["a coffee cup and a wedding cake", ["coffee cup", "wedding cake"], []],
    ["the Eiffel Tower, key light", [], ["eiffel tower", "key light"]],
    ["camera follows a fox", ["fox"], ["camera follows"]],
    ["a woman in red high heels", ["woman"], ["red", "high heels"]],
    ["a lake with clouds", [], []],
    ["a living room with clouds", [], ["clouds"]],
    ["wolf under the full moon", ["wolf"], ["under"]],
  ])("%s", (text, things, ignored) => {
    expect(named(text)).toEqual(things);
    expect(parse(text).ignored).toEqual(ignored);
  });

  test.each([
    ["a boy in a green hat", "wearing"],
    ["snowman with a red scarf", "wearing"],
    ["a woman with a handbag", "holding"],
  ])("%s: not beside them", (text, kind) => expect(scene(text).subjects[1]?.relation).toEqual({ kind, to: 0 }));
});

describe("quoted words", () => {
  test("accents and small letters stay, every quotation is drawn", () => {
    const { spec, understood } = parse("a sign “CAFÉ 24” and “Größe”");
    expect(spec.lettering.map(({ text }) => text)).toEqual(["CAFÉ 24", "Größe"]);
    expect(understood).toEqual(["sign", "“CAFÉ 24”", "“Größe”"]);
  });

  test("what the font cannot write is said and not drawn", () => {
    const { spec, understood, ignored } = parse("“Привет 24” “東京” “안녕”");
    expect(spec.lettering).toMatchObject([{ text: "24" }]);
    expect(understood).toEqual(["“24”"]);
    expect(ignored).toEqual(["Привет", "東京", "안녕"].map((word) => `“${word}” (no letters for it)`));
  });

  test("lines without room are said", () => {
    expect(parse("“one thousand two thousand three thousand four thousand five thousand”").ignored).toEqual(["“five thousand” (no room)"]);
  });
});

describe("weather is seen", () => {
  test.each([
    ["a house in heavy rain, gouache", "meadow", "rain", ["storm", "overcast"]],
    ["boy holding a red umbrella in the rain", "street", "rain", ["storm", "overcast"]],
    ["a forest in fog, render", "forest", "fog", ["overcast"]],
    ["a cabin in falling snow", "snow", "snow", ["overcast", "dawn"]],
    ["a street in heavy snow", "street", "snow", ["overcast", "dawn"]],
    ["a woman in the rain", "street", "rain", ["storm", "overcast"]],
  ])("%s", (text, place, weather, lights) => {
    for (const seed of [1, 2, 3]) {
      const spec = scene(text, "", seed);
      expect([spec.places[0], spec.weather]).toEqual([place, [weather]]);
      expect(lights).toContain(spec.light);
    }
  });

  test("a light that the words name stays", () => {
    expect(scene("a meadow in the rain at sunset").light).toBe("sunset");
  });
});

describe("words mean what people mean by them", () => {
  const icons = (text: string) => scene(text).subjects.map(({ shape }) => (shape.kind === "icon" ? shape.icon : shape.kind));
  test.each([
    ["birds", "bird"],
    ["cars", "automobile"],
    ["bees", "honeybee"],
    ["ball", "soccer-ball"],
    ["box", "package"],
    ["cheese", "cheese-wedge"],
    ["kitten", "cat"],
    ["puppies", "dog"],
    ["armchair", "armchair"],
    ["barn", "hut"],
    ["shop", "convenience-store"],
  ])("%s", (word, icon) => expect(icons(`a ${word}`)).toEqual([icon]));

  test.each(["above", "abandon", "move", "zoom", "gadgets", "paper", "orchestra", "utensil"])("%s is no emoji", (word) => {
    expect(icons(word)).toEqual([]);
  });

  test("emoji alone are their things and scenes", () => {
    expect(scene("🦊 🌊").subjects.map(({ word }) => word)).toEqual(["fox"]);
    expect(parse("🦊🌊")).toMatchObject({ spec: { places: ["beach", "sea"] }, understood: ["fox", "sea"], ignored: [] });
    expect(parse("🐱‍👤").ignored).toHaveLength(2);
  });

  test("an orange is a fruit, an orange car is a colour", () => {
    expect(named("an orange on a table")).toEqual(["orange"]);
    expect(named("an orange car")).toEqual(["orange car"]);
  });

  test.each([
    ["a teddy bear", "studio"],
    ["a bowl of soup", "table"],
  ])("%s stands in no forest", (text, place) => expect(scene(text).places[0]).toBe(place));

  test("fruit lies in its bowl", () => {
    const [fruit, bowl] = scene("a bowl of oranges").subjects;
    expect([fruit?.word, bowl?.word, bowl?.relation]).toEqual(["orange", "bowl", { kind: "inside", to: 0 }]);
  });

  test.each(["from above", "top view", "top-down", "bird's-eye view"])("%s is a camera", (words) => {
    expect(scene(`a city, ${words}`)).toMatchObject({ camera: "top", subjects: [] });
  });

  test("the blue hour is a time", () => {
    expect(scene("a lake at blue hour")).toMatchObject({ light: "dusk", colours: ["blue"] });
  });
});

describe("colours find their thing", () => {
  test.each([
    ["a red, shiny car", ["red car"]],
    ["the car is red and the house is dark blue", ["red car", "dark blue house"]],
    ["a woman in a red dress", ["red woman"]],
    ["a red and blue car", ["red car"]],
    ["a red, a car", ["car"]],
    ["a navy-blue sofa", ["navy sofa"]],
    ["a black table", ["black table"]],
    ["a red planet", ["red planet"]],
    ["a woman with curly red hair", ["woman"]],
    ["a blue-eyed girl", ["girl"]],
    ["a man with a red tie in blue trousers", ["man"]],
  ])("%s", (text, things) => {
    expect(named(text)).toEqual(things);
    expect(scene(text).colours).toEqual(text === "a red, a car" ? ["red"] : []);
  });

  test("a colour of what is not drawn is said, and no wall takes it", () => {
    expect(parse("a cat with a red tail, blue zorgle").ignored).toEqual(["red tail", "blue", "zorgle"]);
  });

  test("a second colour that is not worn is said", () => {
    expect(parse("a red and blue car").ignored).toEqual(["blue"]);
  });
});

describe("a negative prompt removes", () => {
  test("a thing by any of its names", () => {
    expect(named("a boat and a fox", "sailboat")).toEqual(["fox"]);
    expect(named("two foxes", "fox")).toEqual([]);
    expect(named("a man with a dog", "people")).toEqual(["dog"]);
  });

  test("what a scene would add by itself", () => {
    expect(scene("a meadow", "clouds, trees and flowers").without).toEqual(["clouds", "flowers", "trees"]);
  });

  test("what lies on a lake, and not the lake", () => {
    expect(scene("a lake", "reflection")).toMatchObject({ places: ["lake"], without: ["reflection"] });
  });

  test("weather and medium", () => {
    expect(scene("misty forest", "fog").weather).toEqual([]);
    expect(scene("a fox, oil painting", "oil").medium).not.toBe("oil");
  });
});

describe("a scene depends on its seed and nothing else", () => {
  test("the same seed gives the same scene", () => {
    expect(scene("a fox", "", 7)).toEqual(scene("a fox", "", 7));
  });

  test("neighbouring seeds are composed differently", () => {
    const compositions = [1, 2, 3, 4].map((seed) => scene("a sailboat on the sea", "", seed).composition);
    expect(new Set(compositions).size).toBe(4);
  });

  test("neighbouring seeds stand in different light, unless the words name one", () => {
    const lights = (text: string) => new Set([1, 2, 3, 4].map((seed) => scene(text, "", seed).light));
    expect(lights("a fox in a meadow").size).toBe(4);
    expect(lights("a fox in a meadow at noon").size).toBe(1);
  });

  test.each(["a turtle under water", "a turtle beneath the waves", "a turtle below the sea"])(
    "%s is underwater and nowhere else",
    (text) => {
      expect(scene(text, "", 1).places).toEqual(["underwater"]);
    },
  );

  test("a glass is a thing, unless it says what a thing is made of", () => {
    const shapes = (text: string) => scene(text, "", 1).subjects.map((subject) => subject.shape);
    expect(shapes("a glass of wine on a table")).toEqual([{ kind: "lathe", shape: "goblet", material: "glass" }]);
    expect(shapes("amber glass bottle")).toEqual([{ kind: "lathe", shape: "bottle", material: "glass" }]);
  });

  test("things in a vessel stand in it", () => {
    const [flowers, vase] = scene("tulips in a blue vase", "", 1).subjects;
    expect([flowers?.relation, vase?.relation]).toEqual([null, { kind: "inside", to: 0 }]);
    expect(scene("tulips on a table and a vase", "", 1).subjects[1]?.relation).toBeNull();
  });

  test("a named camera is kept by every seed", () => {
    expect([1, 2, 3].map((seed) => scene("close-up of a fox", "", seed).composition)).toEqual(["close-up", "close-up", "close-up"]);
  });
});

test("every noun of the lexicon has its drawing", async () => {
  const { default: nouns } = await import("@/lib/engines/sketch/lexicon/nouns.json");
  const names = Object.entries<string>(nouns);
  expect(names.length).toBeGreaterThan(1500);
  const isDrawn = (word: string, icon: string) =>
    bodyOf(icon, { colour: null, word, isNight: false, isSnowy: false }, new Random("1")) !== null || iconSvg(icon) !== null;
  expect(names.filter(([word, icon]) => !isDrawn(word, icon))).toEqual([]);
});

describe("hostile text is a scene like any other", () => {
  test.each([
    ["empty", ""],
    ["spaces", " \n\t "],
    ["ten thousand words", "fox sea night ".repeat(3334)],
    ["one endless word", "x".repeat(20_000)],
    ["right to left", "ثعلب في الغابة عند الغروب"],
    ["pictures only", "🦊🌊🌅✨"],
    ["control characters", "a\u0001fox\u0007\u001b[31m\u200b at\u202e sea"],
    ["names of object members", "constructor __proto__ toString hasOwnProperty valueOf"],
    ["numbers", "1 22 333 4444 0.5 -7"],
    ["quotes", "“”\"\"''«»“a"],
  ])("%s", (_, text) => {
    const { spec } = parse(text, text);
    expect(spec.places.length).toBeGreaterThan(0);
    expect(parse(text).spec.subjects.length).toBeLessThanOrEqual(5);
  });
});

test("any text and any negative give one scene, and always the same", () => {
  const word = fc.constantFrom(
    "fox",
    "red",
    "two",
    "on",
    "behind",
    ",",
    "oil",
    "night",
    "boats",
    "--",
    "“",
    "hot",
    "air",
    "balloon",
    "dark",
    "snow",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary", maxLength: 300 }),
    fc.array(word, { maxLength: 40 }).map((words) => words.join(" ")),
  );
  fc.assert(
    fc.property(text, text, fc.nat(4_294_967_295), (prompt, negative, seed) => {
      const first = parse(prompt, negative, seed);
      expect(first.spec.places.length).toBeGreaterThan(0);
      expect(JSON.parse(JSON.stringify(first))).toEqual(JSON.parse(JSON.stringify(parse(prompt, negative, seed))));
    }),
    { numRuns: 300 },
  );
});
