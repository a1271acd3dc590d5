import { z } from "zod";
import { VideoShape } from "../asset/asset-view";
import { PersonName } from "../review/view";
import { Id, Instant, pageOf } from "../wire";
import { PublishedCredentials } from "./credentials";
import { Disclosure } from "./disclosure";
import { PublicationRecord } from "./record";

/**
 * `writing`: decided, its file is being made. `ready`: the file can be taken. `failed`: the file could not be made, and
 * nobody tries until somebody asks. `withdrawn`: taken back; the record stays.
 */
export const PublicationState = z.enum(["writing", "ready", "failed", "withdrawn"]);
export type PublicationState = z.infer<typeof PublicationState>;

export const PublicationView = z.strictObject({
  id: Id,
  cardId: Id,
  cardTitle: z.string(),
  projectId: Id,
  state: PublicationState,
  /** Why the file could not be made; null unless `failed`. */
  failure: z.string().nullable(),
  disclosure: Disclosure,
  /** The published file; null while it is being written. */
  assetId: Id.nullable(),
  sourceAssetId: Id,
  thumbHash: z.string(),
  /** How it plays; null for a picture. */
  video: VideoShape.nullable(),
  width: z.int(),
  height: z.int(),
  /** SHA-256 of the approved and of the published bytes. */
  sourceHash: z.string(),
  publishedHash: z.string().nullable(),
  /** What became of the file's C2PA manifest; null while the file is being written, and for files from before there were any. */
  credentials: PublishedCredentials.nullable(),
  publishedBy: PersonName,
  publishedAt: Instant,
  withdrawnAt: Instant.nullable(),
  version: z.int(),
});
export type PublicationView = z.infer<typeof PublicationView>;

export const PublicationDetail = PublicationView.extend({ record: PublicationRecord });
export type PublicationDetail = z.infer<typeof PublicationDetail>;

export const PublicationPage = pageOf(PublicationView);

/** File and record, as handed out together. */
export const PublicationPackage = z.strictObject({
  publicationId: Id,
  assetId: Id,
  fileName: z.string(),
  record: PublicationRecord,
  file: z.strictObject({ sha256: z.string(), mimeType: z.string(), byteSize: z.int() }),
  /** SHA-256 of the manifest to deliver beside a file whose type holds none, at `/publications/<id>/manifest`; null otherwise. */
  manifestHash: z.string().nullable(),
});
export type PublicationPackage = z.infer<typeof PublicationPackage>;

export function publicationState(publication: {
  readonly assetId: string | null;
  readonly failedAt: Date | null;
  readonly withdrawnAt: Date | null;
}): PublicationState {
  if (publication.withdrawnAt) return "withdrawn";
  if (publication.assetId) return "ready";
  return publication.failedAt ? "failed" : "writing";
}
