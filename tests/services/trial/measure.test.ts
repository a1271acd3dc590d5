import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { Signature } from "@/lib/domain/trial/signature";
import { getEvidence } from "@/lib/services/trial/get-evidence";
import { getTrial } from "@/lib/services/trial/get-trial";
import { cellToMeasure, noteMeasure } from "@/lib/services/trial/measure-cell";
import { requeueUnmeasured } from "@/lib/services/trial/requeue-unmeasured";
import { freshDatabase } from "../../support/database";
import { openStudio, type Studio } from "../../support/studio";
import { aTrial, aTriedPattern } from "../../support/trials";

let studio: Studio;
let versionId: string;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
  versionId = (await aTriedPattern(studio)).versions[0]?.id ?? "";
});

const LOOKS = { palette: [{ l: 0.5, a: 0, b: 0, share: 1 }], hash: "0".repeat(16), grey: "" };
const CLASSES = { drawing: 0, hentai: 0, neutral: 0.1, porn: 0.9, sexy: 0 };
const seen = Signature.parse({ ...LOOKS, method: "mobilenet-1", manner: "", classes: CLASSES });

test("what was measured in an old way is asked for once, replaced once, and never put beside the new; a flag is counted", async () => {
  const { workspaceId, people } = studio;
  const { id: trialId } = await aTrial(studio, versionId, { subjects: 1, seeds: 2 });
  const { assetId } = await db().variant.findFirstOrThrow({ where: { run: { cell: { gridId: trialId, index: 0 } } } });
  await db().rendition.create({
    data: { assetId, name: "thumb", sha256: "a".repeat(64), mimeType: "image/webp", byteSize: 1, width: 1, height: 1 },
  });
  await db().trialMeasure.create({
    data: {
      trialId,
      cellIndex: 0,
      method: "own-1",
      signature: { ...LOOKS, method: "own-1", lightness: [1] },
      fromReferences: { style: 0.5, palette: 0.1 },
    },
  });
  const first = async () => (await getTrial(people.lead, { trialId })).cells[0]?.measure;
  expect(await first()).toMatchObject({ method: "own-1", fromReferences: { style: null, palette: 0.1 }, unsafe: "not-checked" });
  expect([await requeueUnmeasured(), await requeueUnmeasured()]).toEqual([1, 0]);
  expect(await cellToMeasure(workspaceId, trialId, 0)).toMatchObject({ sha256: "a".repeat(64) });
  const notes = [{ style: 0.02, palette: 0.03 }, null].map((fromReferences) =>
    noteMeasure(workspaceId, { trialId, cell: 0, signature: seen, fromReferences }),
  );
  await Promise.all(notes);
  expect(await cellToMeasure(workspaceId, trialId, 0)).toBeNull();
  const measure = await first();
  expect(measure).toMatchObject({ method: "mobilenet-1", unsafe: "unsafe" });
  await noteMeasure(workspaceId, {
    trialId,
    cell: 0,
    signature: { ...seen, hash: "f".repeat(16) },
    fromReferences: { style: 1, palette: 1 },
  });
  expect(await first()).toEqual(measure);
  expect((await getEvidence(people.lead, { versionId }))?.unsafe).toEqual({ checked: 1, flagged: 1 });
});
