import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { withChanges } from "@/lib/domain/prompt/board-changes";
import { chooseAssets } from "@/lib/services/asset/choose-assets";
import { getBoard } from "@/lib/services/board/get-board";
import { getChanges } from "@/lib/services/board/get-changes";
import { archivePrompt } from "@/lib/services/prompt/archive-prompt";
import { branchPrompt } from "@/lib/services/prompt/branch-prompt";
import { editPrompt } from "@/lib/services/prompt/edit-prompt";
import { writePrompt } from "@/lib/services/prompt/write-prompt";
import { startRun } from "@/lib/services/run/start-run";
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
    await chooseAssets(operator, { target: { assetIds: [made.assetId] }, choice: { rating: 4 } });
    expect((await getChanges(operator, since))?.prompts.map(({ variants }) => variants[0]?.rating)).toEqual([4]);
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
