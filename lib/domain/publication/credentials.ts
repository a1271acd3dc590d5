import { z } from "zod";
import { Instant } from "../wire";

/** Who signed a published file, as its certificate says. */
export const RecordedSigner = z.strictObject({
  name: z.string(),
  issuer: z.string(),
  /** `local`: this studio's own certificate, which nobody outside has a reason to trust. `configured`: one the operator brought. */
  kind: z.enum(["local", "configured"]),
  validUntil: Instant,
  /** SHA-256 of the certificate. */
  fingerprint: z.string(),
});

/** What became of the C2PA manifest of a published file; learnt while the file was written, and never changed afterwards. */
export const PublishedCredentials = z.strictObject({
  /** `embedded`: in the file. `sidecar`: in a file of its own beside it, because its type holds none. `none`: there is none of ours. */
  place: z.enum(["embedded", "sidecar", "none"]),
  /** Why there is none; null otherwise. */
  reason: z.string().nullable(),
  signer: RecordedSigner.nullable(),
  /** Files named in the manifest as what this one was made of. */
  ingredients: z.int(),
  /** Whether the approved file carried a manifest of its own; it is kept inside ours byte for byte, or the file is as it was. */
  keepsEarlier: z.boolean(),
  /** What became of the invisible id; null when none was asked for. `psnrDb`: how near the pixels stayed to the approved ones. */
  invisibleId: z.strictObject({ psnrDb: z.number().nullable(), reason: z.string().nullable() }).nullable().default(null),
  /** What became of the visible label; null when none was asked for. */
  visibleLabel: z
    .strictObject({ reason: z.string().nullable().meta({ description: "Why it was not drawn; null when it was." }) })
    .nullable()
    .default(null),
});
export type PublishedCredentials = z.infer<typeof PublishedCredentials>;

/** What people read about it, in one sentence. */
export function credentialsSentence({ place, reason, signer }: PublishedCredentials): string {
  if (place === "none" || !signer) return `The file carries no manifest of ours. ${reason ?? ""}`.trim();
  const where = place === "embedded" ? "Signed manifest in the file" : "Signed manifest beside the file";
  return signer.kind === "local"
    ? `${where}, by this studio's own certificate: it shows that nothing was changed since, and others have no reason to trust who signed.`
    : `${where}, by ${signer.name}; ${signer.issuer} vouches for the name.`;
}
