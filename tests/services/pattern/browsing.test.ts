import { beforeAll, describe, expect, it } from "vitest";
import { db } from "@/lib/db/client";
import type { PatternView } from "@/lib/domain/pattern/view";
import { createLibrary } from "@/lib/services/library/create-library";
import { listShelves } from "@/lib/services/library/list-shelves";
import { browsePatterns } from "@/lib/services/pattern/browse-patterns";
import { countPatterns } from "@/lib/services/pattern/count-patterns";
import { editPattern } from "@/lib/services/pattern/edit-pattern";
import { forkPattern } from "@/lib/services/pattern/fork-pattern";
import { saveVersion } from "@/lib/services/pattern/save-version";
import { getEvidence } from "@/lib/services/trial/get-evidence";
import { setBlind } from "@/lib/services/trial/set-blind";
import { freshDatabase } from "../../support/database";
import { aStudio, type ReviewStudio } from "../../support/factory";
import { aPattern, label } from "../../support/patterns";
import { openStudio } from "../../support/studio";
import { subjectTemplate } from "../../support/subject-template";
import { aTrial, judged } from "../../support/trials";

let studio: ReviewStudio;
/** Holds on 20 of 20, on 15 of 20, on every one of an old model revision, and was never tried. */
let patterns: Record<"strong" | "weak" | "stale" | "untried", PatternView>;
let trialOf: Record<string, string>;

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
  const { lead, operator, reviewer } = studio.people;
  const { id: libraryId } = await createLibrary(lead, { name: "Sea" });
  const put = (name: string) =>
    aPattern(studio, { name, libraryId, author: operator, version: { template: subjectTemplate(), references: [], note: "" } });
  // The newest stands in front.
  const [untried, stale, weak, strong] = [await put("Untried"), await put("Stale"), await put("Weak"), await put("Strong")];
  patterns = { strong, weak, stale, untried };
  trialOf = {};
  for (const [pattern, fails] of [
    [strong, 0],
    [weak, 5],
    [stale, 0],
  ] as const) {
    const trial = await aTrial(studio, pattern.versions[0]?.id ?? "", { subjects: 5, seeds: 4 });
    await judged(reviewer, trial.id, fails);
    await judged(lead, trial.id, fails + 1);
    trialOf[pattern.name] = trial.id;
  }
  await onAnOldRevision(trialOf.Stale ?? "");
  await label(strong, "production", 1);
  await editPattern(operator, { patternId: weak.id, version: weak.version, tags: ["warm"] });
});

/** A trial's prompt is frozen: it becomes one that was written for the model as it was. */
async function onAnOldRevision(trialId: string): Promise<void> {
  const grid = await db().grid.findUniqueOrThrow({ where: { id: trialId }, include: { prompt: true } });
  const { id: _, controls, seeds, difference, patternValues: __, ...columns } = grid.prompt;
  const old = await db().prompt.create({
    data: { ...columns, controls: controls ?? {}, seeds: seeds ?? {}, difference: difference ?? [], modelRevision: "long ago" },
  });
  await db().grid.update({ where: { id: trialId }, data: { promptId: old.id } });
}

const names = ({ items }: { items: readonly { name: string }[] }) => items.map(({ name }) => name);
const found = async (asked: Parameters<typeof browsePatterns>[1]) => names(await browsePatterns(studio.people.operator, asked));

describe("browsing patterns", () => {
  it("says of each what its evidence says, of the version it stands for, with a picture of each subject that passed first", async () => {
    const { items } = await browsePatterns(studio.people.operator, { sort: "proven" });
    for (const { name, standing } of items) {
      const versionId = Object.values(patterns).find((pattern) => pattern.name === name)?.versions[0]?.id ?? "";
      const evidence = await getEvidence(studio.people.operator, { versionId });
      expect(standing).toEqual(
        evidence && { rate: evidence.rate, acceptedMicros: evidence.acceptedMicros, stale: evidence.stale, hidden: evidence.hidden > 0 },
      );
    }
    const [strong] = items;
    const cells = await db().gridCell.findMany({
      where: { gridId: trialOf.Strong ?? "", index: { in: [4, 8, 12, 16, 1] } },
      include: { run: { select: { variants: { select: { assetId: true } } } } },
    });
    // Two judges disagree on the first cell, so the first subject shows its second seed.
    const expected = cells.map(({ run }) => run?.variants[0]?.assetId).sort();
    expect(
      strong?.faces
        .slice(0, 5)
        .map(({ assetId }) => assetId)
        .sort(),
    ).toEqual(expected);
    expect(strong?.faces).toHaveLength(6);
    const next = await saveVersion(studio.people.operator, {
      patternId: patterns.strong.id,
      basedOn: 1,
      version: { template: subjectTemplate(), references: [], note: "Calmer" },
    });
    expect(next.labels).toEqual({ candidate: 2, production: 1 });
    expect((await browsePatterns(studio.people.operator, { label: "production" })).items).toMatchObject([
      { name: "Strong", number: 1, versions: 2, standing: { rate: { passed: 19, of: 20 } } },
    ]);
  });

  it("says of a blind trial to a judge no more than they have judged themselves", async () => {
    const { operator, reviewer } = studio.people;
    const trialId = trialOf.Weak ?? "";
    await setBlind(operator, { trialId, blind: true });
    const seen = async (person: typeof operator) => (await browsePatterns(person, { text: "weak" })).items[0];
    expect((await seen(operator))?.standing).toMatchObject({ rate: null, acceptedMicros: null, hidden: true });
    expect((await seen(operator))?.faces).toHaveLength(1);
    expect((await seen(reviewer))?.standing).toMatchObject({ rate: { of: 20 }, hidden: false });
    await setBlind(operator, { trialId, blind: false });
  });

  it("finds by words, label, tag, lower bound and cost; what an old model proved counts for neither", async () => {
    expect(await found({ text: "SEA weak" })).toEqual(["Weak"]);
    expect(await found({ text: "#warm" })).toEqual(["Weak"]);
    expect(await found({ tag: "warm", label: "production" })).toEqual([]);
    expect(await found({ passAtLeast: 0.7 })).toEqual(["Strong"]);
    expect(await found({ passAtLeast: 0.45 })).toEqual(["Strong", "Weak"]);
    expect(await found({ acceptedAtMost: "2500" })).toEqual(["Strong"]);
    expect(await found({ modelId: "nobody" })).toEqual([]);
    expect(await countPatterns(studio.people.operator, { passAtLeast: 0.7 })).toMatchObject({
      found: 1,
      all: 4,
      labels: [
        { label: "candidate", count: 1 },
        { label: "production", count: 1 },
      ],
      passAtLeast: [
        { share: 0.5, count: 1 },
        { share: 0.7, count: 1 },
        { share: 0.9, count: 0 },
      ],
      tags: [],
    });
    expect((await countPatterns(studio.people.operator, {})).tags).toEqual([{ tag: "warm", count: 1 }]);
  });

  it("orders by proof, cost, age and name, and pages without losing or repeating any", async () => {
    expect(await found({})).toEqual(["Strong", "Weak", "Stale", "Untried"]);
    expect(await found({ sort: "proven" })).toEqual(["Strong", "Weak", "Untried", "Stale"]);
    expect((await found({ sort: "cheapest" })).slice(0, 2)).toEqual(["Strong", "Weak"]);
    expect(await found({ sort: "name" })).toEqual(["Stale", "Strong", "Untried", "Weak"]);
    const first = await browsePatterns(studio.people.operator, { sort: "proven", limit: 3 });
    const rest = await browsePatterns(studio.people.operator, { sort: "proven", limit: 3, cursor: first.next ?? "" });
    expect([...names(first), ...names(rest)]).toEqual(["Strong", "Weak", "Untried", "Stale"]);
    expect(rest.next).toBeNull();
    await expect(browsePatterns(studio.people.operator, { cursor: "1; DROP" })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  it("lists shelves with their whole order and first cards, tells a fork where it came from, and shows no other workspace's", async () => {
    const { lead, operator } = studio.people;
    const shelves = await listShelves(operator, {});
    expect(shelves).toMatchObject([{ name: "Sea", mayUse: true, next: null }]);
    expect(shelves[0]?.order).toEqual(shelves[0]?.cards.map(({ id }) => id));
    const versionId = patterns.weak.versions[0]?.id ?? "";
    const fork = await forkPattern(lead, { versionId, libraryId: shelves[0]?.id ?? "", name: "Weak" });
    expect((await browsePatterns(operator, { sort: "newest", limit: 1 })).items).toMatchObject([
      { id: fork.id, forkedFrom: { name: "Weak", slug: patterns.weak.slug, libraryName: "Sea" }, standing: null },
    ]);
    const stranger = await openStudio();
    expect(await browsePatterns(stranger.people.operator, {})).toEqual({ items: [], next: null });
    expect(await listShelves(stranger.people.operator, {})).toEqual([]);
  });
});
