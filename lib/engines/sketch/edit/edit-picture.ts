import sharp from "sharp";
import type { AspectRatio } from "@/lib/domain/prompt/recipe";
import type { EngineReport, JsonValue } from "../../engine";
import { SKETCH_REVISION } from "../capabilities";
import type { SceneSpec } from "../parse/scene-spec";
import { Raster } from "../raster/image";
import { mix } from "../raster/maths";
import { f32, u8 } from "../raster/sample";
import { prepareReferences, type ReferenceBytes } from "../references/prepare";
import { stageOfScene } from "../scene/own-things";
import type { Stage } from "../scene/stage";
import { layoutOf, sceneOf } from "../scene/stored-scene";
import { editPixels } from "./edit-pixels";
import type { EditPlan, EditStep } from "./edit-plan";
import { enlarged, extended, repaintedBeyond, withAlpha } from "./grow-picture";
import { paintScene, settleMemory, studyOf } from "./paint-scene";
import { parseInstruction } from "./parse-instruction";
import { EditRefusal } from "./refusal";
import { opacityWithoutBackground } from "./remove-background";
import { editedScene, withoutMasked } from "./scene-edit";
import { isChangeSeen } from "./seen-change";
import { readMask, readSource, type SourcePicture } from "./source-picture";
import { seenThings } from "./things";
import { withKnownTraces, withSeenTraces } from "./traces";

/** What is done beside the words: `words` follows them alone. */
export const EDIT_OPERATIONS = ["words", "extend", "cut-out", "enlarge"] as const;
export type EditOperation = (typeof EDIT_OPERATIONS)[number];

export interface EditRequest {
  readonly text: string;
  readonly negative: string;
  readonly seed: number;
  readonly operation: EditOperation;
  /** What `extend` extends to. */
  readonly aspectRatio: AspectRatio;
  /** 0–1: how much of the edit is seen; the rest is the picture as it was. */
  readonly strength: number;
  /** A larger picture is scaled down to this long side first. Pixels. */
  readonly maxSide: number;
  readonly image: Uint8Array;
  /** The scene stored with the picture when Sketch made it, else null. */
  readonly scene: JsonValue | null;
  readonly mask: Uint8Array | null;
  /** Style, mood, product and character references of weight above 0. */
  readonly references: readonly ReferenceBytes[];
}

export interface EditedPicture {
  readonly png: Uint8Array;
  readonly width: number;
  readonly height: number;
  readonly report: EngineReport;
}

/** What an edit needs to know before it starts: a request that passes may still be refused for what its bytes hold. */
export interface EditWishes {
  readonly text: string;
  readonly negative: string;
  readonly operation: EditOperation;
  readonly hasMask: boolean;
  readonly hasReferences: boolean;
}

export function planOf({ text, negative, operation, hasMask }: EditWishes): EditPlan {
  const plan = parseInstruction(text, negative);
  const own: EditStep | null =
    operation === "extend"
      ? { kind: "extend" }
      : operation === "cut-out"
        ? { kind: "remove-background" }
        : operation === "enlarge"
          ? { kind: "enlarge" }
          : null;
  if (own !== null && !plan.steps.some((step) => step.kind === own.kind)) return { ...plan, steps: [...plan.steps, own] };
  const saysNothing = plan.steps.length === 0 && plan.ignored.length === 0;
  return hasMask && saysNothing ? { ...plan, steps: [{ kind: "fill" }] } : plan;
}

/** Why these wishes cannot be an edit, as a sentence, or null. */
export function refusalOfEdit(wishes: EditWishes): string | null {
  const plan = planOf(wishes);
  if (plan.refusal !== null) return plan.refusal;
  const everywhere = plan.steps.find((step) => step.kind === "remove" && step.target.region !== null);
  if (everywhere !== undefined && !wishes.hasMask)
    return "Sketch cannot take away the sky or the ground: nothing lies behind them. Recolour them, remove the background, or mark a part with a mask.";
  if (plan.steps.some((step) => step.kind === "fill") && !wishes.hasMask) return "Say what to remove, or mark it with a mask.";
  if (plan.steps.length > 0 || wishes.hasReferences) return null;
  if (plan.ignored.length === 0)
    return "Say what should change, for example “make it night” or “remove the boat”, or mark a part with a mask.";
  return `Sketch understands none of these words as a change: ${plan.ignored.slice(0, 6).join(", ")}. Try “make it night”, “recolour the car blue” or “as ink drawing”.`;
}

/**
 * Edits one picture from its request alone: the same request gives the same bytes. Outside the mask not one pixel changes, except
 * that the shadow and the mirror image of what is taken away go with it.
 * Throws `EditRefusal` with a sentence when the picture, the mask or the words do not allow the edit, `UnreadableReference`
 * when a reference cannot be decoded.
 */
export async function editPicture(request: EditRequest, onProgress: (share: number) => void = () => undefined): Promise<EditedPicture> {
  const wishes = { ...request, hasMask: request.mask !== null, hasReferences: request.references.length > 0 };
  const refusal = refusalOfEdit(wishes);
  if (refusal !== null) throw new EditRefusal(refusal);
  const plan = planOf(wishes);
  const source = await readSource(request.image, request.maxSide);
  const given = request.mask === null ? null : await readMask(request.mask, source.width, source.height);
  onProgress(0.1);
  const scene = given === null && request.references.length === 0 ? sceneOf(request.scene) : null;
  const content = plan.steps.filter((step) => step.kind !== "extend" && step.kind !== "enlarge" && step.kind !== "remove-background");
  const known = scene === null ? null : editedScene(scene, content, (shown) => seenThings(stageSmall(shown, source)));
  if (known !== null && content.length > 0 && isSame(known, scene)) throw unseen(plan);
  const { unmasked, mask } = underMask(request, source, given, content);
  let { bytes } = source;
  let { width, height, alpha } = source;
  if (content.length > 0 || request.references.length > 0) {
    const edited =
      unmasked !== null
        ? // By the hand that painted it: at the rim of the mask the strokes go on.
          await paintScene(unmasked, width, height, unmasked.seed)
        : known === null
          ? await editForeign(request, source, mask, content)
          : await paintScene(known, width, height, request.seed);
    onProgress(0.6);
    bytes = laidOver(source, edited, mask, request.strength);
    if (request.strength >= SEEN_FROM && content.length > 0 && !isChangeSeen(source, bytes)) throw unseen(plan);
  }
  await settleMemory();
  const asks = (kind: EditStep["kind"]) => plan.steps.some((step) => step.kind === kind);
  // Steps on the pixels leave every thing where it stood, unless they add or take away.
  const layout = known ?? (content.every(({ kind }) => LEAVES_THINGS.has(kind)) ? layoutOf(request.scene) : null);
  // Before the picture grows: a mask says which of the pixels that were sent are kept.
  if (asks("remove-background")) {
    const picture = Raster.fromBytes(bytes, width, height, 3, 3);
    alpha = given === null ? opacityWithoutBackground(studyOf(picture, layout), alpha) : opacityOf(given, alpha);
  }
  onProgress(0.8);
  if (asks("extend"))
    ({ bytes, alpha, width, height } =
      (alpha === null && known !== null ? await repaintedBeyond(bytes, width, height, known, content.length === 0, request) : null) ??
      extended({ bytes, alpha, width, height }, request, layout, asks("remove-background") ? 0 : 255));
  if (asks("enlarge"))
    ({ bytes, alpha, width, height } = await enlarged(bytes, alpha, width, height, content.length === 0 ? scene : known, request));
  const png = await encode(bytes, alpha, width, height);
  // What shows exactly a scene can be edited as a scene again.
  const isScene = known !== null && request.strength === 1 && !asks("extend");
  const stored: JsonValue = JSON.parse(
    JSON.stringify(
      isScene ? { ...known, revision: SKETCH_REVISION, references: [], edit: plan.steps } : { edit: plan.steps, scene: known },
    ),
  );
  return { png, width, height, report: { understood: plan.understood, ignored: plan.ignored, scene: stored } };
}

/** Long side at which things are looked at, in pixels: enough to tell which is left of which. */
const LOOKED_AT = 256;

function stageSmall(scene: SceneSpec, { width, height }: SourcePicture): Stage {
  const share = Math.min(1, LOOKED_AT / Math.max(width, height));
  return stageOfScene(scene, Math.max(16, Math.round(width * share)), Math.max(16, Math.round(height * share)));
}

const LEAVES_THINGS: ReadonlySet<EditStep["kind"]> = new Set(["light", "medium", "weather", "season", "mood", "recolour", "look"]);

function isSame(after: SceneSpec, before: SceneSpec | null): boolean {
  return JSON.stringify(after) === JSON.stringify(before);
}

/** An edit that is done and not seen would be a lie. */
function unseen({ understood }: EditPlan): EditRefusal {
  return new EditRefusal(
    `Sketch read “${understood.join(", ")}”, but the picture would look the same: it is so already, or this picture has nothing to show it on. Say something else, or mark a part with a mask.`,
  );
}

/** An edit of less strength may be too faint to be seen. */
const SEEN_FROM = 0.3;

interface UnderMask {
  /** What stood behind the things under the mask, where they go and the scene is known; else null. */
  readonly unmasked: SceneSpec | null;
  /** What may change: what was marked and, where things go, the shadow and the mirror image that would stay behind. */
  readonly mask: Raster | null;
}

function underMask(request: EditRequest, source: SourcePicture, mask: Raster | null, steps: readonly EditStep[]): UnderMask {
  const isRemoval = steps.length > 0 && steps.every(({ kind }) => kind === "fill" || kind === "remove");
  if (mask === null || !isRemoval || request.references.length > 0) return { unmasked: null, mask };
  const { width, height } = source;
  const scene = sceneOf(request.scene);
  if (scene === null) return { unmasked: null, mask: withSeenTraces(mask, Raster.fromBytes(source.bytes, width, height, 3, 3)) };
  const before = stageOfScene(scene, width, height);
  const unmasked = withoutMasked(before, mask);
  return { unmasked, mask: unmasked === null ? mask : withKnownTraces(mask, before, stageOfScene(unmasked, width, height)) };
}

async function editForeign(request: EditRequest, source: SourcePicture, mask: Raster | null, steps: readonly EditStep[]): Promise<Raster> {
  const { width, height } = source;
  const references = await prepareReferences(request.references, width, height);
  const picture = Raster.fromBytes(source.bytes, width, height, 3, 3);
  return editPixels({ picture, study: studyOf(picture, layoutOf(request.scene)), mask, references, seed: request.seed }, steps);
}

/** The edit seen through mask and strength. A pixel outside the mask keeps the byte it came with. */
function laidOver(source: SourcePicture, edited: Raster, mask: Raster | null, strength: number): Uint8Array {
  const bytes = source.bytes.slice();
  const painted = edited.toRgbBytes();
  for (let pixel = 0; pixel < source.width * source.height; pixel++) {
    const share = (mask === null ? 1 : f32(mask.samples, pixel)) * strength;
    if (share === 0) continue;
    for (let k = 0; k < 3; k++) {
      const i = pixel * 3 + k;
      bytes[i] = Math.round(mix(u8(bytes, i), u8(painted, i), share));
    }
  }
  return bytes;
}

/** With a mask the person has said what to keep. */
function opacityOf(mask: Raster, alpha: Uint8Array | null): Uint8Array {
  return Uint8Array.from(mask.samples, (share, pixel) => Math.round(share * (alpha === null ? 255 : u8(alpha, pixel))));
}

async function encode(bytes: Uint8Array, alpha: Uint8Array | null, width: number, height: number): Promise<Uint8Array> {
  const joined = alpha === null ? bytes : withAlpha(bytes, alpha);
  return sharp(Buffer.from(joined), { raw: { width, height, channels: alpha === null ? 3 : 4 } })
    .png({ compressionLevel: 6, adaptiveFiltering: false, palette: false })
    .toBuffer();
}
