import { z } from "zod";
import type { PreparedVideo } from "@/lib/domain/asset/media";

/** What the studio tells an inspecting process: how large the file is and may be, and then the bytes it asks for. */
export type ToInspector =
  | { readonly kind: "look"; readonly byteSize: number; readonly maxBytes: number }
  | { readonly kind: "bytes"; readonly id: number; readonly bytes: Uint8Array };

/** What it says: which bytes it wants, and what it found. Code that reads hostile files says it, so its shape is checked. */
export const FromInspector = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("read"), id: z.int(), start: z.int().min(0), end: z.int().min(0) }),
  z.object({ kind: z.literal("prepared"), video: z.custom<PreparedVideo>() }),
  z.object({ kind: z.literal("refused"), code: z.enum(["BAD_INPUT", "TOO_LARGE"]), sentence: z.string() }),
  /** Not the file's fault. */
  z.object({ kind: z.literal("failed"), reason: z.string() }),
]);
export type FromInspector = z.infer<typeof FromInspector>;
