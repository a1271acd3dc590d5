import sharp from "sharp";
import { colourOf } from "@/lib/engines/sketch/lexicon/colours";
import { parsePrompt } from "@/lib/engines/sketch/parse/parse-prompt";
import { type Lab, labFromRgb } from "@/lib/engines/sketch/raster/colour";
import { Raster } from "@/lib/engines/sketch/raster/image";
import { similarity } from "./similarity";

/** Pictures are judged at this size: what is wrong there is wrong at a glance. */
const JUDGED_SIDE = 96;
/** Two seeds that look more alike than this are one picture. */
const MOST_ALIKE = 0.9;
/** A picture with more of it clipped to plain black or plain white is empty or burnt. */
const MOST_CLIPPED = 0.4;
/** Least spread of lightness of a picture that shows something. */
const LEAST_SPREAD = 0.025;
/** A colour named in the prompt is there when this share of the picture lies within this distance of it (ΔE in OKLab, hue before lightness). */
const COLOUR_REACH = 0.13;
const COLOUR_SHARE = 0.004;
/** Graphite and ink have no colours of their own to show; they are held to everything else. */
const COLOURLESS = new Set(["pencil", "ink"]);

export async function pictureOf(png: Uint8Array): Promise<Raster> {
  const { data, info } = await sharp(png)
    .resize(JUDGED_SIDE, JUDGED_SIDE, { fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return Raster.fromBytes(data, info.width, info.height, 3, info.channels);
}

/** What is wrong with a picture of this prompt, one sentence each; empty when it passes the floor. */
export function faultsOf(picture: Raster, text: string): readonly string[] {
  const { spec } = parsePrompt({ text, negative: "", seed: 1 });
  const labs = labsOf(picture);
  const faults: string[] = [];
  const share = (isCounted: (pixel: number) => boolean) => labs.filter((_, pixel) => isCounted(pixel)).length / labs.length;
  const channels = (pixel: number) => picture.samples.subarray(pixel * 3, pixel * 3 + 3);
  const black = share((pixel) => Math.max(...channels(pixel)) < 2 / 255);
  const white = share((pixel) => Math.min(...channels(pixel)) > 253 / 255);
  if (black > MOST_CLIPPED) faults.push(`${percent(black)} is plain black`);
  if (white > MOST_CLIPPED) faults.push(`${percent(white)} is plain white`);
  const mean = labs.reduce((sum, [lightness]) => sum + lightness, 0) / labs.length;
  const spread = Math.sqrt(labs.reduce((sum, [lightness]) => sum + (lightness - mean) ** 2, 0) / labs.length);
  if (spread < LEAST_SPREAD) faults.push(`nothing can be seen: its lightness spreads by only ${spread.toFixed(3)}`);
  if (COLOURLESS.has(spec.medium)) return faults;
  const named = new Set([...spec.colours, ...spec.subjects.flatMap((subject) => (subject.colour === null ? [] : [subject.colour]))]);
  for (const name of named) {
    const wanted = labFromRgb(...colourOf(name));
    const found = labs.filter((lab) => colourDistance(lab, wanted) < COLOUR_REACH).length / labs.length;
    if (found < COLOUR_SHARE) faults.push(`${name} is not to be seen`);
  }
  return faults;
}

/** What is wrong with two seeds of one prompt. */
export function faultsOfPair(first: Raster, second: Raster): readonly string[] {
  const alike = similarity(first, second);
  return alike > MOST_ALIKE ? [`two seeds look the same (${alike.toFixed(2)})`] : [];
}

/** Light and shade move a colour's lightness more than its hue. */
function colourDistance(a: Lab, b: Lab): number {
  return Math.hypot((a[0] - b[0]) * 0.5, a[1] - b[1], a[2] - b[2]);
}

function labsOf({ samples }: Raster): readonly Lab[] {
  return Array.from({ length: samples.length / 3 }, (_, pixel) =>
    labFromRgb(samples[pixel * 3] ?? 0, samples[pixel * 3 + 1] ?? 0, samples[pixel * 3 + 2] ?? 0),
  );
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}
