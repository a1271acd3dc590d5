import { z } from "zod";

/** What a share link lets its holders do. To decide is not among it, and cannot be added: a decision takes a member. */
export const GUEST_POWERS = ["see", "comment", "mark", "recommend", "download"] as const;
export const GuestPower = z.enum(GUEST_POWERS);
export type GuestPower = z.infer<typeof GuestPower>;

/** Every link shows its cards; what else it allows is chosen. In one order, each once. */
export const GuestPowers = z
  .array(GuestPower)
  .max(GUEST_POWERS.length)
  .refine((powers) => powers.includes("see"), "A link at least shows its cards.")
  .transform((powers) => GUEST_POWERS.filter((power) => powers.includes(power)));

/** What a guest is told who tries more than the link allows. */
export const LACKING_POWER: Readonly<Record<GuestPower, string>> = {
  see: "This link does not show that.",
  comment: "This link does not take comments.",
  mark: "This link does not take marks.",
  recommend: "This link does not take recommendations.",
  download: "This link does not hand out files.",
};
