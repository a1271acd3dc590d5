import { z } from "zod";
import { PlainText } from "../prompt/recipe";

const Note = PlainText.trim().max(500);

/** What may be done with a picture, as far as its people said. Nothing said means nothing is known, not that all is allowed. */
export const AssetRights = z
  .strictObject({
    /** Where it came from: photographer, agency, address, shoot. */
    source: Note.default(""),
    licence: Note.default(""),
    /** Do the people shown agree? `not-needed`: nobody can be recognised. */
    consent: z.enum(["unknown", "not-needed", "given", "refused"]).default("unknown"),
    /** Last day the licence or consent holds, `YYYY-MM-DD`; null = no end. */
    expiresOn: z.iso.date().nullable().default(null),
  })
  .meta({ description: "Source, licence, consent and expiry of an asset." });
export type AssetRights = z.infer<typeof AssetRights>;

export const UNKNOWN_RIGHTS: AssetRights = { source: "", licence: "", consent: "unknown", expiresOn: null };

/** Rights hold through the whole of their last day, by the calendar of Greenwich. */
export function areRightsExpired(rights: AssetRights, now: Date): boolean {
  return rights.expiresOn !== null && now.toISOString().slice(0, 10) > rights.expiresOn;
}
