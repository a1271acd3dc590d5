import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { glimpseAt, INDEX_STEP, placeOf } from "@/lib/domain/asset/gallery";
import { UNKNOWN_RIGHTS } from "@/lib/domain/asset/rights";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { describeRights } from "@/lib/services/asset/describe-rights";
import { galleryGlance } from "@/lib/services/asset/gallery-glance";
import { galleryIndex } from "@/lib/services/asset/gallery-index";
import { galleryRows } from "@/lib/services/asset/gallery-rows";
import { getAsset } from "@/lib/services/asset/get-asset";
import { getThumbFiles } from "@/lib/services/asset/get-thumb-files";
import { listAssets } from "@/lib/services/asset/list-assets";
import { restoreAsset } from "@/lib/services/asset/restore-asset";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { person } from "../../api/people";
import { addAsset } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { anAsset, aVariant } from "../../support/factory";
import { openStudio } from "../../support/studio";

let actor: PersonActor;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  actor = { kind: "member", ...(await person("operator")), role: "operator" };
});

const auditOf = (subjectId: string) => db().auditEvent.findMany({ where: { subjectId }, orderBy: { id: "asc" } });

describe("lists", () => {
  test("newest first, page by page, each once, nothing of another workspace", async () => {
    const other = await person();
    const ids: string[] = [];
    for (let count = 0; count < 5; count += 1) ids.unshift((await addAsset(actor)).id);
    await addAsset(other);
    const first = await listAssets(actor, { limit: 3 });
    const second = await listAssets(actor, { limit: 3, ...(first.next ? { cursor: first.next } : {}) });
    expect([...first.items, ...second.items].map(({ id }) => id)).toEqual(ids);
    expect(second.next).toBeNull();
  });

  test("by part of the name in any case; % and _ are letters", async () => {
    for (const fileName of ["Harbour_dawn.png", "harbour-dusk.png", "50% grey.png"]) await addAsset(actor, { fileName });
    const names = async (name: string) => (await listAssets(actor, { name })).items.map(({ fileName }) => fileName);
    expect(await names("HARBOUR")).toEqual(["harbour-dusk.png", "Harbour_dawn.png"]);
    expect(await names("r_d")).toEqual(["Harbour_dawn.png"]);
    expect(await names("50%")).toEqual(["50% grey.png"]);
  });

  test("what a run made is known by the first words of its prompt, and found by any of them", async () => {
    const studio = await openStudio();
    const { assetId } = await aVariant(studio, { promptId: await studio.prompt({ text: "a 50% grey heron\nat the harbour" }) });
    await anAsset(studio);
    const found = async (name: string) => (await listAssets(studio.people.operator, { name })).items.map(({ title }) => title);
    expect(await found("GREY heron")).toEqual(["a 50% grey heron"]);
    expect(await found("the harbour")).toEqual(["a 50% grey heron"]);
    expect(await found("picture")).toEqual(["picture.png", "a 50% grey heron"]);
    expect(await found("50_ grey")).toEqual([]);
    expect(await getAsset(studio.people.operator, { assetId })).toMatchObject({ title: "a 50% grey heron", fileName: "picture.png" });
  });

  test("by origin", async () => {
    await addAsset(actor);
    expect((await listAssets(actor, { origin: "output" })).items).toEqual([]);
    expect((await listAssets(actor, { origin: "upload" })).items).toHaveLength(1);
  });

  test("an asset reads as measured, with its addresses", async () => {
    const { id } = await addAsset(actor, { fileName: "../../etc/pass\u202ewd.png" });
    expect(await getAsset(actor, { assetId: id })).toMatchObject({
      fileName: "etc pass wd.png",
      mimeType: "image/png",
      width: 640,
      height: 400,
      rights: UNKNOWN_RIGHTS,
      urls: { thumb: `/assets/${id}/thumb`, screen: `/assets/${id}/screen`, original: `/assets/${id}/original` },
      version: 0,
    });
  });
});

describe("the gallery", () => {
  const found = async (filter: Partial<AssetFilter>) => {
    const rows = await galleryRows(actor, { filter: AssetFilter.parse(filter), limit: 200 });
    return rows.map(({ title }) => title);
  };

  test("reaches every row from the index, in the order of the list, with its colour", async () => {
    const many = INDEX_STEP + 230;
    await db().asset.createMany({
      data: Array.from({ length: many }, (_, n) => ({
        workspaceId: actor.workspaceId,
        kind: "image" as const,
        origin: "upload" as const,
        fileName: `File ${n}`,
        mimeType: "image/png",
        byteSize: 1,
        sha256: "a".repeat(64),
        width: 640,
        height: 320,
        thumbHash: "3OcRJYB4d3h/iIeHeEh3eIhw+j2w",
      })),
    });
    const filter = AssetFilter.parse({});
    const all = await db().asset.findMany({ where: { workspaceId: actor.workspaceId }, orderBy: { id: "desc" }, select: { id: true } });
    const index = await galleryIndex(actor, { filter });
    expect(index.total).toBe(many);
    expect(index.entries).toEqual([all[0]?.id, all[INDEX_STEP]?.id]);
    for (const row of [0, 90, INDEX_STEP - 1, INDEX_STEP, many - 1]) {
      const place = placeOf(index, row);
      const at = { skip: place?.skip ?? 0, ...(place?.from ? { from: place.from } : {}) };
      expect((await galleryRows(actor, { filter, limit: 1, ...at }))[0]?.id).toBe(all[row]?.id);
      const { glance } = await galleryGlance(actor, { filter, limit: 2, ...at });
      expect(glimpseAt(glance, 0)).toMatchObject({ aspect: 2 });
    }
    expect(await galleryIndex({ ...actor, ...(await person()), kind: "member" }, { filter })).toMatchObject({ total: 0, entries: [] });
  });

  test("finds by words and fields, AND, OR and NOT; a search that cannot be read is refused with its sentence", async () => {
    const studio = await openStudio();
    actor = studio.people.operator;
    const heron = await aVariant(studio, { quality: "draft", promptId: await studio.prompt({ text: "a grey heron" }) });
    await aVariant(studio, { promptId: await studio.prompt({ text: "a red boat" }) });
    await addAsset(actor, { fileName: "50% grey.png" });
    await chooseVariants(actor, { choices: [{ variantId: heron.id, flag: "pick", rating: 4, colour: "blue" }] });
    expect(await found({ search: "grey" })).toEqual(["50% grey.png", "a grey heron"]);
    expect(await found({ search: "grey is:output" })).toEqual(["a grey heron"]);
    expect(await found({ search: "heron OR boat" })).toEqual(["a red boat", "a grey heron"]);
    expect(await found({ search: "is:output -heron" })).toEqual(["a red boat"]);
    expect(await found({ search: "50%" })).toEqual(["50% grey.png"]);
    expect(await found({ search: "rating:>=3 engine:sketch by:operator is:draft cost:>0 since:2020-01-01" })).toEqual(["a grey heron"]);
    expect(await found({ flag: "pick" })).toEqual(["a grey heron"]);
    expect(await found({ rating: 5 })).toEqual([]);
    expect(await found({ colour: "blue", rating: 4 })).toEqual(["a grey heron"]);
    expect(await found({ flag: "none", kind: "image" })).toEqual(["50% grey.png", "a red boat"]);
    await expect(galleryRows(actor, { filter: { search: "(grey" } })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("what is chosen of a variant is chosen of its file, and counts its version up", async () => {
    const studio = await openStudio();
    const { operator } = studio.people;
    const variant = await aVariant(studio);
    await chooseVariants(operator, { choices: [{ variantId: variant.id, flag: "reject", colour: "red" }] });
    const [row] = await galleryRows(operator, { filter: {} });
    expect(row).toMatchObject({ id: variant.assetId, variantId: variant.id, flag: "reject", rating: 0, colour: "red", version: 1 });
  });

  test("gives the small pictures of many files, in order, and nobody else's", async () => {
    const mine = await addAsset(actor);
    const theirs = await addAsset(await person());
    const files = await getThumbFiles(actor, { assetIds: [theirs.id, mine.id] });
    expect(files[0]).toBeNull();
    expect(files[1]?.byteSize).toBeGreaterThan(0);
  });
});

describe("rights", () => {
  const rights = { source: "Studio shoot", licence: "Own", consent: "given" as const, expiresOn: "2030-01-31" };

  test("are described as a whole, with a trace", async () => {
    const { id } = await addAsset(actor);
    expect(await describeRights(actor, { assetId: id, version: 0, rights })).toMatchObject({ rights, version: 1 });
    expect((await auditOf(id)).map(({ verb }) => verb)).toEqual(["asset.describe-rights"]);
  });

  test("of two people who change the same version one wins and the other is told", async () => {
    const { id } = await addAsset(actor);
    const outcomes = await Promise.allSettled([1, 2, 3, 4].map(() => describeRights(actor, { assetId: id, version: 0, rights })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await expect(describeRights(actor, { assetId: id, version: 0, rights })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("a day that does not exist is refused", async () => {
    const { id } = await addAsset(actor);
    const wrong = describeRights(actor, { assetId: id, version: 0, rights: { ...rights, expiresOn: "2030-02-31" } });
    await expect(wrong).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});

describe("deleting", () => {
  async function promptWith(assetId: string, frozenAt: Date | null) {
    const { workspaceId, memberId } = actor;
    const project = await db().project.create({ data: { workspaceId, name: "p", createdById: memberId } });
    const board = await db().board.create({ data: { workspaceId, projectId: project.id, name: "b" } });
    const recipe = { text: "t", engineId: "e", modelId: "m", modelRevision: "1", controls: {}, seeds: {}, count: 1 };
    const prompt = await db().prompt.create({
      data: {
        ...recipe,
        workspaceId,
        boardId: board.id,
        createdById: memberId,
        references: { create: { position: 0, assetId, role: "style", weight: 1 } },
      },
    });
    if (frozenAt) await db().prompt.update({ where: { id: prompt.id }, data: { frozenAt } });
  }

  test("hides an asset everywhere, and restoring undoes it", async () => {
    const { id } = await addAsset(actor);
    await deleteAsset(actor, { assetId: id });
    await expect(getAsset(actor, { assetId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listAssets(actor, {})).items).toEqual([]);
    expect((await listAssets(actor, { deleted: true })).items).toHaveLength(1);
    await restoreAsset(actor, { assetId: id });
    expect(await getAsset(actor, { assetId: id })).toMatchObject({ id, version: 2 });
    expect((await auditOf(id)).map(({ verb }) => verb)).toEqual(["asset.delete", "asset.restore"]);
  });

  test("twice at once happens once", async () => {
    const { id } = await addAsset(actor);
    const outcomes = await Promise.allSettled([1, 2, 3, 4, 5].map(() => deleteAsset(actor, { assetId: id })));
    expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await auditOf(id)).toHaveLength(1);
  });

  test("a reference of a prompt that has run stays; of one that has not, it may go", async () => {
    const [frozen, free] = [await addAsset(actor), await addAsset(actor)];
    await promptWith(frozen.id, new Date());
    await promptWith(free.id, null);
    await expect(deleteAsset(actor, { assetId: frozen.id })).rejects.toMatchObject({
      code: "REFUSED",
      message: "A prompt that has run uses this asset as a reference, so it stays.",
    });
    expect(await getAsset(actor, { assetId: frozen.id })).toMatchObject({ version: 0 });
    await deleteAsset(actor, { assetId: free.id });
  });

  test("nobody touches another workspace's asset", async () => {
    const { id } = await addAsset(await person());
    for (const act of [deleteAsset, restoreAsset, getAsset])
      await expect(act(actor, { assetId: id })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(describeRights(actor, { assetId: id, version: 0, rights: UNKNOWN_RIGHTS })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
