import { BMFF, JPEG, PNG } from "@trustnxt/c2pa-ts/asset";
import { SuperBox } from "@trustnxt/c2pa-ts/jumbf";
import { ManifestStore, ValidationResult } from "@trustnxt/c2pa-ts/manifest";

// It reads any file of boxes, and asks for the brands of pictures only.
const brands: unknown = Reflect.get(BMFF, "canReadBrands");
if (brands instanceof Set) brands.add("isom");

/** What a reader that is not ours, nor of our library's makers, says of a file: whether its manifest holds, and what does not. */
export async function readIndependently(bytes: Uint8Array): Promise<{ isValid: boolean; failures: string[] } | null> {
  const kind = [JPEG, PNG, BMFF].find((each) => each.canRead(bytes));
  if (!kind) throw new Error("The independent reader does not know this type.");
  const asset = new kind(bytes);
  const stored = asset.getManifestJUMBF();
  if (!stored) return null;
  const result = await ManifestStore.read(SuperBox.fromBuffer(new Uint8Array(stored)))
    .validate(asset)
    .catch((error: unknown) => ValidationResult.fromError(error instanceof Error ? error : new Error(String(error))));
  return { isValid: result.isValid, failures: result.statusEntries.filter(({ success }) => !success).map(({ code }) => String(code)) };
}

/** The manifest store of a PNG, as its chunk holds it. */
export function storeIn(png: Uint8Array): Buffer {
  const file = Buffer.from(png);
  for (let at = 8; at + 12 <= file.length; at += 12 + file.readUInt32BE(at))
    if (file.toString("latin1", at + 4, at + 8) === "caBX") return file.subarray(at + 8, at + 8 + file.readUInt32BE(at));
  throw new Error("This PNG has no manifest.");
}

/** The boxes of the manifests in a store, each with its head. */
export function manifestsIn(store: Buffer): Buffer[] {
  const manifests: Buffer[] = [];
  // Behind the store's own head lies its description; the manifests follow.
  for (let at = 8 + store.readUInt32BE(8); at < store.length; at += store.readUInt32BE(at))
    manifests.push(store.subarray(at, at + store.readUInt32BE(at)));
  return manifests;
}
