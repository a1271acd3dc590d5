import { z } from "zod";

const Share = z.number().min(0).max(1);

/** What the network takes a picture for, each 0–1; they add up to 1. The names are its makers'. */
export const ContentClasses = z.strictObject({ drawing: Share, hentai: Share, neutral: Share, porn: Share, sexy: Share });
export type ContentClasses = z.infer<typeof ContentClasses>;

/**
 * From here a picture is flagged. The network was trained on photographs and drawings of people; a bowl of oranges in oil reaches 0.5, so the flag
 * begins well above, and it never decides: it asks a person to look.
 */
export const UNSAFE_FROM = 0.7;

/** How likely a picture shows what must not go out unseen: explicit photographs and explicit drawings together. Bare skin alone is not counted. */
export const unsafeShare = ({ hentai, porn }: ContentClasses): number => Math.min(1, hentai + porn);

export const isUnsafe = (classes: ContentClasses): boolean => unsafeShare(classes) >= UNSAFE_FROM;

/** What was found of one picture. `not-checked`: nothing looked, or could look. */
export const UnsafeState = z.enum(["clear", "unsafe", "not-checked"]);
export type UnsafeState = z.infer<typeof UnsafeState>;

export const unsafeState = (classes: ContentClasses | null): UnsafeState =>
  classes === null ? "not-checked" : isUnsafe(classes) ? "unsafe" : "clear";
