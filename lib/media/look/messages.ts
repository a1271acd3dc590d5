import { z } from "zod";
import { ContentClasses } from "@/lib/domain/asset/unsafe";

/** Side of the square the network looks at, pixels. */
export const LOOK_SIDE = 224;

/** What the network saw in one picture. */
export const Seen = z.object({
  /** Mean and deviation of every channel of three early blocks, a unit vector for each block: 240 numbers. */
  manner: z.custom<Float32Array<ArrayBuffer>>((value) => value instanceof Float32Array),
  classes: ContentClasses,
});
export type Seen = z.infer<typeof Seen>;

/** One picture to look at: 224 × 224 pixels of three bytes. */
export interface ToThread {
  readonly rgb: Uint8Array;
}

/** `unable`: this machine cannot run the network at all. */
export const FromThread = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("seen"), seen: Seen }),
  z.object({ kind: z.literal("failed"), reason: z.string() }),
  z.object({ kind: z.literal("unable"), reason: z.string() }),
]);
export type FromThread = z.infer<typeof FromThread>;
