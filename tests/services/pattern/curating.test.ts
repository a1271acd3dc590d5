import { beforeAll, describe, expect, it } from "vitest";
import { draftFromTemplate } from "@/lib/domain/pattern/draft";
import { OPEN_SHELF } from "@/lib/domain/pattern/shelf-access";
import type { PatternView } from "@/lib/domain/pattern/view";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { createLibrary } from "@/lib/services/library/create-library";
import { editLibrary } from "@/lib/services/library/edit-library";
import { listLibraries } from "@/lib/services/library/list-libraries";
import { moveLibrary } from "@/lib/services/library/move-library";
import { deprecatePattern } from "@/lib/services/pattern/deprecate-pattern";
import { discardDraft } from "@/lib/services/pattern/discard-draft";
import { editPattern } from "@/lib/services/pattern/edit-pattern";
import { forkPattern } from "@/lib/services/pattern/fork-pattern";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { getVersion } from "@/lib/services/pattern/get-version";
import { listUses } from "@/lib/services/pattern/list-uses";
import { movePattern } from "@/lib/services/pattern/move-pattern";
import { reinstatePattern } from "@/lib/services/pattern/reinstate-pattern";
import { saveDraft } from "@/lib/services/pattern/save-draft";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { usePattern as writeFromPattern } from "@/lib/services/pattern/use-pattern";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { editPrompt } from "@/lib/services/prompt/edit-prompt";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio } from "../../support/factory";
import { aPattern, aVersion } from "../../support/patterns";

let studio: ReviewStudio;
beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
});

const firstOf = ({ versions }: PatternView) => {
  const first = versions.at(-1);
  if (!first) throw new Error("a pattern has a version");
  return first;
};

describe("the draft of a pattern", () => {
  const begun = async () => {
    const pattern = await aPattern(studio, { name: "Drafted" });
    const content = draftFromTemplate(firstOf(pattern));
    const first = await saveDraft(studio.people.operator, { patternId: pattern.id, draftVersion: null, basedOn: 1, content, note: "" });
    return { pattern, content, first };
  };

  it("is one a pattern, whole or not, and tells the second of two who write it", async () => {
    const { pattern, content, first } = await begun();
    const { operator, lead } = studio.people;
    const unfinished = { ...content, text: "" };
    const save = (person: typeof operator, draftVersion: number | null) =>
      saveDraft(person, { patternId: pattern.id, draftVersion, basedOn: 1, content: unfinished, note: "Softer" });
    const both = await Promise.allSettled([save(operator, first.version), save(lead, first.version)]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(save(lead, null)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringMatching(/is writing this draft too/) });
    expect((await getPattern(lead, { slug: pattern.slug })).draft).toMatchObject({
      content: unfinished,
      note: "Softer",
      version: 1,
      basedOn: 1,
    });
  });

  it("ends with the version that is saved from it, with a note of what changed, and only as it was last seen", async () => {
    const { pattern, first } = await begun();
    const { operator } = studio.people;
    const version = aVersion({ text: "one {subject}" });
    const save = (note: string, draftVersion: number) =>
      saveVersion(operator, { patternId: pattern.id, basedOn: 1, version: { ...version, note }, draftVersion });
    await expect(save(" ", first.version)).rejects.toMatchObject({
      code: "BAD_INPUT",
      message: "Say what changed, for whoever reads it later.",
    });
    await expect(save("One.", 7)).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await save("One.", first.version)).toMatchObject({
      draft: null,
      labels: { candidate: 2 },
      versions: [{ number: 2 }, { number: 1 }],
    });
  });

  it("discarded can be saved again as it was", async () => {
    const { pattern, content, first } = await begun();
    const { operator } = studio.people;
    await discardDraft(operator, { patternId: pattern.id, draftVersion: first.version });
    await expect(discardDraft(operator, { patternId: pattern.id, draftVersion: first.version })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect(await saveDraft(operator, { patternId: pattern.id, draftVersion: null, basedOn: 1, content, note: "" })).toMatchObject({
      content,
    });
  });
});

describe("a pattern that is kept", () => {
  it("is renamed, tagged and given one of its own pictures as a cover, by whoever saw it as it is", async () => {
    const { lead, operator } = studio.people;
    const pattern = await aPattern(studio, { name: "Plain" });
    const { version, slug, id: patternId } = pattern;
    const stranger = await aVariant(studio);
    await expect(editPattern(lead, { patternId, version, coverAssetId: stranger.assetId })).rejects.toMatchObject({ code: "REFUSED" });
    const prompt = await writeFromPattern(operator, {
      versionId: firstOf(pattern).id,
      boardId: studio.boardId,
      values: { subject: "fox" },
    });
    const own = await aVariant(studio, { promptId: prompt.id });
    const change = { name: "Warm", purpose: "For covers", tags: ["Warm", "warm", "paper "], coverAssetId: own.assetId };
    const edited = await editPattern(lead, { patternId, version, ...change });
    expect(edited).toMatchObject({ name: "Warm", slug, purpose: "For covers", tags: ["warm", "paper"], cover: { assetId: own.assetId } });
    expect(edited.covers.map(({ assetId }) => assetId)).toContain(own.assetId);
    await expect(editPattern(operator, { patternId, version, name: "Late" })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("forked to another shelf remembers where it came from, and is remembered there", async () => {
    const { lead, operator } = studio.people;
    const [source, shelf] = await Promise.all([aPattern(studio, { name: "Ancestor" }), createLibrary(lead, { name: "Client" })]);
    const fork = await forkPattern(operator, { versionId: firstOf(source).id, libraryId: shelf.id, name: "Ancestor" });
    expect(fork).toMatchObject({
      slug: "ancestor-2",
      libraryName: "Client",
      forkedFrom: { slug: "ancestor", number: 1 },
      labels: { candidate: 1 },
    });
    expect(firstOf(fork).template).toEqual(firstOf(source).template);
    expect(fork.cover).toEqual(source.cover);
    expect((await getPattern(operator, { slug: "ancestor" })).forks).toMatchObject([{ slug: "ancestor-2" }]);
  });

  it("deprecated says why and what to use instead, and can be used all the same until it is reinstated", async () => {
    const { lead, operator } = studio.people;
    const [old, next] = [await aPattern(studio, { name: "Old look" }), await aPattern(studio, { name: "New look" })];
    const act = (patternId: string, successorId: string | null) =>
      deprecatePattern(lead, { patternId, reason: "The client moved on.", successorId });
    await expect(act(old.id, old.id)).rejects.toMatchObject({ code: "REFUSED" });
    expect((await act(old.id, next.id)).deprecated).toMatchObject({ reason: "The client moved on.", successor: { slug: "new-look" } });
    await expect(act(next.id, old.id)).rejects.toMatchObject({ message: "“Old look” is deprecated itself. Choose one that is in use." });
    const versionId = firstOf(old).id;
    expect(await getVersion(operator, { versionId })).toMatchObject({ deprecated: { successor: { name: "New look" } }, newer: null });
    await writeFromPattern(operator, { versionId, boardId: studio.boardId, values: { subject: "fox" } });
    expect((await reinstatePattern(lead, { patternId: old.id })).deprecated).toBeNull();
  });

  it("says where it went: boards, runs, cards and publications", async () => {
    const pattern = await aPattern(studio, { name: "Well used" });
    const use = { versionId: firstOf(pattern).id, boardId: studio.boardId };
    for (const subject of ["fox", "heron"]) {
      const prompt = await writeFromPattern(studio.people.operator, { ...use, values: { subject } });
      await aVariant(studio, { promptId: prompt.id });
    }
    expect(await listUses(studio.people.reviewer, { slug: pattern.slug })).toMatchObject({
      boards: { count: 1, newest: [{ id: studio.boardId, prompts: 2 }] },
      runs: { count: 2, succeeded: 2 },
      cards: { count: 0, newest: [] },
      publications: { count: 0, newest: [] },
    });
  });
});

describe("a pattern in use", () => {
  it("keeps its locks, takes what is free, and stays the pattern's when it is branched or written anew", async () => {
    const { operator } = studio.people;
    const pattern = await aPattern(studio, { name: "Locked", version: aVersion({ free: ["count"] }) });
    const use = { versionId: firstOf(pattern).id, boardId: studio.boardId };
    const ask = (more: object) => writeFromPattern(operator, { ...use, values: { subject: "fox" }, ...more });
    await expect(ask({ aspectRatio: "21:9" })).rejects.toMatchObject({
      code: "REFUSED",
      message: expect.stringMatching(/aspect ratio .* is locked/),
    });
    const root = await ask({ count: 2 });
    expect(root).toMatchObject({ recipe: { count: 2 }, difference: [{ kind: "pattern", text: "subject: fox" }] });
    const branch = { kind: "branch", promptId: root.id, variantId: null };
    const child = await ask({ values: { subject: "heron" }, count: 2, place: branch });
    expect(child).toMatchObject({ parentId: root.id, pattern: { number: 1, values: { subject: "heron" } } });
    expect(child.difference).toEqual([
      { kind: "removed", text: "fox" },
      { kind: "added", text: "heron" },
    ]);
    const edit = { kind: "edit", promptId: child.id, version: child.version };
    const again = await ask({ values: { subject: "crane" }, place: edit });
    expect(again).toMatchObject({ id: child.id, version: 1, pattern: { values: { subject: "crane" } } });
    await expect(ask({ place: edit })).rejects.toMatchObject({ code: "CONFLICT" });
    const own = await editPrompt(operator, { promptId: child.id, version: 1, recipe: { ...again.recipe, text: "words of my own" } });
    expect(own.pattern).toBeNull();
    const varied = await branchPrompt(operator, { promptId: root.id, change: { count: 3 } });
    expect(varied.pattern).toMatchObject({ number: 1, values: { subject: "fox" } });
    expect((await branchPrompt(operator, { promptId: root.id, change: { text: "mine" } })).pattern).toBeNull();
  });

  it("outlives its model's revisions: it runs on the one there is, and stays the pattern's", async () => {
    const { operator } = studio.people;
    const model = { ...aVersion().template.model, revision: "of last year" };
    const pattern = await aPattern(studio, { name: "Old hand", version: aVersion({ model }) });
    const use = { versionId: firstOf(pattern).id, boardId: studio.boardId, values: { subject: "fox" } };
    const prompt = await writeFromPattern(operator, use);
    expect(prompt.recipe.model).toEqual(aVersion().template.model);
    expect((await branchPrompt(operator, { promptId: prompt.id })).pattern).toMatchObject({ number: 1 });
  });

  it("takes pictures for its references, and what a version names cannot be deleted", async () => {
    const { operator } = studio.people;
    const [bottle, usual, gone] = [await anAsset(studio), await anAsset(studio), await anAsset(studio)];
    const reference = { name: "bottle", type: { kind: "reference", role: "product", weight: 0.8 }, default: usual.id, examples: [] };
    const subject = { name: "subject", default: "fox", examples: [] };
    const pattern = await aPattern(studio, { name: "Bottled", version: aVersion({ variables: [subject, reference] }) });
    const use = { versionId: firstOf(pattern).id, boardId: studio.boardId };
    const prompt = await writeFromPattern(operator, { ...use, values: { bottle: bottle.id } });
    expect(prompt.recipe.references).toEqual([{ assetId: bottle.id, role: "product", weight: 0.8 }]);
    expect(prompt.difference).toEqual([{ kind: "pattern", text: "bottle: a picture" }]);
    await deleteAsset(operator, { assetId: gone.id });
    await expect(writeFromPattern(operator, { ...use, values: { bottle: gone.id } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(deleteAsset(operator, { assetId: usual.id })).rejects.toMatchObject({ code: "REFUSED" });
  });
});

describe("the shelves", () => {
  it("stand as they were ordered, and so do the patterns on them", async () => {
    const { lead } = studio.people;
    const [one, two] = [await createLibrary(lead, { name: "One" }), await createLibrary(lead, { name: "Two" })];
    const named = async () => (await listLibraries(lead, {})).map(({ name }) => name).filter((name) => ["One", "Two"].includes(name));
    expect(await named()).toEqual(["One", "Two"]);
    await moveLibrary(lead, { libraryId: two.id, beforeId: one.id });
    expect(await named()).toEqual(["Two", "One"]);
    const [first, second, third] = [
      await aPattern(studio, { name: "First", libraryId: one.id }),
      await aPattern(studio, { name: "Second", libraryId: one.id }),
      await aPattern(studio, { name: "Third", libraryId: two.id }),
    ];
    const onShelf = async (id: string) =>
      (await listLibraries(lead, {})).find((shelf) => shelf.id === id)?.patterns.map(({ name }) => name);
    expect(await onShelf(one.id)).toEqual(["Second", "First"]);
    await movePattern(lead, { patternId: third.id, libraryId: one.id, beforeId: first.id });
    await movePattern(lead, { patternId: second.id, libraryId: one.id, beforeId: null });
    expect([await onShelf(one.id), await onShelf(two.id)]).toEqual([["Third", "First", "Second"], []]);
  });

  it("show the best of what was made with their patterns", async () => {
    const { operator } = studio.people;
    const pattern = await aPattern(studio, { name: "Worth showing" });
    const prompt = await writeFromPattern(operator, {
      versionId: firstOf(pattern).id,
      boardId: studio.boardId,
      values: { subject: "fox" },
    });
    const [plain, best] = [await aVariant(studio, { promptId: prompt.id }), await aVariant(studio, { promptId: prompt.id })];
    await chooseVariants(operator, { choices: [{ variantId: plain.id, flag: "pick" }] });
    await chooseVariants(operator, { choices: [{ variantId: best.id, flag: "pick", rating: 5 }] });
    const shelf = (await listLibraries(operator, {})).find(({ id }) => id === pattern.libraryId);
    expect(shelf?.best.map(({ assetId }) => assetId)).toEqual([best.assetId, plain.assetId]);
  });

  it("are open to those they are open to, in every act on what stands on them", async () => {
    const { lead, operator, reviewer, admin } = studio.people;
    const pattern = await aPattern(studio, { name: "House secret" });
    const shelf = (await listLibraries(lead, {})).find(({ id }) => id === pattern.libraryId);
    if (!shelf) throw new Error("a shelf");
    const edit = { libraryId: shelf.id, version: shelf.version };
    const onlyOperators = { ...OPEN_SHELF, curate: { roles: ["operator" as const], memberIds: [] } };
    await expect(editLibrary(lead, { ...edit, access: onlyOperators })).rejects.toMatchObject({ code: "REFUSED" });
    const access = { use: { roles: ["reviewer" as const], memberIds: [] }, curate: { roles: ["lead" as const], memberIds: [] } };
    await editLibrary(lead, { ...edit, access });
    expect((await listLibraries(operator, {})).find(({ id }) => id === shelf.id)).toMatchObject({ mayUse: false, mayCurate: false });
    const first = firstOf(pattern);
    const acts = [
      () => writeFromPattern(operator, { versionId: first.id, boardId: studio.boardId, values: { subject: "fox" } }),
      () => aPattern(studio, { name: "More", libraryId: shelf.id }),
      () => saveVersion(operator, { patternId: pattern.id, basedOn: 1, version: aVersion({}, "Mine.") }),
      () => saveDraft(operator, { patternId: pattern.id, draftVersion: null, basedOn: 1, content: draftFromTemplate(first), note: "" }),
      () => editPattern(operator, { patternId: pattern.id, version: pattern.version, name: "Mine" }),
      () => movePattern(operator, { patternId: pattern.id, libraryId: shelf.id, beforeId: null }),
      () => deprecatePattern(operator, { patternId: pattern.id, reason: "Mine.", successorId: null }),
      () => forkPattern(operator, { versionId: first.id, libraryId: shelf.id, name: "Mine" }),
    ];
    for (const act of acts) await expect(act()).rejects.toMatchObject({ code: "FORBIDDEN" });
    const open = await editLibrary(admin, {
      libraryId: shelf.id,
      version: shelf.version + 1,
      access: { ...access, use: { roles: [], memberIds: [operator.memberId] } },
    });
    await writeFromPattern(operator, { versionId: first.id, boardId: studio.boardId, values: { subject: "fox" } });
    expect((await listLibraries(reviewer, {})).find(({ id }) => id === open.id)).toMatchObject({ mayUse: false });
  });
});
