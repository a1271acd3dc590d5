import type { PublishedCredentials } from "@/lib/domain/publication/credentials";
import type { ManifestIngredient } from "@/lib/domain/publication/manifest";
import { sniff } from "../sniff";
import { CredentialsError, type Ingredient, readManifestStore, writeManifest } from "./c2pa";
import type { SigningIdentity } from "./signing-identity";

/** What all ingredients together may weigh; the others are named without their bytes. */
const MAX_INGREDIENT_BYTES = 96 * 1024 * 1024;
/** The one type we publish that has no place for a manifest. */
const SIDECAR_TYPE = "video/webm";

export interface SigningWish {
  /** The file that leaves, its XMP already in it. */
  readonly bytes: Uint8Array;
  readonly definition: object;
  readonly ingredients: readonly ManifestIngredient[];
  /** The stored bytes of an ingredient; null when they are gone. */
  read(sha256: string): Promise<Uint8Array | null>;
}

export interface SignedFile {
  readonly bytes: Uint8Array;
  /** Where the type holds no manifest: the manifest. */
  readonly sidecar: Uint8Array | null;
  readonly credentials: Pick<PublishedCredentials, "place" | "signer" | "ingredients">;
}

/**
 * Signs a file with the studio's certificate. What comes back has been read again and holds.
 * @throws CredentialsError when this file cannot be signed; any other error may pass
 */
export async function signFile(wish: SigningWish, identity: SigningIdentity): Promise<SignedFile> {
  const type = sniff(wish.bytes);
  if (type === null) throw new CredentialsError("Nothing is known of this type of file.");
  const ingredients = await withBytes(wish);
  const isSidecar = type === SIDECAR_TYPE;
  const { bytes, manifest } = await writeManifest(
    { bytes: wish.bytes, definition: wish.definition, type, ingredients, isSidecar },
    identity.signer,
  );
  const signed = bytes ?? wish.bytes;
  if (!isSidecar) await mustHold(signed, type, identity.anchor);
  const { name, issuer, kind, fingerprint, validUntil } = identity;
  return {
    bytes: signed,
    sidecar: isSidecar ? manifest : null,
    credentials: {
      place: isSidecar ? "sidecar" : "embedded",
      signer: { name, issuer, kind, fingerprint, validUntil: validUntil.toISOString() },
      ingredients: ingredients.length,
    },
  };
}

async function withBytes({ ingredients, read }: SigningWish): Promise<readonly Ingredient[]> {
  const all: Ingredient[] = [];
  let byteSize = 0;
  for (const { sha256, json } of ingredients) {
    const bytes = await read(sha256);
    const type = bytes && sniff(bytes);
    byteSize += bytes?.byteLength ?? 0;
    const isCarried = bytes !== null && type !== null && type !== SIDECAR_TYPE && byteSize <= MAX_INGREDIENT_BYTES;
    const named = { ...json, format: type ?? "application/octet-stream" };
    all.push({ json: named, type: type ?? "application/octet-stream", bytes: isCarried ? bytes : null });
  }
  return all;
}

/** A file whose own manifest does not hold would tell everybody that it was tampered with: it never leaves. */
async function mustHold(bytes: Uint8Array, type: string, anchor: string): Promise<void> {
  const store = await readManifestStore(bytes, type, anchor);
  const state = typeof store === "object" && store !== null && "validation_state" in store ? store.validation_state : null;
  if (state !== "Valid" && state !== "Trusted") throw new CredentialsError(`The signed file does not hold: ${String(state)}.`);
}
