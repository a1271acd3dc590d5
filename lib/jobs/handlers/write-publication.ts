import type { Actor } from "@/lib/domain/access/actor";
import { MAX_MARKS_BYTES } from "@/lib/domain/asset/limits";
import { AppError } from "@/lib/domain/errors";
import type { PublishedCredentials } from "@/lib/domain/publication/credentials";
import { digitalSourceUri } from "@/lib/domain/publication/digital-source";
import { manifestOf } from "@/lib/domain/publication/manifest";
import type { VisibleLabel } from "@/lib/domain/publication/visible-label";
import { log } from "@/lib/log";
import { CredentialsError } from "@/lib/media/credentials/c2pa";
import { signFile } from "@/lib/media/credentials/sign-file";
import { SigningIdentityError, signingIdentity } from "@/lib/media/credentials/signing-identity";
import { withInvisibleId } from "@/lib/media/invisible-id/still";
import { outlineOf } from "@/lib/media/outline";
import { perceptualHash } from "@/lib/media/perceptual-hash";
import { prepareFile } from "@/lib/media/prepare-file";
import { withVisibleLabel } from "@/lib/media/visible-label";
import { embedMarks, isCovered, type MarksOutcome } from "@/lib/media/xmp/embed-marks";
import { beginWriting, type PendingPublication } from "@/lib/services/publication/begin-writing";
import { completePublication } from "@/lib/services/publication/complete-publication";
import { failPublication } from "@/lib/services/publication/fail-publication";
import { PublicationSettled } from "@/lib/services/publication/publication-settled";
import type { BlobStore } from "@/lib/storage/blob-store";
import { putFile } from "@/lib/storage/put-file";

/** One more than the queue tries by itself: the sweep's own try is the last before people are asked. */
export const MAX_WRITE_TRIES = 12;

/** The bytes themselves are why it fails: trying again cannot help. The message is for people. */
class Impossible extends Error {}

/**
 * Writes the file of a publication: the approved bytes with our marks beside the provider's, stored, and made the
 * publication's asset. Killed anywhere, it is simply done again: a signature is never the same twice, so what the first try
 * stored is swept as nameless, and the last step happens once. It always ends: what cannot be done, or was tried too often, is said on the publication.
 */
export async function writePublication(job: { workspaceId: string; publicationId: string }, blobs: BlobStore): Promise<void> {
  const { workspaceId, publicationId } = job;
  const studio: Actor = { kind: "system", workspaceId };
  const pending = await beginWriting(workspaceId, publicationId);
  if (!pending) return;
  await writeOrFail(studio, publicationId, pending, blobs).catch((error: unknown) => {
    // Another worker finished, or somebody withdrew it while the file was written: nothing is left to do.
    if (!(error instanceof PublicationSettled)) throw error;
  });
}

async function writeOrFail(studio: Actor, publicationId: string, pending: PendingPublication, blobs: BlobStore): Promise<void> {
  const fail = (reason: string) => failPublication(studio, { publicationId, reason });
  if (pending.tries > MAX_WRITE_TRIES) {
    await fail("The studio stopped again and again while it wrote the file.");
    return;
  }
  try {
    await writeFile(studio, publicationId, pending, blobs);
  } catch (error) {
    const isLast = pending.tries >= MAX_WRITE_TRIES;
    if (error instanceof PublicationSettled || !(error instanceof Impossible || isLast)) throw error;
    log.error("publication", "could not be written", { publicationId }, error);
    await fail(error instanceof Impossible || error instanceof AppError ? error.message : "The file could not be written.");
  }
}

async function writeFile(studio: Actor, publicationId: string, pending: PendingPublication, blobs: BlobStore): Promise<void> {
  const { sourceHash, fileName } = pending;
  const approved = await blobs.read(sourceHash).catch(whenFinal("NOT_FOUND", "The approved file is gone from storage."));
  const { bytes, marks, sidecar, credentials } = await markFile(approved, publicationId, pending, blobs);
  const prepared = await prepareFile(bytes, MAX_MARKS_BYTES).catch((error: unknown) => {
    if (error instanceof AppError) throw new Impossible(`The approved file cannot be used. ${error.message}`, { cause: error });
    throw error;
  });
  const file = await putFile(blobs, bytes, prepared);
  const manifestHash = sidecar && (await blobs.put(sidecar)).sha256;
  // A film looks like its poster.
  const poster = "durationMs" in prepared.facts ? prepared.renditions.find(({ name }) => name === "screen")?.bytes : undefined;
  const looksLike = await perceptualHash(poster ?? bytes);
  const outline = "durationMs" in prepared.facts ? null : await outlineOf(bytes);
  await completePublication(studio, { publicationId, fileName, file, marks, credentials, manifestHash, looksLike, outline });
}

interface MarkedFile {
  readonly bytes: Uint8Array;
  readonly marks: MarksOutcome;
  readonly sidecar: Uint8Array | null;
  readonly credentials: PublishedCredentials;
}

/**
 * The approved file with our marks: XMP first, then a manifest over everything, which keeps the file as it was – with its provider's
 * manifest – among its ingredients. A file that cannot be signed goes out with what marks it can carry, and the publication says so.
 */
async function markFile(
  approved: Uint8Array,
  publicationId: string,
  { record, sourceHash, fileName }: PendingPublication,
  blobs: BlobStore,
): Promise<MarkedFile> {
  const xmp = {
    publicationId,
    digitalSourceUri: record.digitalSourceType && digitalSourceUri(record.digitalSourceType),
    disclosure: record.disclosure.kind,
    sourceHash,
    altText: record.altText,
    credit: record.workspace.name,
    creatorTool: record.making && `${GENERATOR.name} ${GENERATOR.version}`,
  };
  const continues = isCovered(approved);
  const labelled = await drawLabel(approved, record.visibleLabel, continues);
  const hidden = await hideId(labelled.bytes, record.invisibleId, continues);
  const drawn = { invisibleId: hidden.outcome, visibleLabel: labelled.outcome };
  const marked = embedMarks(hidden.bytes, xmp, { signsAnew: true });
  try {
    const manifest = manifestOf({
      record,
      title: fileName,
      generator: GENERATOR,
      continues,
      isMarked: hidden.isMarked,
      isLabelled: labelled.isDrawn,
    });
    const identity = await signingIdentity();
    const { bytes, sidecar, credentials } = await signFile({ bytes: marked.bytes, ...manifest, read: storedIn(blobs) }, identity);
    return {
      bytes,
      marks: marked.outcome,
      sidecar,
      credentials: { ...credentials, reason: null, keepsEarlier: continues, ...drawn },
    };
  } catch (error) {
    // Not this file's fault, and soon put right: nothing leaves unsigned because of it.
    if (error instanceof SigningIdentityError) throw new Impossible(`The file could not be signed. ${error.message}`, { cause: error });
    if (!(error instanceof CredentialsError)) throw error;
    log.error("publication", "cannot be signed", { publicationId }, error);
    const unsigned = embedMarks(hidden.bytes, xmp);
    const nothing = { place: "none", reason: NOT_SIGNABLE, signer: null, ingredients: 0 } as const;
    const credentials = { ...nothing, keepsEarlier: continues, ...drawn };
    return { bytes: unsigned.bytes, marks: unsigned.outcome, sidecar: null, credentials };
  }
}

interface Labelled {
  readonly bytes: Uint8Array;
  readonly isDrawn: boolean;
  readonly outcome: PublishedCredentials["visibleLabel"];
}

/** Draws the label that was asked for. Without it nothing leaves: somebody decided that viewers see it. */
async function drawLabel(approved: Uint8Array, label: VisibleLabel | null, continues: boolean): Promise<Labelled> {
  if (label === null) return { bytes: approved, isDrawn: false, outcome: null };
  const drawn = continues ? null : await withVisibleLabel(approved, label);
  if (!drawn) throw new Impossible("The visible label that was asked for cannot be drawn into this file.");
  return { bytes: drawn, isDrawn: true, outcome: { reason: null } };
}

interface HiddenId {
  readonly bytes: Uint8Array;
  readonly isMarked: boolean;
  readonly outcome: PublishedCredentials["invisibleId"];
}

/** Hides the id that was asked for, and leaves pixels alone that a provider signed. */
async function hideId(approved: Uint8Array, id: string | null, continues: boolean): Promise<HiddenId> {
  const unmarked = (reason: string) => ({ bytes: approved, isMarked: false, outcome: { psnrDb: null, reason } });
  if (id === null) return { bytes: approved, isMarked: false, outcome: null };
  if (continues) return unmarked("The file carries a signed manifest of its provider; its pixels are left alone.");
  const marked = await withInvisibleId(approved, id);
  if (!marked) return unmarked("A picture of this kind (animated, grey or of more than 8 bits) cannot carry it.");
  return { bytes: marked.bytes, isMarked: true, outcome: { psnrDb: Math.round(marked.psnrDb * 10) / 10, reason: null } };
}

const GENERATOR = { name: "Selects", version: "0.1.0" } as const;
const NOT_SIGNABLE = "A file like this one cannot hold it.";

const storedIn = (blobs: BlobStore) => (sha256: string) =>
  blobs.read(sha256).catch((error: unknown) => {
    if (error instanceof AppError && error.code === "NOT_FOUND") return null;
    throw error;
  });

/** Tells a refusal that will be the same next time from a fault that may pass. */
function whenFinal(code: AppError["code"], sentence: string): (error: unknown) => never {
  return (error) => {
    if (error instanceof AppError && error.code === code) throw new Impossible(sentence, { cause: error });
    throw error;
  };
}
