import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readManifestStore, writeManifest } from "@/lib/media/credentials/c2pa";
import { makeLocalIdentity } from "@/lib/media/credentials/local-identity";
import { signFile } from "@/lib/media/credentials/sign-file";
import { loadIdentity, type SigningIdentity } from "@/lib/media/credentials/signing-identity";
import { embedMarks, isCovered } from "@/lib/media/xmp/embed-marks";
import { manifestsIn, readIndependently, storeIn } from "../../support/manifests";
import { picture } from "../../support/pictures";
import { clip } from "../../support/videos";

const XMP = {
  publicationId: "019a0000-0000-7000-8000-000000000001",
  digitalSourceUri: "http://cv.iptc.org/newscodes/digitalsourcetype/algorithmicMedia",
  disclosure: "ai-generated-label",
  sourceHash: "ab".repeat(32),
  altText: "A lamp.",
  credit: "Studio",
  creatorTool: null,
};
const definition = {
  claim_version: 2,
  title: "Hero picture",
  claim_generator_info: [{ name: "Selects", version: "0.1.0" }],
  assertions: [
    { label: "c2pa.actions.v2", data: { actions: [{ action: "c2pa.created", digitalSourceType: XMP.digitalSourceUri }] } },
    { label: "app.selects.publication", data: { publicationId: XMP.publicationId } },
  ],
};

let folder: string;
let identity: SigningIdentity;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "selects-signing-"));
  const files = await makeLocalIdentity(join(folder, "signing"), new Date());
  identity = await loadIdentity(files.certificate, files.key, "local");
});
afterAll(() => rm(folder, { recursive: true }));

const sign = (bytes: Uint8Array) =>
  signFile({ bytes: embedMarks(bytes, XMP).bytes, definition, ingredients: [], read: async () => null }, identity);

const FILES: Readonly<Record<string, { make(): Promise<Uint8Array>; type: string }>> = {
  PNG: { make: () => picture(160, 100).png().toBuffer(), type: "image/png" },
  JPEG: { make: () => picture(160, 100).jpeg().toBuffer(), type: "image/jpeg" },
  WebP: { make: () => picture(160, 100).webp().toBuffer(), type: "image/webp" },
  AVIF: { make: () => picture(160, 100).avif({ effort: 0 }).toBuffer(), type: "image/avif" },
  GIF: { make: () => picture(160, 100).gif().toBuffer(), type: "image/gif" },
  MP4: { make: () => clip({ frames: 6 }), type: "video/mp4" },
};
/** What the independent reader knows. */
const READ_BY_OTHERS = new Set(["PNG", "JPEG", "WebP", "AVIF", "MP4"]);

const stateOf = (store: unknown) => expect.objectContaining({ validation_state: store });

describe("a signed file", () => {
  for (const [name, { make, type }] of Object.entries(FILES)) {
    test(`${name}: its manifest holds, and one changed byte is found out`, async () => {
      const { bytes, credentials, sidecar } = await sign(await make());
      expect([credentials.place, sidecar, credentials.signer?.kind]).toEqual(["embedded", null, "local"]);
      const store = await readManifestStore(bytes, type, identity.anchor);
      expect(store).toEqual(stateOf("Trusted"));
      expect(await readManifestStore(bytes, type, null)).toEqual(stateOf("Valid"));
      const tampered = Buffer.from(bytes);
      const at = Math.floor(name === "AVIF" || name === "MP4" ? tampered.length - 40 : tampered.length * 0.995 - 20);
      tampered[at] = (tampered[at] ?? 0) ^ 0x55;
      expect(await readManifestStore(tampered, type, identity.anchor)).toEqual(stateOf("Invalid"));
      if (!READ_BY_OTHERS.has(name)) return;
      expect(await readIndependently(bytes)).toEqual({ isValid: true, failures: [] });
      expect(await readIndependently(tampered)).toMatchObject({ isValid: false });
    });
  }

  test("WebM: the manifest lies beside the file, whose bytes stay", async () => {
    const marked = embedMarks(await clip({ format: "webm", frames: 6 }), XMP).bytes;
    const signed = await signFile({ bytes: marked, definition, ingredients: [], read: async () => null }, identity);
    expect(signed.credentials.place).toBe("sidecar");
    expect(Buffer.from(signed.bytes).equals(marked)).toBe(true);
    expect(Buffer.from(signed.sidecar ?? []).toString("latin1", 4, 8)).toBe("jumb");
  });

  test("the manifest of its provider lies inside ours byte for byte, and so do those of references", async () => {
    const provider = await sign(await picture(160, 100).png().toBuffer());
    const reference = await sign(await picture(90, 90, "#223344").png().toBuffer());
    expect(isCovered(provider.bytes)).toBe(true);
    const stored: Readonly<Record<string, Uint8Array>> = { approved: provider.bytes, reference: reference.bytes };
    const ingredients = [
      { sha256: "approved", json: { title: "The approved file", relationship: "parentOf", instance_id: "xmp:iid:1" } },
      { sha256: "reference", json: { title: "Reference (style)", relationship: "inputTo", instance_id: "xmp:iid:2" } },
      { sha256: "gone", json: { title: "Reference (mood)", relationship: "inputTo", instance_id: "xmp:iid:3" } },
    ] as const;
    const actions = [{ action: "c2pa.opened", parameters: { ingredientIds: ["xmp:iid:1"] } }, { action: "c2pa.published" }];
    const continued = { ...definition, assertions: [{ label: "c2pa.actions.v2", data: { actions } }] };
    const marked = embedMarks(provider.bytes, XMP, { signsAnew: true });
    expect(marked.outcome).toBe("embedded");
    const ours = await signFile(
      { bytes: marked.bytes, definition: continued, ingredients, read: async (sha256) => stored[sha256] ?? null },
      identity,
    );
    expect(ours.credentials.ingredients).toBe(3);
    const store = storeIn(ours.bytes);
    expect(manifestsIn(store)).toHaveLength(3);
    for (const before of [provider, reference])
      for (const manifest of manifestsIn(storeIn(before.bytes))) expect(store.includes(manifest)).toBe(true);
    expect(await readIndependently(ours.bytes)).toEqual({ isValid: true, failures: [] });
  });

  test("a file that cannot be signed is refused, and the next one is signed all the same", async () => {
    const broken = Buffer.concat([(await picture(40, 40).png().toBuffer()).subarray(0, 60)]);
    const wish = { bytes: broken, type: "image/png", definition, ingredients: [], isSidecar: false };
    await expect(writeManifest(wish, identity.signer)).rejects.toThrow();
    expect((await sign(await picture(40, 40).png().toBuffer())).credentials.place).toBe("embedded");
  });
});
