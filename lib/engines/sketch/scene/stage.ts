import { createCanvas, type SKRSContext2D } from "@napi-rs/canvas";
import { colourOf } from "../lexicon/colours";
import type { Feature, SceneSpec, Subject, Weather } from "../parse/scene-spec";
import { mixRgb, type Rgb } from "../raster/colour";
import { Raster } from "../raster/image";
import { clamp } from "../raster/maths";
import { Noise } from "../raster/noise";
import { Random } from "../raster/random";
import { f32, u8c } from "../raster/sample";
import { type Framing, framingOf, fromBelow } from "./framing";
import { resolveLight, type SceneLight } from "./light";

/** Object ids of the G-buffer. Media draw an outline where they change; `SUBJECT` and above get finer strokes. */
export const ID = { SKY: 0, GROUND: 1, FAR: 4, WATER: 20, ROCK: 30, PODIUM: 50, SUBJECT: 60, CUT_OUT: 200, LETTERING: 210 } as const;

/** Ground and place for subjects, left behind by the scene. */
export interface Floor {
  /** y in pixels where a subject stands when nothing shifts it. */
  groundY: number;
  /** How strongly subjects mirror in the ground, 0 = not at all. */
  reflection: number;
  readonly isWater: boolean;
  /** y in pixels where the far end of the ground lies. */
  farY: number;
  /** How far below `groundY` the ground lies at an x, both in pixels, where it is not level. */
  readonly dropAt?: (x: number) => number;
}

/** The colour that the prompt gave a thing. */
export interface NamedThing {
  readonly colour: Rgb;
  /** Whether all of it is of that colour; only the clothes of a person are. */
  readonly isWhole: boolean;
}

/** Rows of a picture, in pixels; all its columns where no width is given. */
export interface Frame {
  readonly top: number;
  readonly height: number;
  readonly width?: number;
}

/** Where painting happens: colour, depth (0 near … 1 far) and object id of each pixel, and what all scenes share. */
export class Stage {
  readonly image: Raster;
  readonly depth: Float32Array;
  readonly ids: Uint8Array;
  /** Object id of the thing that is mirrored at a pixel, or 0. */
  readonly mirroredIds: Uint8Array;
  /** The things with a colour of their own, by object id. */
  readonly named = new Map<number, NamedThing>();
  /** How each thing was laid into the scene, in order: does the same to a larger picture of it, with `above` more rows over and `before` more columns left of it. */
  readonly laid: ((whole: Stage, above: number, before: number) => void)[] = [];
  /** The subject that each painted thing shows, by object id. */
  readonly subjects = new Map<number, Subject>();
  /** Which of its subject's things has that number, counted from 0. */
  readonly orders = new Map<number, number>();
  readonly random: Random;
  /** For what stands in the scene: the same thing stands in the same place, whatever season the place is in. */
  readonly thingRandom: Random;
  readonly noise: Noise;
  readonly secondNoise: Noise;
  readonly light: SceneLight;
  readonly framing: Framing;
  /** Named colours of the prompt. */
  readonly colours: readonly Rgb[];
  /** One thousandth-ish of the shorter side: every size in a scene is in these, so that a preview shows what the final will. */
  readonly unit: number;
  readonly fog: number;
  readonly sunX: number;
  sunY = 0;
  /** y in pixels. */
  horizon: number;
  floor: Floor;
  /** Direction to the light: x right, y down, z to the viewer. */
  readonly lightDirection: readonly [number, number, number];

  private readonly sheet: SKRSContext2D;

  constructor(
    readonly spec: SceneSpec,
    readonly width: number,
    readonly height: number,
    /** The rows that the scene was composed in; what lies above and below continues it. */
    readonly frame: Frame = { top: 0, height },
    /** A scene whose light and framing this one takes over: another stretch of the same country. */
    like: Stage | null = null,
  ) {
    const place = spec.places[0] ?? "abstract";
    this.image = new Raster(width, height, 3);
    this.sheet = createCanvas(width, height).getContext("2d");
    this.depth = new Float32Array(width * height).fill(1);
    this.ids = new Uint8Array(width * height);
    this.mirroredIds = new Uint8Array(width * height);
    this.random = new Random(`${spec.seed}|${spec.places.join()}`);
    this.thingRandom = new Random(`${spec.seed}|${place}|things`);
    this.noise = new Noise(`${spec.seed}n`);
    this.secondNoise = new Noise(`${spec.seed}m`);
    this.unit = Math.min(frame.width ?? width, frame.height) / 1024;
    this.colours = spec.colours.map(colourOf);
    const isIndoors = place === "studio" || place === "portrait" || place === "table" || place === "interior";
    const light = resolveLight(spec.light, isIndoors ? [] : this.colours, isIndoors ? 0 : this.random.range(-9, 9));
    this.light = like?.light ?? light;
    const framing = framingOf(spec.composition, new Random(`${spec.seed}|framing`));
    this.framing = like?.framing ?? (spec.camera === "low" ? fromBelow(framing) : framing);
    this.fog = (this.hasWeather("fog") ? 0.55 : 0) + (spec.mood.fog ?? 0);
    // Light from behind comes from behind the things.
    this.sunX = (spec.backlight === undefined ? this.framing.sunX : this.framing.subjectX) * width;
    this.horizon = frame.top + Math.round(frame.height * 0.6);
    this.floor = { groundY: this.down(0.86), reflection: 0, isWater: false, farY: this.down(0.62) };
    this.lightDirection = [((this.sunX - width / 2) / width) * 1.6, -0.75, 0.65];
  }

  /** Sets the horizon to the scene's own height, moved by the composition and kept inside the picture. */
  setHorizon(share: number): void {
    const below = Math.round(this.frame.height * clamp(share + this.framing.horizonShift, 0.24, 0.82));
    this.horizon = this.frame.top + below;
    this.sunY = this.frame.top + this.light.sunHeight * below + (this.light.sunHeight > 0.4 ? 0 : 20 * this.unit);
  }

  /** y in pixels at a share of the height that the scene was composed in. */
  down(share: number): number {
    return this.frame.top + this.frame.height * share;
  }

  without(feature: Feature): boolean {
    return this.spec.without.includes(feature);
  }

  hasWeather(weather: Weather): boolean {
    return this.spec.weather.includes(weather);
  }

  hasPlace(place: SceneSpec["places"][number]): boolean {
    return this.spec.places.includes(place);
  }

  /** Paints over one pixel with opacity `alpha`. */
  blend(pixel: number, red: number, green: number, blue: number, alpha: number): void {
    const at = pixel * 3;
    const samples = this.image.samples;
    const r = f32(samples, at);
    const g = f32(samples, at + 1);
    const b = f32(samples, at + 2);
    samples[at] = r + (red - r) * alpha;
    samples[at + 1] = g + (green - g) * alpha;
    samples[at + 2] = b + (blue - b) * alpha;
  }

  set(pixel: number, red: number, green: number, blue: number): void {
    const at = pixel * 3;
    this.image.samples[at] = red;
    this.image.samples[at + 1] = green;
    this.image.samples[at + 2] = blue;
  }

  /** A copy of the colours, for reflections. */
  snapshot(): Float32Array {
    return this.image.samples.slice();
  }

  /** Draws with a canvas and lays the result over the picture. `depth` may depend on the pixel; null keeps depth and id. */
  layer(draw: (context: SKRSContext2D) => void, depth: number | ((pixel: number) => number) | null, id: number): void {
    const pixels = this.drawn(draw);
    const count = this.width * this.height;
    for (let i = 0; i < count; i++) {
      const alpha = u8c(pixels, i * 4 + 3) / 255;
      if (alpha === 0) continue;
      this.blend(i, u8c(pixels, i * 4) / 255, u8c(pixels, i * 4 + 1) / 255, u8c(pixels, i * 4 + 2) / 255, alpha);
      if (alpha > 0.5 && depth !== null) {
        this.depth[i] = typeof depth === "number" ? depth : depth(i);
        this.ids[i] = id;
      }
    }
  }

  /**
   * RGBA bytes of a drawing on an empty sheet the size of the picture. All drawings share one canvas: a street has thirty
   * layers, and a canvas for each would hold hundreds of megabytes until the next collection.
   */
  drawn(draw: (context: SKRSContext2D) => void): Uint8ClampedArray {
    const context = this.sheet;
    context.clearRect(0, 0, this.width, this.height);
    context.save();
    draw(context);
    context.restore();
    return context.getImageData(0, 0, this.width, this.height).data;
  }

  /** A colour seen through `distance` (0–1) of air. */
  air(colour: Rgb, distance: number): Rgb {
    return mixRgb(colour, mixRgb(this.light.horizon, this.light.middle, 0.25), clamp(distance * 0.85 + this.fog * distance));
  }
}
