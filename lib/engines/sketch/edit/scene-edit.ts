import { type Looks, partOf } from "../lexicon/looks";
import type { Mood } from "../lexicon/moods";
import { type Figure, isHeadwear, isNeckwear } from "../lexicon/subjects";
import { forbiddenBy } from "../parse/negative";
import { ordersOf } from "../parse/one-of";
import type { SceneSpec, Season, Subject } from "../parse/scene-spec";
import { singular } from "../parse/tokens";
import type { Raster } from "../raster/image";
import { f32, u8 } from "../raster/sample";
import type { Stage } from "../scene/stage";
import type { EditStep, Target } from "./edit-plan";
import { inTheAir } from "./in-the-air";
import { EditRefusal } from "./refusal";
import { chosenAmong, hasColour, type Look, type Thing, thingsOf, withChanged } from "./things";
import { weatherNamed } from "./weather-word";

/** The scene after the steps, or null when one of them is about pixels or about something the scene does not hold. `look` says what is seen. */
export function editedScene(scene: SceneSpec, steps: readonly EditStep[], look: Look): SceneSpec | null {
  let edited: SceneSpec | null = scene;
  for (const step of steps) {
    edited = edited === null ? null : afterStep(edited, step, look);
  }
  return edited;
}

/** Where nothing grows a season is seen in its light alone. */
const SEASON_MOODS: Readonly<Record<Season, Mood>> = {
  spring: { saturation: 1.1 },
  summer: { saturation: 1.12, warmth: 0.03 },
  autumn: { warmth: 0.06 },
  winter: {},
};

function afterStep(scene: SceneSpec, step: EditStep, look: Look): SceneSpec | null {
  switch (step.kind) {
    case "light":
      return { ...scene, light: step.light };
    case "medium":
      return { ...scene, medium: step.medium };
    case "weather":
      return { ...scene, weather: [...new Set([...scene.weather, step.weather])].sort() };
    case "season":
      return {
        ...scene,
        season: step.season,
        mood: { ...scene.mood, ...SEASON_MOODS[step.season] },
        weather:
          step.season === "winter"
            ? [...new Set([...scene.weather, "snow" as const])].sort()
            : scene.weather.filter((weather) => weather !== "snow"),
      };
    case "mood":
      return { ...scene, mood: { ...scene.mood, ...step.mood } };
    case "remove":
      return withoutTarget(scene, step.target, look);
    case "recolour":
      // A colour of the scene would tint its mountains and its light, too: of the sky the pixels alone take it.
      return step.target.region === "sky" || (step.isAlone && step.target.region !== null)
        ? null
        : recoloured(scene, step.target, step.colour, look);
    case "replace":
      return replaced(scene, step.target, step.subject, look);
    case "look":
      return withLook(scene, step, look);
    case "scale":
      return withChanged(scene, thingsToPlace(scene, step.target, look), { scale: step.factor });
    case "add":
      return withAddition(scene, step);
    case "move":
      return withChanged(scene, thingsToPlace(scene, step.target, look), { shift: step.shift });
    case "fill":
    case "extend":
    case "enlarge":
    case "remove-background":
      return null;
  }
}

function isNamed(subject: Subject, word: string): boolean {
  if (subject.isGone) return false;
  // Some plurals are nouns of their own in the lexicon: "cars" are the car all the same.
  const one = (noun: string) => singular(noun).replace(/([^s])s$/, "$1");
  return forbiddenBy(word).forbids(subject.word) || forbiddenBy(one(word)).forbids(one(subject.word));
}

/** The things a target means. One named by its word is meant whatever colour it turned out to have. */
function meantBy(scene: SceneSpec, target: Target, look: Look): readonly Thing[] {
  const { region, word, colour } = target;
  if (region !== null || (word === null && colour === null)) return [];
  const named = thingsOf(scene.subjects.filter((subject) => word === null || isNamed(subject, word)));
  const exact = colour === null ? named : named.filter((thing) => hasColour(thing, colour));
  const meant = exact.length > 0 || word === null ? exact : named;
  return meant.length === 0 ? [] : chosenAmong(meant, target, scene, look);
}

/** A scene that is known does not hold the thing: looking for it in the pixels would take another one. */
function absent(scene: SceneSpec, word: string): EditRefusal {
  const held = scene.subjects.filter((subject) => !subject.isGone).map((subject) => subject.word);
  const shows = held.length === 0 ? "It shows no single thing." : `It shows: ${[...new Set(held)].join(", ")}.`;
  return new EditRefusal(`There is no ${word} in this picture that Sketch could change. ${shows} Mark another part with a mask.`);
}

function withoutTarget(scene: SceneSpec, target: Target, look: Look): SceneSpec | null {
  const meant = meantBy(scene, target, look);
  // Its place stays empty: the rest stands where it stood.
  if (meant.length > 0) return withChanged(scene, meant, { isGone: true });
  const features = target.word === null ? [] : forbiddenBy(target.word).features;
  const weather = target.word === null ? null : weatherNamed(target.word);
  if (weather !== null) return { ...scene, weather: scene.weather.filter((own) => own !== weather) };
  if (features.length > 0) return { ...scene, without: [...new Set([...scene.without, ...features])].sort() };
  if (target.word !== null) throw absent(scene, target.word);
  return null;
}

function recoloured(scene: SceneSpec, target: Target, colour: string, look: Look): SceneSpec | null {
  const isIndoors = scene.places.some((place) => place === "studio" || place === "portrait" || place === "table" || place === "interior");
  if (target.region === "background" && isIndoors) return { ...scene, colours: [colour, ...scene.colours.slice(1)] };
  const meant = wearers(scene, target) ?? meantBy(scene, target, look);
  if (meant.length === 0 && target.word !== null) throw absent(scene, target.word);
  return meant.length === 0 ? null : withChanged(scene, meant, { colour });
}

/** The person whose clothes are meant, or null: of a person the clothes alone have a colour of their own. */
function wearers(scene: SceneSpec, { word }: Target): readonly Thing[] | null {
  if (
    word === null ||
    !(partOf(word)?.kind === "garment" || /^(?:clothe|clothing|garment)$/.test(word)) ||
    scene.subjects.some((subject) => isNamed(subject, word))
  )
    return null;
  const people = scene.subjects.filter((subject) => subject.shape.kind === "figure" && !subject.isGone);
  return people.length === 0 ? null : thingsOf(people);
}

function replaced(scene: SceneSpec, target: Target, by: Subject, look: Look): SceneSpec {
  const things = meantBy(scene, target, look);
  if (things.length === 0) throw absent(scene, target.word ?? "such thing");
  const meant = new Set(things.map(({ subject }) => subject));
  if (things.length < thingsOf(meant).length)
    throw new EditRefusal(
      `Sketch can put a ${by.word} in the place of every ${target.word ?? "one"} or of none. Mark the one with a mask, and say “a ${by.word}”.`,
    );
  const isPortrait = scene.places[0] === "portrait";
  if (isPortrait && [...meant].some(({ relation }) => relation !== null) && !isWearable(by))
    throw new EditRefusal(`Sketch cannot put a ${by.word} there. Mark with a mask where it goes.`);
  const subjects = scene.subjects.map((subject) => (meant.has(subject) ? inPlaceOf(subject, by) : subject));
  // What is no person sits for no portrait: it stands in a studio.
  const isSitter = !isPortrait || subjects[0]?.shape.kind === "figure";
  return { ...scene, subjects: isSitter ? subjects : subjects.slice(0, 1), places: isSitter ? scene.places : ["studio"] };
}

/** Somebody else wears the same and looks the same, as far as nothing else was said. */
function inPlaceOf(subject: Subject, by: Subject): Subject {
  const { looks: former = {}, ...rest } = subject;
  const isPerson = subject.shape.kind === "figure" && by.shape.kind === "figure";
  if (!isPerson) return { ...rest, word: by.word, shape: by.shape, colour: by.colour };
  const figure = by.shape.kind === "figure" ? by.shape.figure : "man";
  const looks = { ...lookingLike(figure, former), ...by.looks };
  return {
    ...rest,
    word: by.word,
    shape: by.shape,
    colour: by.colour ?? subject.colour,
    ...(Object.keys(looks).length > 0 ? { looks } : {}),
  };
}

/** A woman takes over no beard, a man no dress. */
function lookingLike(figure: Figure, { beard, wears, ...rest }: Looks): Looks {
  const isFemale = figure === "woman" || figure === "girl";
  return {
    ...rest,
    ...(beard === undefined || figure !== "man" ? {} : { beard }),
    ...(wears === undefined || (wears === "dress" && !isFemale) ? {} : { wears }),
  };
}

/** Trousers take the place of a dress, and a dress that of trousers. */
function changed(former: Looks, looks: Looks): Looks {
  const { wears, legwear, legs, ...rest } = former;
  const isDress = (garment: Looks["wears"]) => garment === "dress" || garment === "robe";
  return {
    ...rest,
    ...(wears === undefined || (looks.legwear !== undefined && isDress(wears)) ? {} : { wears }),
    ...(isDress(looks.wears) || legwear === undefined ? {} : { legwear }),
    ...(isDress(looks.wears) || legs === undefined ? {} : { legs }),
    ...looks,
  };
}

export function isWearable({ shape }: Subject): boolean {
  return shape.kind === "icon" && (isHeadwear(shape.icon) || isNeckwear(shape.icon));
}

/** The people of a scene look so. Jeans and shoes may be things of their own: then they take the colour. */
function withLook(scene: SceneSpec, { target, looks, colour }: Extract<EditStep, { kind: "look" }>, look: Look): SceneSpec | null {
  const { word } = target;
  const own = looks.legs ?? looks.shoes ?? colour;
  if (word !== null && own !== null && scene.subjects.some((subject) => isNamed(subject, word)))
    return recoloured(scene, target, own, look);
  const isPerson = ({ shape, isGone }: Subject) => shape.kind === "figure" && !isGone;
  if (!scene.subjects.some(isPerson)) throw absent(scene, "person");
  const after = (subject: Subject): Subject => ({
    ...subject,
    colour: colour ?? subject.colour,
    looks: changed(subject.looks ?? {}, looks),
  });
  if (scene.places[0] === "portrait" && (looks.legwear !== undefined || looks.shoes !== undefined))
    throw new EditRefusal(`A portrait does not show the ${word ?? "legs"}.`);
  return { ...scene, subjects: scene.subjects.map((subject) => (isPerson(subject) ? after(subject) : subject)) };
}

/** The things that take another size or place: without a word those that the picture is of. */
function thingsToPlace(scene: SceneSpec, target: Target, look: Look): readonly Thing[] {
  const first = scene.subjects.find((subject) => ordersOf(subject).length > 0);
  const isUnnamed = target.word === null && target.colour === null;
  const meant = isUnnamed && first !== undefined ? thingsOf([first]) : meantBy(scene, target, look);
  if (meant.length === 0 || scene.places[0] === "portrait") throw absent(scene, target.word ?? "such thing");
  return meant;
}

/** A bird beside a ship is a dot; in a picture it is near enough to be seen as one. */
const NEARER = 1.5;

function withAddition(scene: SceneSpec, { subject, anchor, isPlain }: Extract<EditStep, { kind: "add" }>): SceneSpec | null {
  if (isPlain && scene.subjects.some((other) => isNamed(other, subject.word))) {
    const { count } = subject;
    return {
      ...scene,
      subjects: scene.subjects.map((other) =>
        isNamed(other, subject.word) ? { ...other, count, colour: subject.colour ?? other.colour } : other,
      ),
    };
  }
  const isPortrait = scene.places[0] === "portrait";
  const onPerson = scene.subjects.some((other) => other.shape.kind === "figure" && anchor !== null && isNamed(other, anchor.word));
  if (anchor?.kind === "wearing" || (isWearable(subject) && (onPerson || (isPortrait && anchor === null)))) return withGift(scene, subject);
  if (anchor !== null && !scene.subjects.some((other) => isNamed(other, anchor.word))) throw absent(scene, anchor.word);
  if (scene.subjects.length >= 5 || isPortrait) return null;
  const to = scene.subjects.length;
  const held = scene.subjects.map((other) =>
    anchor !== null && isNamed(other, anchor.word) ? { ...other, relation: { kind: anchor.kind, to } } : other,
  );
  const added: Subject = { ...subject, relation: null, isAdded: true };
  return { ...scene, subjects: [...held, anchor === null ? inTheAir(added, NEARER) : added] };
}

/** "Give her a red hat": worn where it is headwear, else held. */
function withGift(scene: SceneSpec, subject: Subject): SceneSpec {
  const person = scene.subjects.findIndex(({ shape, isGone }) => shape.kind === "figure" && !isGone);
  if (person < 0) throw absent(scene, "person");
  const isWorn = isWearable(subject);
  if (scene.subjects.length >= 5 || (scene.places[0] === "portrait" && !isWorn))
    throw new EditRefusal(`Sketch cannot give this person a ${subject.word}. Mark with a mask where it goes.`);
  const relation = { kind: isWorn ? ("wearing" as const) : ("holding" as const), to: person };
  return { ...scene, subjects: [...scene.subjects, { ...subject, relation, isAdded: true }] };
}

/** The scene without the things that lie mostly under the mask, or null where there are none: then the mask means something else. */
export function withoutMasked(stage: Stage, mask: Raster): SceneSpec | null {
  const seen = new Map<number, { all: number; under: number }>();
  for (let pixel = 0; pixel < stage.ids.length; pixel++) {
    const id = u8(stage.ids, pixel);
    if (!stage.subjects.has(id)) continue;
    const tally = seen.get(id) ?? { all: 0, under: 0 };
    tally.all++;
    if (f32(mask.samples, pixel) > 0.5) tally.under++;
    seen.set(id, tally);
  }
  const gone = [...seen].flatMap(([id, { all, under }]) => {
    const subject = stage.subjects.get(id);
    return subject !== undefined && under > MOSTLY * all ? [{ subject, order: stage.orders.get(id) ?? 0 }] : [];
  });
  return gone.length === 0 ? null : withChanged(stage.spec, gone, { isGone: true });
}

/** Share of a thing under a mask from which the mask means the thing. */
const MOSTLY = 0.6;
