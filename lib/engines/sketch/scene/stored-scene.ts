import { z } from "zod";
import type { JsonValue } from "../../engine";
import { SKETCH_REVISION } from "../capabilities";
import { LIGHTS } from "../lexicon/lights";
import { GARMENTS, HAIR_CUTS, isColourName, isHairColour, LEGWEAR, SKINS } from "../lexicon/looks";
import { MEDIA } from "../lexicon/media";
import { PLACES } from "../lexicon/places";
import { LATHE_SHAPES, MOST_DRAWN } from "../lexicon/subjects";
import { BANDS, COMPOSITIONS, FEATURES, RELATIONS, type SceneSpec, SIDES, WOODS } from "../parse/scene-spec";

const ColourName = z.string().refine(isColourName);
const HairColour = z.string().refine(isHairColour);
const Looks = z.object({
  hair: HairColour.exactOptional(),
  cut: z.enum(HAIR_CUTS).exactOptional(),
  beard: z.union([z.enum(["own", "none"]), HairColour]).exactOptional(),
  isBeardLong: z.literal(true).exactOptional(),
  eyes: ColourName.exactOptional(),
  skin: z.enum(SKINS).exactOptional(),
  wears: z.enum(GARMENTS).exactOptional(),
  legwear: z.enum(LEGWEAR).exactOptional(),
  legs: ColourName.exactOptional(),
  shoes: ColourName.exactOptional(),
  isCrowned: z.literal(true).exactOptional(),
  earrings: ColourName.exactOptional(),
});
const Share = z.number().min(-1).max(4);
const Scale = z.number().min(0.2).max(4);
const Shift = z.number().min(-1).max(1);
const ChangedOne = z.object({
  order: z
    .int()
    .min(0)
    .max(MOST_DRAWN - 1),
  colour: ColourName.exactOptional(),
  scale: Scale.exactOptional(),
  shift: Shift.exactOptional(),
  isGone: z.literal(true).exactOptional(),
});
const Relation = z.enum(RELATIONS);
const SubjectShape = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("icon"), icon: z.string() }),
  z.object({ kind: z.literal("lathe"), shape: z.enum(LATHE_SHAPES), material: z.enum(["gloss", "glass", "ceramic", "metal"]) }),
  z.object({ kind: z.literal("figure"), figure: z.enum(["woman", "man", "girl", "boy"]), isOld: z.literal(true).exactOptional() }),
]);

/** A scene as it was stored with a picture. Stored JSON is old and foreign until it fits. */
const StoredScene = z.object({
  revision: z.literal(SKETCH_REVISION),
  seed: z.int(),
  places: z.array(z.enum(PLACES)),
  light: z.enum(LIGHTS),
  medium: z.enum(MEDIA),
  composition: z.enum(COMPOSITIONS),
  camera: z.enum(["close", "medium", "wide", "low", "high", "top"]),
  season: z.enum(["spring", "summer", "autumn", "winter"]).nullable(),
  weather: z.array(z.enum(["fog", "rain", "snow", "wind", "lightning"])),
  mood: z.record(z.enum(["saturation", "contrast", "darker", "warmth", "bloom", "fog"]), Share.optional()),
  colours: z.array(ColourName).max(6),
  placeColours: z
    .array(z.object({ place: z.enum(PLACES), colour: ColourName }))
    .max(PLACES.length)
    .exactOptional(),
  subjects: z
    .array(
      z.object({
        word: z.string(),
        shape: SubjectShape,
        count: z.int().min(1).max(MOST_DRAWN),
        colour: ColourName.nullable(),
        looks: Looks.exactOptional(),
        relation: z.object({ kind: Relation, to: z.int().min(0) }).nullable(),
        side: z.enum(SIDES).exactOptional(),
        isAloft: z.literal(true).exactOptional(),
        isGone: z.literal(true).exactOptional(),
        changed: z.array(ChangedOne).max(MOST_DRAWN).exactOptional(),
        scale: Scale.exactOptional(),
        at: z.number().min(0).max(1).exactOptional(),
        isAdded: z.literal(true).exactOptional(),
        shift: Shift.exactOptional(),
      }),
    )
    .max(5),
  without: z.array(z.enum(FEATURES)),
  lettering: z.array(z.object({ text: z.string().max(120), colour: ColourName.nullable(), band: z.enum(BANDS) })).max(4),
  woods: z.enum(WOODS),
  abstractStyle: z.enum(["geometric", "fluid"]),
  hasPodium: z.boolean(),
  hasHill: z.literal(true).exactOptional(),
  backlight: z.enum(["rim", "silhouette"]).exactOptional(),
  /** Roles of the references that shaped the picture. */
  references: z.array(z.string()).optional(),
});

interface StoredPicture {
  readonly scene: SceneSpec;
  readonly references: readonly string[];
}

function storedPicture(stored: JsonValue | null): StoredPicture | null {
  const parsed = StoredScene.safeParse(stored);
  if (!parsed.success) return null;
  const { revision: _revision, references = [], mood, ...scene } = parsed.data;
  const known = Object.entries(mood).filter((entry): entry is [string, number] => entry[1] !== undefined);
  return { scene: { ...scene, mood: Object.fromEntries(known) }, references };
}

/** The scene of a picture that this revision of Sketch made from words alone, or null: others cannot be painted again from it. */
export function sceneOf(stored: JsonValue | null): SceneSpec | null {
  const picture = storedPicture(stored);
  return picture === null || picture.references.length > 0 ? null : picture.scene;
}

/** References that colour a picture and leave every thing where the words put it. */
const COLOURING: ReadonlySet<string> = new Set(["style", "mood", "composition"]);

/** The scene that says what stands where in a picture that this revision of Sketch made, or null where it does not say so. */
export function layoutOf(stored: JsonValue | null): SceneSpec | null {
  const picture = storedPicture(stored);
  return picture?.references.every((role) => COLOURING.has(role)) ? picture.scene : null;
}
