import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { PatternView } from "@/lib/domain/pattern/view";
import { fillGrid } from "@/lib/jobs/handlers/fill-grid";
import { archiveEvalSet } from "@/lib/services/eval-set/archive-eval-set";
import { createEvalSet } from "@/lib/services/eval-set/create-eval-set";
import { writeEvalTable } from "@/lib/services/eval-set/eval-set-table";
import { listEvalSets } from "@/lib/services/eval-set/list-eval-sets";
import { saveEvalSet } from "@/lib/services/eval-set/save-eval-set";
import { cancelGrid } from "@/lib/services/grid/cancel-grid";
import { getChecklist } from "@/lib/services/label/label-checklist";
import { getPattern } from "@/lib/services/pattern/get-pattern";
import { getPrompt } from "@/lib/services/prompt/get-prompt";
import { getEvidence } from "@/lib/services/trial/get-evidence";
import { getTrial } from "@/lib/services/trial/get-trial";
import { judgeCell } from "@/lib/services/trial/judge-cell";
import { listTrials } from "@/lib/services/trial/list-trials";
import { planTrial } from "@/lib/services/trial/plan-trial";
import { setBlind } from "@/lib/services/trial/set-blind";
import { startTrial } from "@/lib/services/trial/start-trial";
import { takeBackJudgement } from "@/lib/services/trial/take-back-judgement";
import { freshDatabase } from "../../support/database";
import { openStudio, type Studio } from "../../support/studio";
import { aTrial, aTriedPattern, judged, seedsUpTo, subjects } from "../../support/trials";

let studio: Studio;
let pattern: PatternView;
let versionId: string;
beforeAll(async () => {
  await freshDatabase();
  studio = await openStudio();
  pattern = await aTriedPattern(studio);
  versionId = pattern.versions[0]?.id ?? "";
});

const aSet = (name: string, count = 3) => createEvalSet(studio.people.operator, { name, subjects: subjects(count), seeds: seedsUpTo(2) });

describe("an eval set", () => {
  it("is changed by who saw it as it is, is put away and brought back, and trials keep what they ran on", async () => {
    const { operator, reviewer } = studio.people;
    const set = await aSet("Boats");
    expect(set).toMatchObject({ variables: ["subject"], seeds: [1, 2], trials: 0, version: 0 });
    const { name, seeds } = set;
    const trial = await startTrial(operator, { versionId, projectId: studio.projectId, evalSetId: set.id });
    const save = (rows: number) => saveEvalSet(operator, { evalSetId: set.id, version: 0, name, seeds, subjects: subjects(rows) });
    const saved = await Promise.allSettled([save(1), save(2)]);
    expect(saved.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect((await getTrial(reviewer, { trialId: trial.id })).subjects).toHaveLength(3);
    await expect(saveEvalSet(reviewer, { evalSetId: set.id, version: 1, name, seeds, subjects: subjects(1) })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    expect(await archiveEvalSet(operator, { evalSetId: set.id, archived: true })).toMatchObject({ archived: true });
    expect((await listEvalSets(operator, {})).items.map(({ id }) => id)).not.toContain(set.id);
    await expect(startTrial(operator, { versionId, projectId: studio.projectId, evalSetId: set.id })).rejects.toMatchObject({
      code: "CONFLICT",
    });
    expect((await listEvalSets(operator, { archived: true })).items).toMatchObject([{ id: set.id, trials: 1 }]);
  });

  it("keeps its columns where the person put them, in its table too; without a word about them, where they came first", async () => {
    const { operator } = studio.people;
    const rows = [
      { name: "Fox", values: { zebra: "z", ant: "a" } },
      { name: "Boat", values: { ox: "o", zebra: "y" } },
    ];
    const set = await createEvalSet(operator, {
      name: "Columns",
      subjects: rows,
      seeds: [1],
      variables: ["ox", "zebra", "nothing", "ant"],
    });
    expect(set.variables).toEqual(["ox", "zebra", "ant"]);
    expect(Object.keys(set.subjects[0]?.values ?? {})).toEqual(["zebra", "ant"]);
    expect((await writeEvalTable(operator, { evalSetId: set.id })).csv).toMatch(/^name,ox,zebra,ant/);
    const saved = await saveEvalSet(operator, { evalSetId: set.id, version: 0, name: "Columns", subjects: rows, seeds: [1] });
    expect(saved.variables).toEqual(["zebra", "ant", "ox"]);
  });

  it("refuses two subjects of one name, a seed twice, and nothing at all", async () => {
    const { operator } = studio.people;
    const [one = { name: "", values: {} }] = subjects(1);
    const make = (change: object) => createEvalSet(operator, { name: "Wrong", subjects: [one], seeds: [1], ...change });
    await expect(make({ subjects: [one, one] })).rejects.toThrow("Two subjects are called “Subject 1”.");
    await expect(make({ seeds: [1, 1] })).rejects.toThrow("Each seed stands in an eval set once.");
    await expect(make({ subjects: [] })).rejects.toThrow("at least one subject");
  });
});

describe("a trial", () => {
  it("is a grid on the project's one board of trials: quoted, once per id, its cells remember version and values", async () => {
    const own = await openStudio();
    const { people, projectId, workspaceId } = own;
    const tried = await aTriedPattern(own);
    const asked = { versionId: tried.versions[0]?.id ?? "", projectId, contents: { subjects: subjects(3), seeds: seedsUpTo(2) } };
    const plan = await planTrial(people.reviewer, asked);
    expect(plan).toMatchObject({ cells: 6, pictures: 6, fits: true, refusal: null });
    const trialId = randomUUID();
    const start = () => startTrial(people.operator, { ...asked, trialId, quoteMicros: plan.quoteMicros });
    const [trial] = await Promise.all([start(), start(), start(), startTrial(people.lead, asked)]);
    expect(trial).toMatchObject({ id: trialId, number: 1, status: "starting", count: { waiting: 6 }, stale: false });
    expect(await db().board.count({ where: { projectId, name: "Trials" } })).toBe(1);
    expect(await db().trial.count({ where: { workspaceId } })).toBe(2);
    await fillGrid({ workspaceId, gridId: trialId }, new AbortController().signal);
    const { cells } = await getTrial(people.operator, { trialId });
    const prompt = await getPrompt(people.operator, { promptId: cells[3]?.promptId ?? "" });
    expect(prompt).toMatchObject({
      recipe: { text: "boat 2 at [sea], dusk", seeds: { mode: "locked", values: [2] }, count: 1 },
      pattern: { number: 1, values: { subject: "boat 2", light: "dusk" } },
    });
    expect((await getPattern(people.operator, { slug: tried.slug })).usedBy).toEqual([]);
    await cancelGrid(people.operator, { gridId: trialId });
    const cancelled = await getTrial(people.operator, { trialId });
    expect(cancelled.cells.map(({ outcome }) => outcome)).toEqual(Array(6).fill("broken"));
    expect(cancelled).toMatchObject({ count: { cancelled: 6, failed: 0 }, driftFrom: "promoted" });
    // The other trial is cancelled before a cell of it was started: none of them is waited for, here or in the evidence.
    const { items } = await listTrials(people.operator, { patternId: tried.id });
    const unstarted = items.find(({ id }) => id !== trialId)?.id ?? "";
    await cancelGrid(people.operator, { gridId: unstarted });
    expect(await getTrial(people.operator, { trialId: unstarted })).toMatchObject({ count: { waiting: 0, cancelled: 6 } });
    expect(await getEvidence(people.operator, { versionId: asked.versionId })).toMatchObject({
      count: { waiting: 0, undecided: 0, broken: 6 },
      driftFrom: "promoted",
    });
    const listed = await listTrials(people.operator, { patternId: tried.id, limit: 1 });
    expect([listed.items.length, (await listTrials(people.operator, { cursor: listed.next ?? "" })).items.length]).toEqual([1, 1]);
  });

  it("refuses an eval set that does not fit, with the reason", async () => {
    const { operator } = studio.people;
    const start = (values: Record<string, string>, change: object = {}) =>
      startTrial(operator, {
        versionId,
        projectId: studio.projectId,
        contents: { subjects: [{ name: "Fox", values }], seeds: [1] },
        ...change,
      });
    await expect(start({ subject: "a fox", colour: "red" })).rejects.toThrow(
      "This pattern has no {colour}; the eval set gives values for it.",
    );
    await expect(start({ light: "noon" })).rejects.toThrow("“Fox” gives no value for {subject}, which this pattern needs.");
    await expect(start({ subject: "a fox" }, { evalSetId: randomUUID() })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(
      startTrial(operator, { versionId, projectId: studio.projectId, quoteMicros: "1", contents: { subjects: subjects(1), seeds: [1] } }),
    ).rejects.toThrow("The price changed");
  });

  it("is judged by the majority, a tie fails, words can be taken back, and judges may not see each other", async () => {
    const { operator, reviewer, lead, admin } = studio.people;
    const { id: trialId } = await aTrial(studio, versionId, { subjects: 1, seeds: 2, blind: true });
    const say = (person: typeof lead, verdict: "pass" | "fail", cell = 0) => judgeCell(person, { trialId, cell, judgement: { verdict } });
    const cellSeenBy = async (person: typeof lead) => (await getTrial(person, { trialId })).cells[0];
    await say(operator, "pass");
    await say(reviewer, "fail");
    expect(await cellSeenBy(lead)).toMatchObject({ mine: null, others: null, outcome: "undecided", measure: null });
    await say(lead, "pass");
    expect(await cellSeenBy(lead)).toMatchObject({ mine: { verdict: "pass" }, others: [{}, {}], outcome: "passed" });
    await say(lead, "fail");
    await say(admin, "pass");
    expect(await cellSeenBy(lead)).toMatchObject({ outcome: "failed" });
    // The second picture is not judged by this lead yet: how they agree stays hidden, too.
    await say(operator, "pass", 1);
    expect(await getTrial(lead, { trialId })).toMatchObject({ agreement: null, judged: null });
    await expect(setBlind(reviewer, { trialId, blind: false })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await setBlind(lead, { trialId, blind: false });
    expect(await getTrial(lead, { trialId })).toMatchObject({ agreement: { judges: 4, pictures: 1, share: 1 / 3 }, judged: 2, passed: 1 });
    await takeBackJudgement(reviewer, { trialId, cell: 0 });
    expect(await takeBackJudgement(reviewer, { trialId, cell: 0 })).toEqual({ taken: false });
    expect(await cellSeenBy(lead)).toMatchObject({ outcome: "passed", others: [{}, {}] });
    await expect(judgeCell(lead, { trialId, cell: 0, judgement: { verdict: "pass", defectKind: "hands" } })).rejects.toThrow(
      "has no defect",
    );
    await expect(say(lead, "pass", 9)).rejects.toMatchObject({ code: "CONFLICT" });
  });

  it("judged blind says nothing in the evidence nor the checklist of what others said, until one has judged it oneself", async () => {
    const { operator, reviewer, lead } = studio.people;
    const version = (await aTriedPattern(studio, operator, "Blind")).versions[0]?.id ?? "";
    const { id: trialId, patternId } = await aTrial(studio, version, { subjects: 1, seeds: 2, blind: true });
    await judged(reviewer, trialId, 1);
    const seen = async (person: typeof lead) => (await getEvidence(person, { versionId: version })) ?? { hidden: Number.NaN };
    expect(await seen(lead)).toMatchObject({ hidden: 2, rate: null, best: null, defects: [], count: { undecided: 2 } });
    expect(await seen(reviewer)).toMatchObject({ hidden: 0, rate: { passed: 1, of: 2 } });
    const line = async () =>
      (await getChecklist(lead, { patternId, label: "production", versionId: version })).lines.find(({ kind }) => kind === "judged");
    expect(await line()).toMatchObject({ met: false, sentence: expect.stringContaining("hides the verdicts on 2 pictures") });
    await judgeCell(lead, { trialId, cell: 1, judgement: { verdict: "pass", defectKind: null, note: "" } });
    expect(await seen(lead)).toMatchObject({ hidden: 1, rate: { passed: 1, of: 1 } });
    await setBlind(lead, { trialId, blind: false });
    expect(await seen(lead)).toMatchObject({ hidden: 0, rate: { passed: 1, of: 2 } });
    expect(await line()).toMatchObject({ met: true });
  });

  it("judged by many at once keeps every judge's word, once a cell", async () => {
    const { operator, reviewer, lead } = studio.people;
    const { id: trialId } = await aTrial(studio, versionId, { subjects: 2, seeds: 2, from: 100 });
    const pass = (person: typeof lead, cell: number) => judgeCell(person, { trialId, cell, judgement: { verdict: "pass" } });
    await Promise.all([operator, reviewer, lead, lead].flatMap((person) => [0, 1, 2, 3].map((cell) => pass(person, cell))));
    expect(await db().trialJudgement.count({ where: { trialId } })).toBe(12);
    expect(await getTrial(lead, { trialId })).toMatchObject({ passed: 4, agreement: { judges: 3, pictures: 4, share: 1, alpha: 1 } });
  });
});

describe("evidence", () => {
  it("adds a version's trials up, says what they cost, and is another for the next version", async () => {
    const own = await openStudio();
    const tried = await aTriedPattern(own);
    const version = tried.versions[0]?.id ?? "";
    expect(await getEvidence(own.people.reviewer, { versionId: version })).toBeNull();
    const first = await aTrial(own, version, { subjects: 2, seeds: 2 });
    const second = await aTrial(own, version, { subjects: 2, seeds: 2, from: 2 });
    await judged(own.people.reviewer, first.id, 1);
    await judged(own.people.reviewer, second.id);
    expect(await getEvidence(own.people.reviewer, { versionId: version })).toMatchObject({
      number: 1,
      stale: false,
      trials: 2,
      count: { all: 8, passed: 7, failed: 1 },
      rate: { passed: 7, of: 8 },
      bySubject: [
        { subject: "Subject 1", rate: { of: 4 } },
        { subject: "Subject 2", rate: { of: 4 } },
      ],
      best: { subject: "Subject 1", width: 512 },
      spentMicros: "16000",
      imageMicros: "2000",
      latencyMs: { median: 4_000 },
      defects: [{ kind: "hands", count: 1 }],
      forecasts: [{ accepted: 1 }, { accepted: 5 }],
    });
  });

  it("is judged by whom the pattern's shelf is open to", async () => {
    const own = await openStudio();
    const { versions, libraryId } = await aTriedPattern(own);
    const trial = await aTrial(own, versions[0]?.id ?? "", { subjects: 1, seeds: 1 });
    const judge = () => judgeCell(own.people.reviewer, { trialId: trial.id, cell: 0, judgement: { verdict: "pass" } });
    await judge();
    const leads = { roles: ["lead" as const], memberIds: [] };
    await db().styleLibrary.update({ where: { id: libraryId }, data: { access: { use: leads, curate: leads } } });
    await expect(judge()).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(takeBackJudgement(own.people.reviewer, { trialId: trial.id, cell: 0 })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("of a revision the catalogue has left is stale until it is tried again", async () => {
    const own = await openStudio();
    const version = (await aTriedPattern(own)).versions[0]?.id ?? "";
    const { id } = await aTrial(own, version, { subjects: 1, seeds: 1 });
    await judged(own.people.reviewer, id);
    // As if the catalogue had moved on since: a frozen prompt cannot be changed, so the trial gets one of then.
    const grid = await db().grid.findUniqueOrThrow({ where: { id }, include: { prompt: true } });
    const { id: _, modelRevision: __, controls, seeds, difference, patternValues: ___, ...columns } = grid.prompt;
    const old = await db().prompt.create({
      data: { ...columns, controls: controls ?? {}, seeds: seeds ?? {}, difference: difference ?? [], modelRevision: "long ago" },
    });
    await db().grid.update({ where: { id }, data: { promptId: old.id } });
    expect(await getEvidence(own.people.lead, { versionId: version })).toMatchObject({ stale: true, modelRevision: "long ago", trials: 1 });
    const again = await aTrial(own, version, { subjects: 1, seeds: 1 });
    expect(await getEvidence(own.people.lead, { versionId: version })).toMatchObject({ stale: false, count: { undecided: 1 }, rate: null });
    expect((await listTrials(own.people.lead, { versionId: version })).items.map(({ id, stale }) => [id, stale])).toEqual(
      expect.arrayContaining([
        [again.id, false],
        [id, true],
      ]),
    );
  });
});
