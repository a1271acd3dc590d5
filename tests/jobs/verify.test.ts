import { readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, describe, expect, test } from "vitest";
import type { Verification } from "@/lib/domain/publication/verification";
import { env } from "@/lib/env";
import { writePublication } from "@/lib/jobs/handlers/write-publication";
import { makeLocalIdentity } from "@/lib/media/credentials/local-identity";
import { signFile } from "@/lib/media/credentials/sign-file";
import { loadIdentity, signingIdentity } from "@/lib/media/credentials/signing-identity";
import { lookAt } from "@/lib/media/examination/look-at";
import { getPublication } from "@/lib/services/publication/get-publication";
import { markedSizes } from "@/lib/services/publication/marked-sizes";
import { publicationPackage } from "@/lib/services/publication/publication-package";
import { publish } from "@/lib/services/publication/publish";
import { recogniseFile } from "@/lib/services/publication/recognise-file";
import { withdrawPublication } from "@/lib/services/publication/withdraw-publication";
import { editCard } from "@/lib/services/review/edit-card";
import { blobStore } from "@/lib/storage/current";
import { verifyFile } from "@/lib/uploads/verify-file";
import { anApproved, aPublication, LABEL } from "../services/publication/publications";
import { aCard } from "../services/review/cards";
import { addAsset } from "../support/assets";
import { freshDatabase } from "../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { storeIn } from "../support/manifests";
import { noisePng, picture, SVG, withoutPngChunk, withPngChunk, withRightSums } from "../support/pictures";

const ACTIONS = {
  label: "c2pa.actions.v2",
  data: { actions: [{ action: "c2pa.created", digitalSourceType: "http://cv.iptc.org/newscodes/digitalsourcetype/digitalCapture" }] },
};

let studio: ReviewStudio;
let publicationId: string;
let approved: Buffer;
let published: Buffer;

/** Nothing even in it, as a picture worth publishing has. */
async function something(): Promise<Buffer> {
  const soft = await sharp(await noisePng(64))
    .resize(640, 520, { kernel: "cubic", fit: "fill" })
    .blur(4)
    .png()
    .toBuffer();
  return picture(640, 520)
    .composite([{ input: soft, blend: "soft-light" }])
    .removeAlpha()
    .png()
    .toBuffer();
}

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  approved = await something();
  const asset = await addAsset(studio.people.operator, { bytes: approved });
  ({ id: publicationId } = await aPublication(studio, { variantId: (await aVariant(studio, { asset })).id }, { invisibleId: true }));
  await writePublication({ workspaceId: studio.workspaceId, publicationId }, blobStore());
  const { file } = await publicationPackage(studio.people.lead, { publicationId });
  published = Buffer.from(await blobStore().read(file.sha256));
});

/** As the page does, without the process of its own. */
async function ask(bytes: Uint8Array): Promise<Verification> {
  const path = join(tmpdir(), `selects-verify-${process.pid}`);
  await writeFile(path, bytes);
  try {
    const { anchor } = await signingIdentity();
    const actor = studio.people.reviewer;
    return await recogniseFile(actor, { file: await lookAt({ path, anchor, sizes: await markedSizes(actor, {}) }) });
  } finally {
    await rm(path);
  }
}

const send = (body: Uint8Array, actor = studio.people.reviewer) =>
  verifyFile(new Request("http://studio.test/api/v1/verify", { method: "POST", body: new Uint8Array(body) }), actor);

describe("what the studio knows of a file", () => {
  test("our own: by its bytes, its manifest and its invisible id; looked at apart, and nothing of it is kept", async () => {
    const answer = await send(published);
    expect(answer).toMatchObject({
      verdict: "This is exactly the file that was published as “Hero picture”.",
      tone: "ok",
      file: { manifest: { finding: "ours", publicationId, actions: ["c2pa.created", "c2pa.watermarked.unbound", "c2pa.published"] } },
      publications: [{ publicationId, by: ["same-bytes", "manifest", "invisible-id", "xmp", "likeness"], distance: 0 }],
    });
    await expect(send(SVG)).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(send(new Uint8Array(9))).rejects.toMatchObject({ code: "BAD_INPUT" });
    expect(await readdir(join(env().dataDir, "uploads"))).toEqual([]);
  });

  test("saved again as a smaller JPEG, or cut: by its invisible id", async () => {
    const again = await ask(await sharp(published).resize(480, 390).jpeg({ quality: 75 }).toBuffer());
    expect(again).toMatchObject({ tone: "warn", file: { manifest: { finding: "none" } }, publications: [{ publicationId }] });
    expect(again.verdict).toMatch(/its manifest is gone, .* It shows the same as the published picture all over\.$/);
    const cut = await ask(await sharp(published).extract({ left: 43, top: 21, width: 540, height: 430 }).jpeg({ quality: 80 }).toBuffer());
    expect(cut.publications[0]?.by).toContain("invisible-id");
    expect(cut.verdict).toMatch(/It has another shape; whether what is left of it was changed is not known\.$/);
  });

  test("painted over and saved again: its invisible id does not make it ours, and where it differs is said", async () => {
    const box = { create: { width: 120, height: 100, channels: 3 as const, background: "#ff00ff" } };
    const painted = await sharp(published)
      .composite([{ input: box, left: 420, top: 380 }])
      .png()
      .toBuffer();
    const answer = await ask(painted);
    expect(answer).toMatchObject({ tone: "bad", publications: [{ publicationId, isChanged: true }] });
    expect(answer.publications[0]?.by).toContain("invisible-id");
    expect(answer.verdict).toMatch(/does not show the same as the published picture: about [3-7] % of it differs, at the lower right\.$/);
  });

  test("tampered with: it says so before anything else, and where it comes from", async () => {
    const bytes = Buffer.from(published);
    const at = bytes.length - 200;
    bytes[at] = (bytes[at] ?? 0) ^ 0x55;
    const answer = await ask(bytes);
    expect(answer).toMatchObject({ tone: "bad", file: { manifest: { finding: "tampered" } } });
    const inside = await ask(withPngChunk(published, "tEXt", Buffer.from("Comment\0mine")));
    expect(inside).toMatchObject({ tone: "bad", file: { isDamaged: false }, publications: [{ by: ["invisible-id", "xmp", "likeness"] }] });
    expect(answer.verdict).toBe("This file was changed after it was signed. It names “Hero picture”, which proves nothing.");
    const madeFrom = "By its invisible id it was made from “Hero picture”. It shows the same as the published picture all over.";
    expect(inside.verdict).toBe(`This file was changed after it was signed. ${madeFrom}`);
    // Our own words in it, another publication put in their place: the manifest covers them too.
    const foreign = Buffer.from("019a0000-0000-7000-8000-000000000001", "latin1");
    const at2 = published.indexOf(`selects:Publication="${publicationId}"`) + 'selects:Publication="'.length;
    const edited = Buffer.concat([published.subarray(0, at2), foreign, published.subarray(at2 + foreign.length)]);
    expect(await ask(withRightSums(edited))).toMatchObject({
      tone: "bad",
      file: { manifest: { finding: "tampered", publicationId }, xmpPublicationId: foreign.toString(), isDamaged: false },
      verdict: `This file was changed after it was signed. ${madeFrom}`,
    });
  });

  test("without its manifest it is known by its marks, and that nothing proves them is said; another's manifest is told from its own", async () => {
    const stripped = await ask(withoutPngChunk(published, "caBX"));
    expect(stripped).toMatchObject({ tone: "warn", publications: [{ by: ["invisible-id", "xmp", "likeness"], distance: 0 }] });
    expect(stripped.verdict).toBe(
      "This was made from what was published as “Hero picture”: its manifest is gone, and its invisible id is still there. " +
        "It shows the same as the published picture all over.",
    );
    const asset = await addAsset(studio.people.operator, { bytes: await picture(320, 200, "#00aa44").png().toBuffer() });
    const cardId = await aCard(studio);
    await editCard(studio.people.lead, { cardId, change: { title: "Spare picture" } });
    const attempt = await anApproved(studio, { variantId: (await aVariant(studio, { asset })).id }, cardId);
    const { publicationId: spareId } = await publish(studio.people.lead, { ...attempt, disclosure: LABEL });
    await writePublication({ workspaceId: studio.workspaceId, publicationId: spareId }, blobStore());
    const { file } = await publicationPackage(studio.people.lead, { publicationId: spareId });
    const spare = Buffer.from(await blobStore().read(file.sha256));
    expect((await ask(withoutPngChunk(spare, "caBX"))).verdict).toBe(
      "The file says that it is “Spare picture”. It carries no manifest, and nothing proves what it says.",
    );
    const pasted = await ask(withPngChunk(withoutPngChunk(published, "caBX"), "caBX", storeIn(spare)));
    expect(pasted).toMatchObject({ tone: "bad", file: { manifest: { finding: "tampered", publicationId: spareId } } });
    expect(pasted.verdict).toBe(
      "The manifest in this file belongs to “Spare picture”, and the rest of it does not. By its invisible id it was made from “Hero picture”. " +
        "It shows the same as the published picture all over.",
    );
    const other = await ask(withPngChunk(withoutPngChunk(spare, "caBX"), "caBX", storeIn(published)));
    expect(other.verdict).toBe(
      "The manifest in this file belongs to “Hero picture”, and the rest of it does not. It looks very much like “Spare picture”.",
    );
  });

  test("somebody else's: a signature of theirs is told apart from ours, and a picture without any says nothing", async () => {
    const folder = join(tmpdir(), `selects-other-${process.pid}`);
    const files = await makeLocalIdentity(folder, new Date());
    const other = await loadIdentity(files.certificate, files.key, "local");
    const definition = { claim_version: 2, title: "x", claim_generator_info: [{ name: "Other" }], assertions: [ACTIONS] };
    const foreign = await picture(300, 200, "#00aa44").png().toBuffer();
    const signed = await signFile({ bytes: foreign, definition, ingredients: [], read: async () => null }, other);
    expect(await ask(signed.bytes)).toMatchObject({ tone: "neutral", file: { manifest: { finding: "other-signer" } }, publications: [] });
    expect(await ask(foreign)).toMatchObject({ tone: "neutral", file: { manifest: { finding: "none" } }, publications: [] });
    await rm(folder, { recursive: true });
  });

  test("the approved file is known too; another workspace knows nothing; a withdrawn publication is said to be", async () => {
    expect((await ask(approved)).verdict).toMatch(/^This is the file that was approved for “Hero picture”/);
    const other = await aStudio();
    const { file } = await ask(published);
    expect((await recogniseFile(other.people.lead, { file })).publications).toEqual([]);
    await withdrawPublication(studio.people.lead, { publicationId, reason: "Too early." });
    expect(await ask(published)).toMatchObject({ tone: "warn", verdict: expect.stringContaining("withdrawn since") });
    expect(await getPublication(studio.people.lead, { publicationId })).toMatchObject({ state: "withdrawn" });
  });
});
