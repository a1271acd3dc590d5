import { beforeAll, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { changeComparison } from "@/lib/services/comparison/change-comparison";
import { commentOnComparison } from "@/lib/services/comparison/comment-on-comparison";
import { getComparison } from "@/lib/services/comparison/get-comparison";
import { listComparisons } from "@/lib/services/comparison/list-comparisons";
import { removeComparisonComment } from "@/lib/services/comparison/remove-comment";
import { saveComparison } from "@/lib/services/comparison/save-comparison";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant } from "../../support/factory";

beforeAll(freshDatabase);

it("a comparison is kept as it was looked at, talked about by members, put away and brought back, and nobody else's", async () => {
  const studio = await aStudio();
  const { operator, reviewer, lead } = studio.people;
  const [variant, asset, stranger] = [await aVariant(studio), await anAsset(studio), await aStudio()];
  const members = [
    { kind: "variant", id: variant.id },
    { kind: "asset", id: asset.id },
  ] as const;
  const view = { mode: "heat-map", channel: "red", gain: 8, pinned: 1, look: { zoom: 40, x: 0.25, y: 0.5 } } as const;
  const offsets = [
    { x: 0, y: 0 },
    { x: 0.01, y: -0.02 },
  ];
  const saved = await saveComparison(operator, { name: " Boats ", members: [...members], view: { ...view, offsets } });
  expect(saved).toMatchObject({ name: "Boats", members, view: { ...view, offsets }, author: "The operator", comments: [] });

  const at = { comparisonId: saved.id };
  await commentOnComparison(reviewer, { ...at, body: "The left one holds." });
  const said = await commentOnComparison(lead, { ...at, body: "So it does." });
  expect(said.comments.map(({ author, body, isOwn }) => [author, body, isOwn])).toEqual([
    ["The reviewer", "The left one holds.", false],
    ["The lead", "So it does.", true],
  ]);
  const own = { ...at, commentId: said.comments[1]?.id ?? "" };
  await expect(removeComparisonComment(operator, own)).rejects.toMatchObject({ code: "FORBIDDEN" });
  for (let times = 0; times < 2; times += 1) expect((await removeComparisonComment(lead, own)).comments).toHaveLength(1);
  expect(await db().auditEvent.count({ where: { subjectId: saved.id, verb: "comparison.remove-comment" } })).toBe(1);

  // Two people change it at once: the second looks again.
  const renames = ["One", "Two"].map((name) => changeComparison(lead, { ...at, version: saved.version, name }));
  const outcomes = await Promise.allSettled(renames);
  expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  const archived = await changeComparison(operator, { ...at, version: 1, archived: true });
  expect((await listComparisons(operator, {})).items).toEqual([]);
  await changeComparison(operator, { ...at, version: archived.version, archived: false });
  expect((await listComparisons(operator, {})).items).toMatchObject([{ id: saved.id, comments: 1 }]);

  await expect(getComparison(stranger.people.admin, at)).rejects.toMatchObject({ code: "NOT_FOUND" });
  await expect(commentOnComparison(stranger.people.admin, { ...at, body: "hello" })).rejects.toMatchObject({ code: "NOT_FOUND" });
  const theirs = { name: "Theirs", members: [...members], view: {} };
  await expect(saveComparison(stranger.people.operator, theirs)).rejects.toMatchObject({ code: "NOT_FOUND" });
  const twice = { name: "Twice", members: [members[0], members[0]], view: {} };
  await expect(saveComparison(operator, twice)).rejects.toMatchObject({ code: "BAD_INPUT" });
});
