import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import { CHOSEN_AT_ONCE } from "@/lib/domain/asset/choice";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { advanceChoice } from "@/lib/services/asset/advance-choice";
import { chooseAssets } from "@/lib/services/asset/choose-assets";
import { coverStack } from "@/lib/services/asset/cover-stack";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { deleteAssets } from "@/lib/services/asset/delete-assets";
import { galleryRows } from "@/lib/services/asset/gallery-rows";
import { getChoice } from "@/lib/services/asset/get-choice";
import { getUses } from "@/lib/services/asset/get-uses";
import { sweepDeletedAssets } from "@/lib/services/asset/purge-assets";
import { restoreAssets } from "@/lib/services/asset/restore-assets";
import { stackAssets } from "@/lib/services/asset/stack-assets";
import { undoChoice } from "@/lib/services/asset/undo-choice";
import { unstackAssets } from "@/lib/services/asset/unstack-assets";
import { changeCollection } from "@/lib/services/collection/change-collection";
import { collectAssets } from "@/lib/services/collection/collect-assets";
import { createCollection } from "@/lib/services/collection/create-collection";
import { deleteCollection } from "@/lib/services/collection/delete-collection";
import { listCollections } from "@/lib/services/collection/list-collections";
import { restoreCollection } from "@/lib/services/collection/restore-collection";
import { deleteSavedSearch } from "@/lib/services/saved-search/delete-saved-search";
import { listSavedSearches } from "@/lib/services/saved-search/list-saved-searches";
import { saveSearch } from "@/lib/services/saved-search/save-search";
import { person } from "../../api/people";
import { freshDatabase } from "../../support/database";
import { aVariant } from "../../support/factory";
import { openStudio, personIn } from "../../support/studio";

let actor: PersonActor;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  actor = { kind: "member", ...(await person("operator")), role: "operator" };
});

/** Files without bytes, oldest first. */
async function files(count: number, of: PersonActor = actor): Promise<string[]> {
  const rows = await db().asset.createManyAndReturn({
    data: Array.from({ length: count }, (_, nth) => ({
      workspaceId: of.workspaceId,
      kind: "image" as const,
      origin: "upload" as const,
      fileName: "sea.png",
      mimeType: "image/png",
      byteSize: 1,
      sha256: "a".repeat(64),
      width: 4,
      height: 4,
      thumbHash: "",
      rating: nth % 6,
    })),
    select: { id: true },
  });
  return rows.map(({ id }) => id).sort();
}

const every = AssetFilter.parse({});
const stateOf = async () => {
  const rows = await db().asset.findMany({ where: { workspaceId: actor.workspaceId }, orderBy: { id: "asc" } });
  return rows.map(({ flag, rating, colour }) => `${flag} ${rating} ${colour}`);
};

describe("a choice of files", () => {
  test("is of the variant too where a run made the file, and one undo takes all of it back", async () => {
    const studio = await openStudio();
    actor = studio.people.operator;
    const variant = await aVariant(studio);
    const [upload = ""] = await files(1);
    const chosen = await chooseAssets(actor, { target: { assetIds: [variant.assetId, upload] }, choice: { flag: "pick", colour: "red" } });
    expect(chosen).toMatchObject({ status: "done", done: 2, total: 2 });
    expect(await db().variant.findUniqueOrThrow({ where: { id: variant.id } })).toMatchObject({
      flag: "pick",
      colour: "red",
      rating: 0,
      version: 1,
    });
    await undoChoice(actor, { choiceId: chosen.id });
    expect(await stateOf()).toEqual(["none 0 none", "none 0 none"]);
    expect(await db().variant.findUniqueOrThrow({ where: { id: variant.id } })).toMatchObject({ flag: "none", colour: "none", version: 2 });
  });

  test("of all that a filter finds is done in parts by the worker, each once, and is taken back the same way", async () => {
    const count = 2 * CHOSEN_AT_ONCE + 150;
    await files(count);
    const before = await stateOf();
    const begun = await chooseAssets(actor, { target: { filter: { search: "sea" } }, choice: { rating: 5 } });
    expect(begun).toMatchObject({ status: "running", done: 0, total: count });
    const [late = ""] = await files(1);
    expect(await advanceChoice(actor.workspaceId, begun.id)).toBe(true);
    expect(await getChoice(actor, { choiceId: begun.id })).toMatchObject({ status: "running", done: 2_000 });
    while (await advanceChoice(actor.workspaceId, begun.id));
    expect(await getChoice(actor, { choiceId: begun.id })).toMatchObject({ status: "done" });
    expect(new Set((await stateOf()).slice(0, count))).toEqual(new Set(["none 5 none"]));
    await undoChoice(actor, { choiceId: begun.id });
    while (await advanceChoice(actor.workspaceId, begun.id));
    await db().asset.delete({ where: { id: late } });
    expect(await stateOf()).toEqual(before);
  });

  test("leaves alone, when it is taken back, what somebody has changed since", async () => {
    const [first = "", second = ""] = await files(2);
    const mine = await chooseAssets(actor, { target: { assetIds: [first, second] }, choice: { flag: "reject" } });
    await chooseAssets(await personIn(actor.workspaceId, "reviewer"), { target: { assetIds: [second] }, choice: { flag: "pick" } });
    await undoChoice(actor, { choiceId: mine.id });
    expect(await stateOf()).toEqual(["none 0 none", "pick 1 none"]);
    expect(await undoChoice(actor, { choiceId: mine.id })).toMatchObject({ status: "undone" });
  });

  test("is refused for files of others, for deleted ones, and when nothing is chosen or meant", async () => {
    const [mine = ""] = await files(1);
    const stranger: PersonActor = { kind: "member", ...(await person("operator")), role: "operator" };
    const choice = { flag: "pick" as const };
    await expect(chooseAssets(stranger, { target: { assetIds: [mine] }, choice })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(chooseAssets(actor, { target: { filter: { deleted: true } }, choice })).rejects.toMatchObject({ code: "REFUSED" });
    await expect(chooseAssets(actor, { target: { assetIds: [mine] }, choice: {} })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(chooseAssets(actor, { target: {}, choice })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const chosen = await chooseAssets(actor, { target: { assetIds: [mine] }, choice });
    await expect(undoChoice(stranger, { choiceId: chosen.id })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a deletion of files", () => {
  const there = async (deleted = false) => (await galleryRows(actor, { filter: { deleted } })).map(({ id }) => id);

  test("keeps what must stay and says why; one undo brings the others back, into their stacks too", async () => {
    const studio = await openStudio();
    actor = studio.people.operator;
    const variant = await aVariant(studio);
    const [a = "", b = "", c = ""] = await files(3);
    await stackAssets(actor, { assetIds: [a, b, c] });
    const begun = await deleteAssets(actor, { target: { filter: { stacks: "open", search: "-sea OR rating:0 OR rating:1" } } });
    expect(begun).toMatchObject({
      status: "done",
      total: 3,
      kept: [{ reason: "This is a variant of a run, so it stays with its prompt. Reject it to put it aside.", files: 1 }],
    });
    expect(await there(true)).toEqual([b, a]);
    await undoChoice(actor, { choiceId: begun.id });
    expect(await there(true)).toEqual([]);
    // Of a stack of which one file was left nothing remains to come back to.
    expect(await there()).toEqual([c, b, a, variant.assetId]);
    await stackAssets(actor, { assetIds: [a, b, c] });
    const one = await deleteAssets(actor, { target: { assetIds: [c] } });
    await undoChoice(actor, { choiceId: one.id });
    expect((await galleryRows(actor, { filter: {} }))[0]).toMatchObject({ id: b, stackSize: 3 });
    await expect(deleteAssets(actor, { target: { assetIds: [variant.assetId] } })).rejects.toMatchObject({
      code: "REFUSED",
      message: "This is a variant of a run, so it stays with its prompt. Reject it to put it aside.",
    });
  });

  test("is brought back, all that a filter finds, and that is undone too", async () => {
    const [a = "", b = ""] = await files(2);
    await deleteAssets(actor, { target: { assetIds: [a, b] } });
    await expect(restoreAssets(actor, { target: { filter: {} } })).rejects.toMatchObject({ code: "REFUSED" });
    const back = await restoreAssets(actor, { target: { filter: { deleted: true, search: "sea" } } });
    expect(await there()).toEqual([b, a]);
    await undoChoice(actor, { choiceId: back.id });
    expect(await there(true)).toEqual([b, a]);
    await expect(deleteAssets(actor, { target: { assetIds: [a] } })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("is for ever after thirty days, but for what anything still names", async () => {
    const [free = "", compared = "", fresh = "", late = ""] = await files(4);
    const { workspaceId, memberId } = actor;
    const members = [compared, fresh].map((id) => ({ kind: "asset" as const, id }));
    await db().comparison.create({ data: { workspaceId, createdById: memberId, name: "Kept", members, view: {} } });
    await deleteAssets(actor, { target: { assetIds: [free, compared, late] } });
    const days = (count: number) => new Date(Date.now() - count * 86_400_000);
    await db().asset.updateMany({ where: { id: { in: [free, compared] } }, data: { deletedAt: days(31) } });
    await db().asset.update({ where: { id: late }, data: { deletedAt: days(29) } });
    expect(await sweepDeletedAssets(new Date())).toBe(1);
    expect(await there(true)).toEqual([late, compared]);
    expect(await there()).toEqual([fresh]);
    expect(await db().auditEvent.findFirst({ where: { verb: "asset.purge", subjectId: free } })).toMatchObject({ actorKind: "system" });
    expect(await sweepDeletedAssets(new Date())).toBe(0);
  });

  test("asks everything that points at a file before it goes", () => {
    const asked = ["uses-of", "purge-assets"].map((file) => readFileSync(`lib/services/asset/${file}.ts`, "utf8")).join();
    const models = [...readFileSync("prisma/schema.prisma", "utf8").matchAll(/^model (\w+) \{([\s\S]*?)^\}/gm)];
    const pointing = models.flatMap(([, model = "", body = ""]) => (/ Asset\??\s+@relation\((?!.*Cascade)/.test(body) ? [model] : []));
    expect(pointing.length).toBeGreaterThan(5);
    expect(pointing.filter((model) => !asked.includes(`"${model}"`) && !asked.includes(`tx.${model.toLowerCase()}.`))).toEqual([]);
  });
});

describe("a stack", () => {
  const shown = async (filter: Partial<AssetFilter> = {}) =>
    (await galleryRows(actor, { filter: { ...every, ...filter } })).map(({ id, stackSize }) => [id, stackSize]);

  test("shows its cover alone, opens, changes its cover, and comes apart; each file stays", async () => {
    const [a = "", b = "", c = "", d = ""] = await files(4);
    const { stackId, coverId } = await stackAssets(actor, { assetIds: [a, b, c] });
    expect(coverId).toBe(c);
    expect(await shown()).toEqual([
      [d, 1],
      [c, 3],
    ]);
    expect((await shown({ stacks: "open" })).map(([id]) => id)).toEqual([d, c, b, a]);
    expect((await shown({ stackId })).map(([id]) => id)).toEqual([c, b, a]);
    expect(await coverStack(actor, { assetId: a })).toEqual({ coverId: a, before: c });
    expect(await shown()).toEqual([
      [d, 1],
      [a, 3],
    ]);
    const { stacks } = await unstackAssets(actor, { assetIds: [b] });
    expect(await shown()).toEqual([
      [d, 1],
      [c, 1],
      [b, 1],
      [a, 1],
    ]);
    await stackAssets(actor, stacks[0] ?? { assetIds: [] });
    expect(await shown()).toEqual([
      [d, 1],
      [a, 3],
    ]);
  });

  test("that loses its cover gets another, and one of a single file is none", async () => {
    const [a = "", b = "", c = ""] = await files(3);
    await stackAssets(actor, { assetIds: [a, b, c] });
    await deleteAsset(actor, { assetId: c });
    expect(await shown()).toEqual([[b, 2]]);
    await deleteAsset(actor, { assetId: a });
    expect(await shown()).toEqual([[b, 1]]);
    const [d = ""] = await files(1);
    const [e = ""] = await files(1);
    await stackAssets(actor, { assetIds: [b, d] });
    await stackAssets(actor, { assetIds: [d, e] });
    expect(await shown()).toEqual([
      [e, 2],
      [b, 1],
    ]);
    await expect(stackAssets(actor, { assetIds: [b, randomUUID()] })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("collections", () => {
  const found = async (collectionId: string) => (await galleryRows(actor, { filter: { collectionId } })).map(({ id }) => id);

  test("hold files and collections; what is deleted leaves every file and comes back whole", async () => {
    const [a = "", b = "", c = ""] = await files(3);
    const shoot = await createCollection(actor, { name: "Shoot" });
    const day = await createCollection(actor, { name: "Day one", parentId: shoot.id });
    expect(await collectAssets(actor, { collectionId: shoot.id, target: { assetIds: [a] } })).toMatchObject({ files: 1 });
    expect(await collectAssets(actor, { collectionId: day.id, target: { filter: { search: "sea -rating:0" } } })).toMatchObject({
      files: 2,
    });
    expect(await collectAssets(actor, { collectionId: day.id, target: { assetIds: [b, c] } })).toMatchObject({ files: 0, assetIds: [] });
    expect(await found(shoot.id)).toEqual([c, b, a]);
    expect(await found(day.id)).toEqual([c, b]);
    expect((await listCollections(actor, {})).map(({ name, files: count }) => [name, count])).toEqual([
      ["Day one", 2],
      ["Shoot", 3],
    ]);
    await collectAssets(actor, { collectionId: day.id, target: { assetIds: [c] }, isIn: false });
    await expect(changeCollection(actor, { collectionId: shoot.id, parentId: day.id })).rejects.toMatchObject({ code: "REFUSED" });
    const { collectionIds } = await deleteCollection(actor, { collectionId: shoot.id });
    expect(await listCollections(actor, {})).toEqual([]);
    expect(await found(day.id)).toEqual([]);
    expect(await galleryRows(actor, { filter: {} })).toHaveLength(3);
    await restoreCollection(actor, { collectionIds });
    expect(await found(shoot.id)).toEqual([b, a]);
    const { before } = await changeCollection(actor, { collectionId: day.id, name: "Day 1", parentId: null });
    expect(before).toEqual({ name: "Day one", parentId: shoot.id });
  });

  test("are nobody else's", async () => {
    const stranger: PersonActor = { kind: "member", ...(await person("operator")), role: "operator" };
    const mine = await createCollection(actor, { name: "Mine" });
    await expect(createCollection(stranger, { name: "In it", parentId: mine.id })).rejects.toMatchObject({ code: "REFUSED" });
    for (const act of [
      () => changeCollection(stranger, { collectionId: mine.id, name: "Theirs" }),
      () => deleteCollection(stranger, { collectionId: mine.id }),
      () => collectAssets(stranger, { collectionId: mine.id, target: { filter: {} } }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("a saved search is one's own or everybody's, and only its owner deletes it", async () => {
    const other = await personIn(actor.workspaceId, "lead");
    await saveSearch(actor, { name: "Picked", filter: { flag: "pick" } });
    const { id } = await saveSearch(actor, { name: "Blue ones", filter: { colour: "blue" }, isShared: true });
    expect((await listSavedSearches(actor, {})).map(({ name }) => name)).toEqual(["Blue ones", "Picked"]);
    expect(await listSavedSearches(other, {})).toMatchObject([{ name: "Blue ones", isMine: false, filter: { colour: "blue" } }]);
    await expect(deleteSavedSearch(other, { id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await saveSearch(actor, await deleteSavedSearch(actor, { id }));
    expect(await listSavedSearches(other, {})).toHaveLength(1);
  });
});

test("where a file is used: what made it and what it lies in", async () => {
  const studio = await openStudio();
  actor = studio.people.operator;
  const { assetId } = await aVariant(studio, { promptId: await studio.prompt({ text: "a grey heron" }) });
  const { id: collectionId } = await createCollection(actor, { name: "Birds" });
  await collectAssets(actor, { collectionId, target: { assetIds: [assetId] } });
  expect(await getUses(actor, { assetId })).toEqual([
    { kind: "variant", title: "a grey heron", href: `/boards/${studio.boardId}` },
    { kind: "collection", title: "Birds", href: `/assets?collection=${collectionId}` },
  ]);
});
