import { type Asset, BMFF, JPEG, PNG } from "@trustnxt/c2pa-ts/asset";
import { SuperBox } from "@trustnxt/c2pa-ts/jumbf";
import { ManifestStore, ValidationResult } from "@trustnxt/c2pa-ts/manifest";

// It reads any file of boxes, and asks for the brands of pictures only.
const brands: unknown = Reflect.get(BMFF, "canReadBrands");
if (brands instanceof Set) brands.add("isom");

const C2PA_BOX = Buffer.from("d8fec3d61b0e483c92975828877ec481", "hex");

/** A film as the reader takes it. By its path alone it finds a box only while no other has its name, as XMP and a manifest both have. */
class Film extends BMFF {
  override getBoxByPath(path: string): ReturnType<BMFF["getBoxByPath"]> {
    const found = super.getBoxByPath(path);
    if (found || path !== "/uuid") return found;
    return this.getTopLevelBoxes().find(({ userType }) => userType && C2PA_BOX.equals(userType));
  }
}

/** The reader knows no WebP: this only tells it where the manifest lies; what it says of it stays the reader's own. */
class WebP implements Asset {
  readonly mimeType = "image/webp";
  readonly #file: Buffer;
  constructor(bytes: Uint8Array) {
    this.#file = Buffer.from(bytes);
  }
  static canRead = (bytes: Uint8Array) => Buffer.from(bytes.subarray(8, 12)).toString("latin1") === "WEBP";
  getDataLength = () => this.#file.length;
  getDataRange = async (start = 0, length = this.#file.length - start) => this.#file.subarray(start, start + length);
  getHashExclusionRange(): { start: number; length: number } {
    for (let at = 12; at + 8 <= this.#file.length; ) {
      const size = this.#file.readUInt32LE(at + 4);
      if (this.#file.toString("latin1", at, at + 4) === "C2PA") return { start: at, length: 8 + size };
      at += 8 + size + (size % 2);
    }
    return { start: 0, length: 0 };
  }
  getManifestJUMBF(): Uint8Array | undefined {
    const { start, length } = this.getHashExclusionRange();
    return length === 0 ? undefined : this.#file.subarray(start + 8, start + length);
  }
  dumpInfo = () => "";
  ensureManifestSpace = () => Promise.reject(new Error("It only reads."));
  writeManifestJUMBF = () => Promise.reject(new Error("It only reads."));
}

/** What a reader that is not ours, nor of our library's makers, says of a file: whether its manifest holds, and what does not. */
export async function readIndependently(bytes: Uint8Array): Promise<{ isValid: boolean; failures: string[] } | null> {
  const kind = [JPEG, PNG, WebP, Film].find((each) => each.canRead(bytes));
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
