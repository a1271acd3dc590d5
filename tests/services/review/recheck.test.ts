import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { addKind } from "@/lib/services/defect-kind/add-kind";
import { editKind } from "@/lib/services/defect-kind/edit-kind";
import { listKinds } from "@/lib/services/defect-kind/list-kinds";
import { approve } from "@/lib/services/review/approve";
import { cardHistory } from "@/lib/services/review/card-history";
import { editCard } from "@/lib/services/review/edit-card";
import { getCard } from "@/lib/services/review/get-card";
import { recheckDefect } from "@/lib/services/review/recheck-defect";
import { recordDefect } from "@/lib/services/review/record-defect";
import { removeDefect } from "@/lib/services/review/remove-defect";
import { requestChanges } from "@/lib/services/review/request-changes";
import { freshDatabase } from "../../support/database";
import { aStudio } from "../../support/factory";
import { aCard, submitNew } from "./cards";
import { race } from "./race";

beforeAll(async () => {
  await freshDatabase();
});

test("what was found is a checklist on the next attempt: fixed, or carried over as it was drawn", async () => {
  const studio = await aStudio();
  const { operator, reviewer, lead } = studio.people;
  const cardId = await aCard(studio);
  const first = await submitNew(studio, cardId);
  // Its attempts are films: a still picture has no moments.
  await db().asset.updateMany({
    where: { attempts: { some: { cardId } } },
    data: { kind: "video", mimeType: "video/mp4", durationMs: 2_000 },
  });
  const box = { kind: "box", to: { x: 0.6, y: 0.7 } } as const;
  const found = {
    kind: "hands",
    severity: "major",
    note: "six fingers",
    x: 0.2,
    y: 0.3,
    outline: box,
    during: { fromMs: 40, toMs: 900 },
  } as const;
  const hands = (await recordDefect(reviewer, { cardId, attemptId: first, defect: found })).defectId;
  const logo = (await recordDefect(reviewer, { cardId, attemptId: first, defect: { ...found, kind: "logo", outline: null } })).defectId;
  expect((await getCard(reviewer, { cardId })).recheck).toEqual([]);
  await requestChanges(reviewer, { cardId, attemptId: first, note: "Mend both." });

  const second = await submitNew(studio, cardId);
  const say = (defectId: string, verdict: "fixed" | "still-there" | null, by = reviewer) =>
    recheckDefect(by, { cardId, attemptId: second, defectId, verdict });
  await expect(say(hands, "fixed", operator)).rejects.toMatchObject({ code: "FORBIDDEN" });
  await expect(recheckDefect(reviewer, { cardId, attemptId: first, defectId: hands, verdict: "fixed" })).rejects.toMatchObject({
    code: "CONFLICT",
  });
  await say(logo, "fixed");
  const { version } = await say(hands, "still-there");
  // Said twice, it is said once.
  expect(await say(hands, "still-there", lead)).toMatchObject({ version });

  const card = await getCard(reviewer, { cardId });
  expect(card.recheck).toEqual([
    { defectId: hands, attempt: 1, verdict: "still-there" },
    { defectId: logo, attempt: 1, verdict: "fixed" },
  ]);
  expect(card.attempts[0]?.defects.map(({ fixedIn }) => fixedIn)).toEqual([null, 2]);
  const carried = card.attempts[1]?.defects ?? [];
  expect(carried).toMatchObject([{ ...found, carriedFromId: hands, foundBy: { id: reviewer.memberId } }]);
  await expect(approve(reviewer, { cardId, attemptId: second })).rejects.toMatchObject({ code: "REFUSED" });

  // Taken back where it was marked, it is open again; said to be fixed, nothing stands in the way.
  await removeDefect(reviewer, { cardId, defectId: carried[0]?.id ?? "" });
  expect((await getCard(reviewer, { cardId })).recheck.map(({ verdict }) => verdict)).toEqual([null, "fixed"]);
  await say(hands, "fixed");
  await approve(reviewer, { cardId, attemptId: second });
  const { items } = await cardHistory(reviewer, { cardId });
  expect(items.filter(({ verb }) => verb === "card.recheck-defect")).toHaveLength(3);
});

test("a lead renames, hides and adds kinds; old defects keep theirs, also carried over, and only what is offered is marked", async () => {
  const studio = await aStudio();
  const { operator, reviewer, lead } = studio.people;
  const cardId = await aCard(studio);
  const first = await submitNew(studio, cardId);
  const mark = (attemptId: string, kind: string) =>
    recordDefect(reviewer, { cardId, attemptId, defect: { kind, severity: "major", x: 0.5, y: 0.5 } });
  await expect(addKind(reviewer, { label: "Grain" })).rejects.toMatchObject({ code: "FORBIDDEN" });
  const { won, codes } = await race(["Grain", "grain"].map((label) => () => addKind(lead, { label })));
  expect([won.map(({ kind }) => kind), codes]).toEqual([["grain"], ["CONFLICT"]]);
  const { defectId } = await mark(first, "grain");
  await expect(mark(first, "grains")).rejects.toMatchObject({ code: "BAD_INPUT" });

  await editKind(lead, { kind: "grain", version: 1, label: "Noise", isHidden: true });
  await expect(editKind(lead, { kind: "grain", version: 1, label: "Dust" })).rejects.toMatchObject({ code: "CONFLICT" });
  await expect(mark(first, "grain")).rejects.toMatchObject({ code: "REFUSED" });
  const hidden = { acceptableDefects: [{ kind: "grain", maxSeverity: "major" as const }] };
  expect((await getCard(reviewer, { cardId: await aCard(studio, hidden) })).acceptableDefects).toMatchObject(hidden.acceptableDefects);
  const unknown = { acceptableDefects: [{ kind: "dust", maxSeverity: "major" as const }] };
  await expect(editCard(operator, { cardId: await aCard(studio), change: unknown })).rejects.toMatchObject({ code: "BAD_INPUT" });

  await requestChanges(reviewer, { cardId, attemptId: first, note: "Less noise." });
  const second = await submitNew(studio, cardId);
  await recheckDefect(reviewer, { cardId, attemptId: second, defectId, verdict: "still-there" });
  expect((await getCard(reviewer, { cardId })).attempts.map(({ defects }) => defects.map(({ kind }) => kind))).toEqual([
    ["grain"],
    ["grain"],
  ]);
  const { items } = await listKinds(operator, {});
  expect(items.filter(({ isBuiltIn }) => !isBuiltIn)).toEqual([
    { kind: "grain", label: "Noise", hint: "", isHidden: true, isBuiltIn: false, version: 2 },
  ]);
  expect((await listKinds((await aStudio()).people.lead, {})).items.every(({ isBuiltIn }) => isBuiltIn)).toBe(true);
});
