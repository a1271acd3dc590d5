import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { draftFromTemplate } from "@/lib/domain/pattern/draft";
import { Template } from "@/lib/domain/pattern/template";
import { getLabels } from "@/lib/services/label/get-labels";
import { getChecklist } from "@/lib/services/label/label-checklist";
import { moveLabel } from "@/lib/services/label/move-label";
import { rollBackLabel } from "@/lib/services/label/roll-back-label";
import { updateLane } from "@/lib/services/lane/update-lane";
import { forkPattern } from "@/lib/services/pattern/fork-pattern";
import { saveDraft } from "@/lib/services/pattern/save-draft";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { judgeCell } from "@/lib/services/trial/judge-cell";
import { freshDatabase } from "../../support/database";
import { aStudio, type ReviewStudio } from "../../support/factory";
import { personIn } from "../../support/studio";
import { subjectTemplate } from "../../support/subject-template";
import { aTrial, aTriedPattern, judged } from "../../support/trials";

let studio: ReviewStudio;
beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
});

/** A pattern the lead wrote, with another lead to sign it. */
async function written(name: string, cells: { fails?: number; subjects?: number } = {}) {
  const { people, workspaceId } = studio;
  const other = await personIn(workspaceId, "lead");
  const { id: patternId, versions } = await aTriedPattern(studio, people.lead, name);
  const versionId = versions[0]?.id ?? "";
  const trial = await aTrial(studio, versionId, { subjects: cells.subjects ?? 5, seeds: 4 });
  await judged(people.reviewer, trial.id, cells.fails ?? 0);
  const move = (person = other, change: object = {}) =>
    moveLabel(person, { patternId, label: "production", versionId, reason: "It holds.", version: 0, ...change });
  return { patternId, versionId, trialId: trial.id, other, move };
}

const production = async (patternId: string) => {
  const label = (await getLabels(studio.people.operator, { patternId })).find(({ label }) => label === "production");
  if (!label) throw new Error("every pattern has both labels");
  return label;
};

describe("the label production", () => {
  it("is refused to the author, to operators and for too little evidence, and passes as another lead with what it was signed on", async () => {
    const { patternId, versionId, move, other } = await written("Signed");
    const { lead, operator } = studio.people;
    await expect(move(lead)).rejects.toThrow("You wrote this version. Another lead has to sign it.");
    await expect(move(operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { laneId, version } = { laneId: studio.lanes.production, version: 0 };
    const stricter = await updateLane(lead, { laneId, version, change: { evidenceRule: { minCells: 21, lowerBound: 0.9 } } });
    await expect(move()).rejects.toMatchObject({ code: "REFUSED", details: { missing: "cells lower-bound" } });
    const asked = await getChecklist(other, { patternId, label: "production", versionId });
    expect(asked).toMatchObject({ complete: false, rule: { minCells: 21, lowerBound: 0.9 }, evidence: { rate: { passed: 20, of: 20 } } });
    await updateLane(lead, { laneId, version: stricter.version, change: { evidenceRule: { minCells: 20, lowerBound: 0.7 } } });
    expect((await getChecklist(other, { patternId, label: "production", versionId })).complete).toBe(true);
    const moved = await move();
    expect(moved).toMatchObject({ at: { number: 1 }, version: 1, before: null, canRollBack: true });
    expect(moved.history).toMatchObject([
      { kind: "moved", from: null, to: { number: 1 }, reason: "It holds.", evidence: { count: { passed: 20 } } },
    ]);
    // A second press is the same act; somebody else's is not.
    expect(await move()).toMatchObject({ version: 1 });
    await expect(move(studio.people.admin)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("is refused to everybody whose words a version is: who wrote its draft, and whose version was forked or saved again unchanged", async () => {
    const { people } = studio;
    const { patternId, versionId, other } = await written("Many hands", { subjects: 1 });
    const draft = { patternId, basedOn: 1, content: draftFromTemplate({ template: subjectTemplate(), references: [] }), note: "" };
    const begun = await saveDraft(other, { ...draft, draftVersion: null });
    const kept = await saveDraft(people.operator, { ...draft, draftVersion: begun.version, note: "Calmer" });
    const version = { template: { ...subjectTemplate(), text: "a calm {subject} at [sea], {light}" }, references: [], note: "Calmer" };
    const saved = await saveVersion(people.operator, { patternId, basedOn: 1, version, draftVersion: kept.version });
    const lineFor = async (person: typeof other, at: { patternId: string; versionId: string }) => {
      const { lines } = await getChecklist(person, { ...at, label: "production" });
      return lines.find(({ kind }) => kind === "not-author")?.met;
    };
    const second = { patternId, versionId: saved.versions[0]?.id ?? "" };
    expect([await lineFor(other, second), await lineFor(people.operator, second), await lineFor(people.admin, second)]).toEqual([
      false,
      false,
      true,
    ]);
    const shelf = (await db().pattern.findUniqueOrThrow({ where: { id: patternId } })).libraryId;
    const fork = await forkPattern(other, { versionId, libraryId: shelf, name: "Forked" });
    const forked = { patternId: fork.id, versionId: fork.versions[0]?.id ?? "" };
    expect([await lineFor(other, forked), await lineFor(people.lead, forked), await lineFor(people.admin, forked)]).toEqual([
      false,
      false,
      true,
    ]);
    // Lena's words, saved once more by somebody else, are still hers.
    const first = await db().patternVersion.findUniqueOrThrow({ where: { id: versionId } });
    const again = await saveVersion(other, {
      patternId: fork.id,
      basedOn: 1,
      version: { template: Template.parse(first.template), references: [], note: "The same." },
    });
    expect(await lineFor(people.lead, { patternId: fork.id, versionId: again.versions[0]?.id ?? "" })).toBe(false);
  });

  it("counts no evidence of another version, and none that is not judged to the end", async () => {
    const { patternId, trialId, other, move } = await written("Next version");
    await db().trialJudgement.deleteMany({ where: { trialId, cellIndex: 3 } });
    await expect(move()).rejects.toThrow("1 picture is not judged yet.");
    const next = await saveVersion(studio.people.operator, {
      patternId,
      basedOn: 1,
      version: { template: subjectTemplate(), references: [], note: "Calmer" },
    });
    await expect(move(other, { versionId: next.versions[0]?.id })).rejects.toThrow("No trial of this version has run.");
  });

  it("moved by two leads at once is moved once, and a judgement in the same moment comes before or after", async () => {
    const { patternId, trialId, other, move } = await written("Raced", { fails: 1 });
    const third = await personIn(studio.workspaceId, "lead");
    const fail = { trialId, cell: 19, judgement: { verdict: "fail" as const } };
    const [one, two, judged] = await Promise.allSettled([move(other), move(third), judgeCell(studio.people.reviewer, fail)]);
    expect(judged.status).toBe("fulfilled");
    const won = [one, two].filter(({ status }) => status === "fulfilled");
    const { history } = await production(patternId);
    // 19 of 20 is enough, 18 is not: whoever signed read one or the other, never half.
    expect(won.length).toBeLessThanOrEqual(1);
    expect(history).toHaveLength(won.length);
    for (const { evidence } of history) expect(evidence?.count).toMatchObject({ passed: 19, failed: 1 });
  });

  it("rolled back is where it was before, in one act however many press, and off the pattern after the last", async () => {
    const { patternId, other, move } = await written("Rolled back");
    await move();
    const next = await saveVersion(studio.people.lead, {
      patternId,
      basedOn: 1,
      version: { template: subjectTemplate(), references: [], note: "Calmer" },
    });
    const versionId = next.versions[0]?.id ?? "";
    await judged(studio.people.reviewer, (await aTrial(studio, versionId, { subjects: 5, seeds: 4 })).id);
    await move(other, { versionId, version: 1 });
    const back = (version: number, person = other) =>
      rollBackLabel(person, { patternId, label: "production", reason: "Hands again.", version });
    const third = await personIn(studio.workspaceId, "lead");
    const acts = await Promise.allSettled([back(2), back(2, third), back(2, third)]);
    expect(acts.filter(({ status }) => status === "rejected").length).toBeLessThanOrEqual(2);
    expect(await production(patternId)).toMatchObject({ at: { number: 1 }, version: 3 });
    const off = await back(3);
    expect(off).toMatchObject({
      at: null,
      version: 4,
      canRollBack: false,
      history: [{ kind: "rolled-back" }, { kind: "rolled-back" }, {}, {}],
    });
    await expect(back(4)).rejects.toMatchObject({ code: "REFUSED" });
    await expect(back(4, studio.people.operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect(await db().auditEvent.count({ where: { subjectId: patternId, verb: "label.roll-back" } })).toBe(2);
  });

  it("has a history nobody can rewrite", async () => {
    const { patternId, move } = await written("Written once");
    await move();
    await expect(db().labelMove.updateMany({ where: { patternId }, data: { reason: "Otherwise" } })).rejects.toThrow();
    await expect(db().labelMove.deleteMany({ where: { patternId } })).rejects.toThrow();
  });
});

it("candidate is free for leads, and saving a version moves it with its note", async () => {
  const { lead } = studio.people;
  const { id: patternId, versions } = await aTriedPattern(studio, lead, "Candidates");
  await saveVersion(lead, { patternId, basedOn: 1, version: { template: subjectTemplate(), references: [], note: "Calmer" } });
  const back = await moveLabel(lead, {
    patternId,
    label: "candidate",
    versionId: versions[0]?.id ?? "",
    reason: "Was better.",
    version: 2,
  });
  expect(back.history.map(({ kind, to, reason }) => [kind, to?.number, reason])).toEqual([
    ["moved", 1, "Was better."],
    ["saved", 2, "Calmer"],
    ["saved", 1, ""],
  ]);
});
