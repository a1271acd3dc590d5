import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withChanges } from "@/lib/domain/prompt/board-changes";
import { chooseAssets } from "@/lib/services/asset/choose-assets";
import { undoChoice } from "@/lib/services/asset/undo-choice";
import { getBoard } from "@/lib/services/board/get-board";
import { getChanges } from "@/lib/services/board/get-changes";
import { editNote } from "@/lib/services/note/edit-note";
import { removeNote } from "@/lib/services/note/remove-note";
import { writeNote } from "@/lib/services/note/write-note";
import { archivePrompt } from "@/lib/services/prompt/archive-prompt";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { editPrompt } from "@/lib/services/prompt/edit-prompt";
import { writePrompt } from "@/lib/services/prompt/write-prompt";
import { startRun } from "@/lib/services/run/start-run";
import { changeSection } from "@/lib/services/section/change-section";
import { makeSection } from "@/lib/services/section/make-section";
import { placeSection } from "@/lib/services/section/place-section";
import { removeSection } from "@/lib/services/section/remove-section";
import { chooseVariants } from "@/lib/services/variant/choose-variants";
import { addAsset } from "../../support/assets";
import { freshDatabase } from "../../support/database";
import { aVariant } from "../../support/factory";
import { recipe } from "../../support/recipes";
import { openStudio, type Studio } from "../../support/studio";
import { clip } from "../../support/videos";

let studio: Studio;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
});

describe("a prompt", () => {
  it("that has run is frozen: editing it is refused, in the verb and in the database", async () => {
    const { operator } = studio.people;
    const promptId = await studio.prompt({ text: "before" });
    const edited = await editPrompt(operator, { promptId, version: 0, recipe: recipe({ text: "after" }) });
    expect(edited.recipe.text).toBe("after");
    await startRun(operator, { promptId });
    await expect(editPrompt(operator, { promptId, version: 2, recipe: recipe() })).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringContaining("frozen"),
    });
    await expect(db().prompt.update({ where: { id: promptId }, data: { text: "sneaked in" } })).rejects.toThrow("a run prompt is frozen");
    const asset = await addAsset({ workspaceId: studio.workspaceId, memberId: operator.memberId });
    await expect(
      db().promptReference.create({ data: { promptId, position: 0, assetId: asset.id, role: "style", weight: 1 } }),
    ).rejects.toThrow("a run prompt is frozen");
  });

  it("takes a video for its motion, never as a picture", async () => {
    const { operator } = studio.people;
    const asset = await addAsset({ workspaceId: studio.workspaceId, memberId: operator.memberId }, { bytes: await clip({ frames: 6 }) });
    expect(asset).toMatchObject({ kind: "video", mimeType: "video/mp4", durationMs: 250 });
    const write = (role: "motion" | "style") =>
      writePrompt(operator, { boardId: studio.boardId, recipe: recipe({ references: [{ assetId: asset.id, role, weight: 1 }] }) });
    await expect(write("style")).rejects.toMatchObject({ code: "REFUSED", message: expect.stringContaining("A video cannot be") });
    await expect(write("motion")).resolves.toMatchObject({ references: [{ assetId: asset.id, role: "motion" }] });
  });

  it("edited by two people at once keeps one edit and tells the other", async () => {
    const promptId = await studio.prompt();
    const results = await Promise.allSettled(
      ["one", "two"].map((text) => editPrompt(studio.people.operator, { promptId, version: 0, recipe: recipe({ text }) })),
    );
    expect(results.map((result) => result.status).sort()).toEqual(["fulfilled", "rejected"]);
  });

  it("branches without losing its parent, and the branch knows its difference", async () => {
    const { operator } = studio.people;
    const promptId = await studio.prompt({ text: "a boat at sea" });
    const child = await branchPrompt(operator, { promptId, change: { text: "a boat at night" } });
    expect(child).toMatchObject({ parentId: promptId, frozen: false });
    expect(child.difference.map((chip) => chip.text)).toEqual(["sea", "night"]);
    const board = await getBoard(operator, { boardId: studio.boardId });
    expect(board.prompts.find((prompt) => prompt.id === promptId)?.recipe.text).toBe("a boat at sea");
  });

  it("takes references of its own workspace only", async () => {
    const other = await openStudio();
    const stranger = other.people.operator;
    const asset = await addAsset({ workspaceId: other.workspaceId, memberId: stranger.memberId });
    const stolen = recipe({ references: [{ assetId: asset.id, role: "style", weight: 1 }] });
    await expect(writePrompt(studio.people.operator, { boardId: studio.boardId, recipe: stolen })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(writePrompt(stranger, { boardId: studio.boardId, recipe: recipe() })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(writePrompt(stranger, { boardId: other.boardId, recipe: stolen })).resolves.toMatchObject({
      references: [{ assetId: asset.id, role: "style" }],
    });
  });

  it("is archived with everything branched from it, and comes back with it", async () => {
    const { operator } = studio.people;
    const root = await studio.prompt();
    const child = await branchPrompt(operator, { promptId: root });
    const grandchild = await branchPrompt(operator, { promptId: child.id });
    const family = [root, child.id, grandchild.id];
    const shown = async () =>
      (await getBoard(operator, { boardId: studio.boardId })).prompts.map((prompt) => prompt.id).filter((id) => family.includes(id));
    await archivePrompt(operator, { promptId: root, archived: true });
    expect(await shown()).toEqual([]);
    await archivePrompt(operator, { promptId: root, archived: false });
    expect(await shown()).toEqual(family);
  });

  it("is told with what became different on its board, by whatever act, and a board brought up to date so is the board", async () => {
    const { operator } = studio.people;
    const other = await studio.prompt({ text: "another board's own" });
    const made = await aVariant(studio);
    const leaving = await studio.prompt();
    const before = await getBoard(operator, { boardId: studio.boardId });
    const child = await branchPrompt(operator, { promptId: made.promptId });
    await startRun(operator, { promptId: child.id });
    await chooseVariants(operator, { choices: [{ variantId: made.id, flag: "pick" }] });
    await archivePrompt(operator, { promptId: leaving, archived: true });
    const changes = await getChanges(operator, { boardId: studio.boardId, since: before.position });
    if (!changes) throw new Error("the stream reaches back");
    expect(changes.prompts.map(({ id }) => id)).toEqual([made.promptId, child.id]);
    expect(changes.gone).toEqual([leaving]);
    expect(before.prompts.some(({ id }) => id === other)).toBe(true);
    const now = await getBoard(operator, { boardId: studio.boardId });
    expect({ ...withChanges(before, changes), position: "" }).toEqual({ ...now, position: "" });
    const [first, second] = now.prompts;
    const page = await getBoard(operator, { boardId: studio.boardId, after: first?.id, limit: 1 });
    expect(page.prompts).toEqual([second]);
    const since = { boardId: studio.boardId, since: changes.position };
    const { id: choiceId } = await chooseAssets(operator, { target: { assetIds: [made.assetId] }, choice: { rating: 4 } });
    const rated = await getChanges(operator, since);
    expect(rated?.prompts.map(({ variants }) => variants[0]?.rating)).toEqual([4]);
    await undoChoice(operator, { choiceId });
    const unrated = await getChanges(operator, { ...since, since: rated?.position ?? "" });
    expect(unrated?.prompts.map(({ variants }) => variants[0]?.rating)).toEqual([0]);
    await expect(getChanges(operator, { ...since, since: "yesterday" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    expect(await getChanges(operator, { ...since, since: "999999999999-0" })).toBeNull();
    const stranger = (await openStudio()).people.operator;
    await expect(getChanges(stranger, since)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("leaves an audit event and news for open screens with every act", async () => {
    const promptId = await studio.prompt();
    const audit = await db().auditEvent.findMany({ where: { subjectId: promptId } });
    expect(audit.map((event) => [event.verb, event.actorKind])).toEqual([["prompt.write", "member"]]);
    const events = await db().workspaceEvent.findMany({ where: { workspaceId: studio.workspaceId } });
    expect(events.map((row) => row.event)).toContainEqual(expect.objectContaining({ kind: "prompt", id: promptId, act: "written" }));
  });
});

describe("sections and notes", () => {
  const boardOf = () => getBoard(studio.people.operator, { boardId: studio.boardId });
  const membersOf = async (sectionId: string) => (await boardOf()).sections.find(({ id }) => id === sectionId)?.promptIds;

  it("a section takes subtrees by their tops, from the sections they were in, and gives them back", async () => {
    const { operator, reviewer } = studio.people;
    const { boardId } = studio;
    const root = await studio.prompt();
    const { id: child } = await branchPrompt(operator, { promptId: root, change: { text: "below" } });
    const other = await studio.prompt();
    const first = await makeSection(operator, { boardId, name: " Night ", colour: "blue", promptIds: [child, root] });
    expect(first).toMatchObject({ section: { name: "Night", promptIds: [root] }, before: [{ promptId: root, sectionId: null }] });
    const second = await makeSection(operator, { boardId, name: "Day", promptIds: [root, other] });
    expect(await membersOf(first.section.id)).toEqual([]);
    await removeSection(operator, { sectionId: second.section.id, removed: true });
    await placeSection(operator, { boardId, placements: second.before.filter(({ sectionId }) => sectionId !== null) });
    expect([await membersOf(first.section.id), await membersOf(second.section.id)]).toEqual([[root], undefined]);
    // What went back to its first section stays there; the rest returns with the second.
    await removeSection(operator, { sectionId: second.section.id, removed: false });
    expect(await membersOf(second.section.id)).toEqual([other]);
    const placed = await placeSection(operator, { boardId, placements: [{ promptId: root, sectionId: null }] });
    expect(placed.before).toEqual([{ promptId: root, sectionId: first.section.id }]);
    await expect(changeSection(reviewer, { sectionId: first.section.id, name: "Dusk" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("nothing goes into a section of another board or into one that was removed", async () => {
    const { operator } = studio.people;
    const { boardId } = studio;
    const promptId = await studio.prompt();
    const { section } = await makeSection(operator, { boardId, name: "Gone", promptIds: [promptId] });
    await removeSection(operator, { sectionId: section.id, removed: true });
    const place = (sectionId: string, id: string) => placeSection(operator, { boardId, placements: [{ promptId: id, sectionId }] });
    const fresh = await studio.prompt();
    await expect(place(section.id, fresh)).rejects.toMatchObject({ code: "CONFLICT", message: expect.stringContaining("removed") });
    await expect(changeSection(operator, { sectionId: section.id, name: "Back" })).rejects.toMatchObject({ code: "CONFLICT" });
    const elsewhere = await openStudio();
    const theirs = await elsewhere.prompt();
    await expect(place(section.id, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { section: foreign } = await makeSection(elsewhere.people.operator, {
      boardId: elsewhere.boardId,
      name: "Theirs",
      promptIds: [theirs],
    });
    await expect(place(foreign.id, fresh)).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await db().sectionMember.findUnique({ where: { promptId: fresh } })).toBeNull();
  });

  it("an archived prompt keeps its section and its notes until it is back", async () => {
    const { operator } = studio.people;
    const promptId = await studio.prompt();
    const { section } = await makeSection(operator, { boardId: studio.boardId, name: "Kept", promptIds: [promptId] });
    const { position } = await boardOf();
    await writeNote(operator, { boardId: studio.boardId, on: { promptId }, text: "remember" });
    const changes = await getChanges(operator, { boardId: studio.boardId, since: position });
    expect(changes).toMatchObject({
      prompts: [],
      gone: [],
      notes: expect.arrayContaining([expect.objectContaining({ text: "remember" })]),
    });
    await archivePrompt(operator, { promptId, archived: true });
    await archivePrompt(operator, { promptId, archived: false });
    expect(await membersOf(section.id)).toEqual([promptId]);
    expect((await boardOf()).notes).toContainEqual(expect.objectContaining({ promptId, text: "remember" }));
  });

  it("a note is its author's to change and to take back, and others see it", async () => {
    const { operator, reviewer } = studio.people;
    const { boardId } = studio;
    const promptId = await studio.prompt();
    const { id: noteId } = await writeNote(reviewer, { boardId, on: { promptId }, text: "too dark" });
    const seen = async () => (await boardOf()).notes.find(({ id }) => id === noteId);
    expect(await seen()).toMatchObject({ promptId, sectionId: null, text: "too dark", isMine: false });
    await expect(editNote(operator, { noteId, text: "mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(removeNote(operator, { noteId, removed: true })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await editNote(reviewer, { noteId, text: "much too dark" });
    await removeNote(reviewer, { noteId, removed: true });
    expect(await seen()).toBeUndefined();
    await expect(editNote(reviewer, { noteId, text: "late" })).rejects.toMatchObject({ code: "CONFLICT" });
    await removeNote(reviewer, { noteId, removed: false });
    expect(await seen()).toMatchObject({ text: "much too dark", editedAt: expect.any(String) });
    const trail = await db().auditEvent.findMany({ where: { subjectId: noteId }, select: { verb: true } });
    expect(trail.map(({ verb }) => verb).toSorted()).toEqual(["note.edit", "note.remove", "note.remove", "note.write"]);
    await expect(
      db().boardNote.create({ data: { workspaceId: studio.workspaceId, boardId, text: "on nothing", authorId: reviewer.memberId } }),
    ).rejects.toThrow("BoardNote_on_one_thing");
  });
});
