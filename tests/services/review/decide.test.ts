import { beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { db } from "@/lib/db/client";
import { publish } from "@/lib/services/publication/publish";
import { approve } from "@/lib/services/review/approve";
import { cardHistory } from "@/lib/services/review/card-history";
import { checkSubmission } from "@/lib/services/review/check-submission";
import { decideMany } from "@/lib/services/review/decide-many";
import { delegateSeat } from "@/lib/services/review/delegate-seat";
import { editCard } from "@/lib/services/review/edit-card";
import { editRecipe } from "@/lib/services/review/edit-recipe";
import { getCard } from "@/lib/services/review/get-card";
import { handOver } from "@/lib/services/review/hand-over";
import { pickOption } from "@/lib/services/review/pick-option";
import { recordDefect } from "@/lib/services/review/record-defect";
import { reject } from "@/lib/services/review/reject";
import { removeDefect } from "@/lib/services/review/remove-defect";
import { requestAgain } from "@/lib/services/review/request-again";
import { requestChanges } from "@/lib/services/review/request-changes";
import { reviewQueue } from "@/lib/services/review/review-queue";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { submitMany } from "@/lib/services/review/submit-many";
import { waiveDefect } from "@/lib/services/review/waive-defect";
import { startRun } from "@/lib/services/run/start-run";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, type ReviewStudio } from "../../support/factory";
import { recipe } from "../../support/recipes";
import { personIn } from "../../support/studio";
import { aCard, sendBack, submitNew } from "./cards";
import { race } from "./race";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
});
beforeEach(async () => {
  studio = await aStudio();
});

const HOUR_MS = 3_600_000;
const HANDS = { kind: "hands", severity: "major", note: "six fingers", x: 0.25, y: 0.5 } as const;

describe("submitting", () => {
  test("a card without owner says what is missing, before and when it is sent", async () => {
    const { operator } = studio.people;
    const cardId = await aCard(studio, { ownerId: null, goal: "" });
    expect(await getCard(operator, { cardId })).toMatchObject({
      missing: ["goal", "owner"],
      acts: { submit: { allowed: false, reason: "Before it can be submitted, this card needs a goal and an owner." } },
    });
    await expect(submitNew(studio, cardId)).rejects.toMatchObject({ code: "REFUSED" });
  });

  test("an attempt is bound to the content hash, and the card shows where it came from", async () => {
    const { operator } = studio.people;
    const cardId = await aCard(studio);
    const variant = await aVariant(studio, { chargeMicros: 5_000n });
    await submitAttempt(operator, { cardId, variantId: variant.id, seenAttempt: 0, note: "First idea" });
    const card = await getCard(operator, { cardId });
    expect(card).toMatchObject({
      status: "in_review",
      meter: { used: 0, total: 2, left: 2, waived: 0 },
      costMicros: "5000",
      standing: "Attempt 1 by The operator waits for a decision.",
    });
    expect(card.attempts[0]).toMatchObject({
      number: 1,
      contentHash: variant.contentHash,
      variant: { id: variant.id, runId: variant.runId, boardId: studio.boardId, engineId: "sketch" },
      picture: { assetId: variant.assetId, width: 1024 },
    });
  });

  test("production refuses draft quality, also when the draft comes back as an upload", async () => {
    const { operator } = studio.people;
    const cardId = await aCard(studio);
    const draft = await aVariant(studio, { quality: "draft" });
    const { id: assetId } = await anAsset(studio, "upload", draft.contentHash);
    await expect(submitAttempt(operator, { cardId, variantId: draft.id, seenAttempt: 0 })).rejects.toThrow(/final quality/);
    await expect(submitAttempt(operator, { cardId, assetId, seenAttempt: 0 })).rejects.toThrow(/final quality/);
    const upload = await anAsset(studio);
    await submitAttempt(operator, { cardId, assetId: upload.id, seenAttempt: 0 });
  });

  test("a lane that allows other engines refuses this one", async () => {
    await db().lane.update({ where: { id: studio.lanes.production }, data: { allowedEngines: ["other"] } });
    await expect(submitNew(studio, await aCard(studio))).rejects.toThrow(/does not allow the engine/);
  });

  test("pictures and cards of another workspace do not exist", async () => {
    const other = await aStudio();
    const cardId = await aCard(studio);
    const stolen = await aVariant(other);
    await expect(submitAttempt(studio.people.operator, { cardId, variantId: stolen.id, seenAttempt: 0 })).rejects.toMatchObject({
      code: "NOT_FOUND",
    });
    await expect(getCard(other.people.lead, { cardId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("the very file under review is not submitted again", async () => {
    const { operator } = studio.people;
    const cardId = await aCard(studio);
    const variant = await aVariant(studio);
    await submitAttempt(operator, { cardId, variantId: variant.id, seenAttempt: 0 });
    await expect(submitAttempt(operator, { cardId, variantId: variant.id, seenAttempt: 1 })).rejects.toMatchObject({ code: "CONFLICT" });
  });
});

describe("deciding", () => {
  test("pressed twice, a decision is answered with how it stands; with other words or by another act it is a conflict", async () => {
    const { reviewer } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const { won, codes } = await race(Array.from({ length: 8 }, () => () => approve(reviewer, { cardId, attemptId, note: "Lovely." })));
    expect(codes).toEqual([]);
    expect(new Set(won.map(({ status, version }) => `${status} ${version}`)).size).toBe(1);
    expect(await db().auditEvent.count({ where: { subjectId: cardId, verb: "card.approve" } })).toBe(1);
    await expect(approve(reviewer, { cardId, attemptId, note: "Lovely!" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(requestChanges(reviewer, { cardId, attemptId, note: "Lovely." })).rejects.toMatchObject({ code: "CONFLICT" });
  });

  test("the owner decides, nobody else", async () => {
    const { lead } = studio.people;
    const another = await personIn(studio.workspaceId, "reviewer");
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    for (const person of [lead, another])
      await expect(approve(person, { cardId, attemptId })).rejects.toMatchObject({
        code: "FORBIDDEN",
        message: "The reviewer owns this card and decides.",
      });
    await expect(approve(studio.people.operator, { cardId, attemptId })).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  test("nobody decides on their own attempt; handing the card over is the way on", async () => {
    const { lead, reviewer } = studio.people;
    const cardId = await aCard(studio, { ownerId: lead.memberId });
    const attemptId = await submitNew(studio, cardId, lead);
    for (const decide of [approve, requestChanges, reject])
      await expect(decide(lead, { cardId, attemptId, note: "mine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await handOver(lead, { cardId, toMemberId: reviewer.memberId });
    expect(await approve(reviewer, { cardId, attemptId })).toMatchObject({ status: "approved" });
  });

  test("an operator cannot own a card", async () => {
    const { operator, lead } = studio.people;
    await expect(aCard(studio, { ownerId: operator.memberId })).rejects.toMatchObject({ code: "REFUSED" });
    const cardId = await aCard(studio);
    await expect(handOver(lead, { cardId, toMemberId: operator.memberId })).rejects.toMatchObject({ code: "REFUSED" });
  });

  test("requesting changes needs a note", async () => {
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await expect(requestChanges(studio.people.reviewer, { cardId, attemptId, note: "  " })).rejects.toMatchObject({ code: "REFUSED" });
    expect((await getCard(studio.people.reviewer, { cardId })).status).toBe("in_review");
  });

  test("a defect outside the list blocks approval until a lead waives it, with a reason and not on their own attempt", async () => {
    const { reviewer, lead, admin } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId, lead);
    const onStill = { ...HANDS, during: { fromMs: 0, toMs: 400 } };
    await expect(recordDefect(reviewer, { cardId, attemptId, defect: onStill })).rejects.toThrow("A still picture has no moments");
    const { defectId } = await recordDefect(reviewer, { cardId, attemptId, defect: HANDS });
    await expect(approve(reviewer, { cardId, attemptId })).rejects.toThrow(/lead's waiver/);
    await expect(waiveDefect(reviewer, { cardId, defectId, reason: "fine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(waiveDefect(lead, { cardId, defectId, reason: "fine" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    expect((await getCard(lead, { cardId })).acts.waiveDefect.reason).toMatch(/your own attempt/);
    await expect(waiveDefect(admin, { cardId, defectId, reason: " " })).rejects.toMatchObject({ code: "REFUSED" });
    await waiveDefect(admin, { cardId, defectId, reason: "Cropped in print." });
    expect(await approve(reviewer, { cardId, attemptId })).toMatchObject({ status: "approved" });
    const [attempt] = (await getCard(reviewer, { cardId })).attempts;
    expect(attempt?.defects).toMatchObject([{ acceptable: false, waiver: { reason: "Cropped in print.", by: { name: "The admin" } } }]);
  });

  test("a defect on the acceptable list passes; a removed one no longer counts", async () => {
    const { reviewer } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await recordDefect(reviewer, { cardId, attemptId, defect: { ...HANDS, kind: "artefact", severity: "minor" } });
    const { defectId } = await recordDefect(reviewer, { cardId, attemptId, defect: HANDS });
    await removeDefect(reviewer, { cardId, defectId });
    expect(await approve(reviewer, { cardId, attemptId })).toMatchObject({ status: "approved" });
  });

  test("a new attempt makes an approval stale", async () => {
    const { reviewer } = studio.people;
    const cardId = await aCard(studio);
    const first = await submitNew(studio, cardId);
    await approve(reviewer, { cardId, attemptId: first });
    const second = await submitNew(studio, cardId);
    const card = await getCard(reviewer, { cardId });
    expect(card).toMatchObject({ status: "in_review", meter: { used: 1 } });
    expect(card.attempts).toMatchObject([
      { id: first, status: "approved", stale: true },
      { id: second, status: "submitted", stale: false },
    ]);
  });

  test("editing the recipe makes an approval stale at once; the same file is asked for again without a retry, or the recipe taken back", async () => {
    const { operator, reviewer, lead } = studio.people;
    const quality = { controls: { ...recipe().controls, quality: "final" as const } };
    const promptId = await studio.prompt(quality);
    const made = await aVariant(studio, { promptId });
    const cardId = await aCard(studio, { retryLimit: 1 });
    const { attemptId } = await submitAttempt(operator, { cardId, variantId: made.id, seenAttempt: 0 });
    const edited = await studio.prompt({ ...quality, text: `${recipe().text} at dusk` });
    const edit = (by: typeof operator, to: string) => editRecipe(by, { cardId, attemptId, promptId: to });
    await expect(edit(operator, edited)).rejects.toMatchObject({ code: "CONFLICT" });
    await approve(reviewer, { cardId, attemptId });
    await expect(edit(reviewer, edited)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(edit(operator, promptId)).rejects.toMatchObject({ message: expect.stringMatching(/exactly what was approved/) });
    const publishing = { cardId, attemptId, disclosure: { kind: "none" as const, reason: "Drawn by hand." } };

    await edit(operator, edited);
    expect(await edit(operator, edited)).toMatchObject({ status: "approved" });
    const stale = await getCard(operator, { cardId });
    expect(stale).toMatchObject({ status: "approved", publishing: { allowed: false, reason: expect.stringMatching(/recipe was edited/) } });
    expect(stale.attempts[0]).toMatchObject({
      stale: true,
      staleBecause: "recipe-edited",
      recipeEdit: { promptId: edited, by: { id: operator.memberId }, difference: [{ kind: "added", text: "at dusk" }] },
    });
    await expect(publish(lead, publishing)).rejects.toMatchObject({
      code: "CONFLICT",
      message: expect.stringMatching(/recipe was edited/),
    });
    const [listed] = (await reviewQueue(lead, { view: "all" })).items;
    expect(listed).toMatchObject({
      stale: true,
      moves: { publish: { allowed: false, reason: expect.stringMatching(/recipe was edited/) } },
    });

    await edit(operator, promptId);
    expect((await getCard(operator, { cardId })).attempts[0]).toMatchObject({ stale: false, recipeEdit: null });
    await expect(requestAgain(operator, { cardId, attemptId })).rejects.toMatchObject({ code: "CONFLICT" });

    // Running another recipe for the card is the same edit, in the run's own transaction; running the approved one is none.
    await startRun(operator, { promptId, cardId });
    expect((await getCard(operator, { cardId })).attempts[0]).toMatchObject({ stale: false });
    await startRun(operator, { promptId: edited, cardId });
    expect((await cardHistory(operator, { cardId })).items[0]).toMatchObject({ verb: "run.start", details: { difference: "at dusk" } });
    const again = await requestAgain(lead, { cardId, attemptId });
    expect(await requestAgain(lead, { cardId, attemptId })).toMatchObject({ attemptId: again.attemptId });
    expect(await getCard(reviewer, { cardId })).toMatchObject({
      status: "in_review",
      meter: { used: 0, left: 1 },
      attempts: [
        { id: attemptId, status: "approved", staleBecause: "newer-attempt" },
        { status: "submitted", renews: 1, contentHash: made.contentHash, submittedBy: { id: operator.memberId } },
      ],
    });
    expect(await approve(reviewer, { cardId, attemptId: again.attemptId })).toMatchObject({ status: "approved" });

    // What is published stays what was approved, though its recipe is edited afterwards.
    await publish(lead, { ...publishing, attemptId: again.attemptId });
    await editRecipe(operator, { cardId, attemptId: again.attemptId, promptId: edited });
    expect(await getCard(operator, { cardId })).toMatchObject({ status: "published", attempts: [{}, { staleBecause: "recipe-edited" }] });
    await expect(requestAgain(operator, { cardId, attemptId: again.attemptId })).rejects.toMatchObject({
      message: expect.stringMatching(/^What is published stays what was approved/),
    });
    expect(await db().publication.findFirst({ where: { cardId } })).toMatchObject({ attemptId: again.attemptId, withdrawnAt: null });
  });

  test("the measure of a decision is not changed behind its back", async () => {
    const { operator, lead } = studio.people;
    const cardId = await aCard(studio);
    await editCard(operator, { cardId, change: { retryLimit: 5 } });
    await submitNew(studio, cardId);
    const acceptableDefects = [{ kind: "hands", maxSeverity: "critical" }] as const;
    await expect(editCard(operator, { cardId, change: { acceptableDefects: [...acceptableDefects] } })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    await expect(editCard(lead, { cardId, change: { goal: "Another goal" } })).rejects.toThrow(/reason/);
    await expect(editCard(lead, { cardId, change: { retryLimit: 20 }, reason: "more" })).rejects.toThrow(/fixed/);
    await editCard(operator, { cardId, change: { title: "Hero, wide" } });
    await editCard(lead, { cardId, change: { goal: "Another goal" }, reason: "The client changed the brief." });
    expect(await getCard(lead, { cardId })).toMatchObject({ title: "Hero, wide", goal: "Another goal", meter: { total: 5 } });
  });

  test("four eyes: nobody widens what their own waiting attempt is measured against, a lead's neither", async () => {
    const { admin, lead } = studio.people;
    const cardId = await aCard(studio);
    const variant = await aVariant(studio);
    await submitAttempt(lead, { cardId, variantId: variant.id, seenAttempt: 0 });
    const change = { acceptableDefects: [{ kind: "hands", maxSeverity: "critical", note: "" }] } as const;
    const widen = { cardId, change: { acceptableDefects: [...change.acceptableDefects] }, reason: "It is fine." };
    await expect(editCard(lead, widen)).rejects.toMatchObject({
      code: "FORBIDDEN",
      message: expect.stringMatching(/somebody else changes/),
    });
    await expect(editCard(lead, { ...widen, change: { goal: "Anything" } })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await editCard(lead, { cardId, change: { title: "Hero, wide" } });
    await editCard(admin, widen);
    expect(await getCard(lead, { cardId })).toMatchObject({ title: "Hero, wide", acceptableDefects: change.acceptableDefects });
  });

  test("every act is in the history, newest first, with who, from where to where, and from whom to whom", async () => {
    const { reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    await editCard(lead, { cardId, change: { ownerId: lead.memberId }, reason: "Back from holiday." });
    await handOver(lead, { cardId, toMemberId: reviewer.memberId });
    const passed = (await cardHistory(reviewer, { cardId, limit: 2 })).items.map(({ by, handed }) => [by, handed?.from, handed?.to]);
    expect(passed.map((people) => people.map((person) => person?.name))).toEqual([
      ["The lead", "The lead", "The reviewer"],
      ["The lead", "The reviewer", "The lead"],
    ]);
    await sendBack(studio, cardId, 1);
    const { items } = await cardHistory(reviewer, { cardId });
    expect(items.map(({ verb, by, details }) => [verb, by?.name, details.to])).toEqual([
      ["card.request-changes", "The reviewer", "changes_requested"],
      ["card.submit", "The operator", "in_review"],
      ["card.hand-over", "The lead", "draft"],
      ["card.edit", "The lead", "draft"],
      ["card.create", "The operator", "draft"],
    ]);
    expect(items[0]).toMatchObject({ handed: null, details: { from: "in_review", note: "Warmer light, please.", attempt: 1 } });
  });
});

describe("in stages", () => {
  test("each stage has its say, a seat changes hands with a trace, and the last word approves", async () => {
    const { reviewer, lead, admin } = studio.people;
    const [second, third] = [await personIn(studio.workspaceId, "reviewer"), await personIn(studio.workspaceId, "reviewer")];
    const cardId = await aCard(studio, {
      ownerId: lead.memberId,
      stages: [
        { name: "Craft", reviewerIds: [reviewer.memberId, second.memberId], rule: "all" },
        { name: "Brand", reviewerIds: [admin.memberId, lead.memberId], rule: "first", start: { when: "decision" } },
      ],
    });
    const attemptId = await submitNew(studio, cardId);
    const mine = async (person: typeof reviewer) => (await reviewQueue(person, { view: "mine" })).items.length;
    expect([await mine(reviewer), await mine(second), await mine(lead)]).toEqual([1, 1, 0]);
    await expect(approve(admin, { cardId, attemptId })).rejects.toThrow("A stage before yours has not decided yet.");
    await expect(approve(third, { cardId, attemptId })).rejects.toThrow(/decide on this attempt\.$/);
    await delegateSeat(second, { cardId, toMemberId: third.memberId, note: "Holiday" });
    await delegateSeat(second, { cardId, toMemberId: third.memberId, note: "Holiday" });
    await expect(delegateSeat(third, { cardId, toMemberId: reviewer.memberId })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await approve(reviewer, { cardId, attemptId, note: "Fine." })).toMatchObject({ status: "in_review" });
    expect(await approve(reviewer, { cardId, attemptId, note: "Fine." })).toMatchObject({ status: "in_review" });
    await expect(approve(reviewer, { cardId, attemptId, note: "Twice." })).rejects.toMatchObject({ code: "CONFLICT" });
    expect([await mine(reviewer), await mine(third)]).toEqual([0, 1]);
    await approve(third, { cardId, attemptId });
    expect((await getCard(lead, { cardId })).stages).toMatchObject([
      { name: "Craft", state: "passed", seats: [{ said: { verdict: "approved", note: "Fine." } }, { person: { id: third.memberId } }] },
      { name: "Brand", state: "open", seats: [{ said: null }, { said: null }] },
    ]);
    const { won, codes } = await race([admin, lead].map((person) => () => approve(person, { cardId, attemptId })));
    expect([won.map(({ status }) => status), codes]).toEqual([["approved"], ["CONFLICT"]]);
    const trail = await db().auditEvent.findMany({
      where: { subjectId: cardId },
      orderBy: { id: "asc" },
      select: { verb: true, details: true },
    });
    expect(trail.map(({ verb }) => verb)).toEqual(["card.create", "card.submit", "card.delegate", ...Array(3).fill("card.approve")]);
    expect(trail[2]?.details).toMatchObject({ seatBefore: second.memberId, seatAfter: third.memberId, note: "Holiday" });
    expect(trail.slice(3).map(({ details }) => details)).toMatchObject([{ stages: "Craft" }, { stages: "Craft" }, { stages: "Brand" }]);
  });
});

describe("stages side by side", () => {
  test("those that begin together decide in any order; one with a deadline waits for nobody after it", async () => {
    const { reviewer, lead, admin, operator } = studio.people;
    const cardId = await aCard(studio, {
      ownerId: admin.memberId,
      stages: [
        { name: "Craft", reviewerIds: [reviewer.memberId], rule: "all" },
        { name: "Brand", reviewerIds: [lead.memberId], rule: "all", start: { when: "together" } },
        { name: "Law", reviewerIds: [admin.memberId], rule: "all", start: { when: "deadline", hours: 2 } },
      ],
    });
    const attemptId = await submitNew(studio, cardId);
    const mine = async (person: typeof reviewer) => (await reviewQueue(person, { view: "mine" })).items.length;
    expect([await mine(reviewer), await mine(lead), await mine(admin)]).toEqual([1, 1, 0]);
    await expect(approve(admin, { cardId, attemptId })).rejects.toThrow("A stage before yours has not decided yet.");
    expect(await approve(lead, { cardId, attemptId })).toMatchObject({ status: "in_review" });
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 3 * HOUR_MS });
    try {
      expect([await mine(reviewer), await mine(lead), await mine(admin)]).toEqual([1, 0, 1]);
      expect(await approve(admin, { cardId, attemptId })).toMatchObject({ status: "in_review" });
    } finally {
      vi.useRealTimers();
    }
    expect((await getCard(operator, { cardId })).stages.map(({ state }) => state)).toEqual(["open", "passed", "passed"]);
    expect(await approve(reviewer, { cardId, attemptId })).toMatchObject({ status: "approved" });
  });
});

describe("many at once", () => {
  const place = () => ({ projectId: studio.projectId, laneId: studio.lanes.production, title: "Lamp" });

  test("a card each from one template, all of them or none, and what a lane would refuse is said before", async () => {
    const { operator, reviewer } = studio.people;
    const [one, two, draft] = await Promise.all([aVariant(studio), aVariant(studio), aVariant(studio, { quality: "draft" })]);
    const terms = { ownerId: reviewer.memberId };
    const sent = {
      ...place(),
      as: "cards" as const,
      terms,
      pictures: [{ variantId: one.id, title: "First lamp" }, { assetId: two.assetId }],
    };
    await expect(submitMany(operator, { ...sent, pictures: [...sent.pictures, { variantId: draft.id }] })).rejects.toThrow(
      /^Picture 3: Production/,
    );
    expect(await db().reviewCard.count({ where: { projectId: studio.projectId } })).toBe(0);
    const { cards } = await submitMany(operator, sent);
    expect(cards.map(({ title }) => title)).toEqual(["First lamp", "Lamp 2"]);
    const checked = await checkSubmission(operator, {
      laneId: studio.lanes.production,
      pictures: [{ variantId: draft.id }, { variantId: one.id }],
    });
    expect(checked).toMatchObject([
      { problem: expect.stringMatching(/^Production takes final/), waitsOn: [] },
      { problem: null, waitsOn: [{ title: "First lamp" }] },
    ]);
  });

  test("options of one card: the reviewer chooses one, and the approval is of exactly its bytes", async () => {
    const { operator, reviewer, lead } = studio.people;
    const variants = await Promise.all([1, 2, 3].map(() => aVariant(studio)));
    const pictures = variants.map(({ id: variantId }) => ({ variantId }));
    const { cards } = await submitMany(operator, { ...place(), as: "options", terms: { ownerId: reviewer.memberId }, pictures });
    const { cardId = "", attemptId = "" } = cards[0] ?? {};
    expect((await getCard(reviewer, { cardId })).attempts[0]?.options).toHaveLength(3);
    await expect(approve(reviewer, { cardId, attemptId })).rejects.toThrow(/Choose one of the pictures/);
    const choice = { cardId, attemptId, assetId: variants[1]?.assetId ?? "" };
    await expect(pickOption(lead, choice)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await pickOption(reviewer, choice);
    await pickOption(reviewer, choice);
    await recordDefect(reviewer, { cardId, attemptId, defect: { ...HANDS, kind: "artefact", severity: "minor" } });
    await expect(pickOption(reviewer, { ...choice, assetId: variants[0]?.assetId ?? "" })).rejects.toMatchObject({ code: "CONFLICT" });
    await approve(reviewer, { cardId, attemptId });
    const { attempts } = await getCard(lead, { cardId });
    expect(attempts).toMatchObject([{ status: "approved", contentHash: variants[1]?.contentHash, pickedBy: { id: reviewer.memberId } }]);
    const other = { assetId: variants[0]?.assetId ?? "", contentHash: variants[0]?.contentHash ?? "", variantId: variants[0]?.id ?? "" };
    await expect(db().attempt.update({ where: { id: attemptId }, data: other })).rejects.toThrow();
    await expect(
      submitMany(operator, { ...place(), as: "options", terms: {}, pictures: [...pictures, ...pictures.slice(0, 1)] }),
    ).rejects.toMatchObject({
      code: "BAD_INPUT",
    });
  });

  test("one decision with one note on many cards: what is refused on one is said of it, and two people decide each card once", async () => {
    const { reviewer } = studio.people;
    const ids = await Promise.all([1, 2, 3].map(() => aCard(studio)));
    const cards = await Promise.all(ids.map(async (cardId) => ({ cardId, attemptId: await submitNew(studio, cardId) })));
    const [first, second, third] = cards;
    if (!first || !second || !third) throw new Error("three cards");
    await recordDefect(reviewer, { ...third, defect: HANDS });
    const together = await race([1, 2].map((turn) => () => decideMany(reviewer, { decision: "approve", note: `turn ${turn}`, cards })));
    expect(together.codes).toEqual([]);
    const done = together.won.flatMap((answer) => answer.cards.map((each) => each.done));
    expect(done.filter(Boolean)).toHaveLength(2);
    expect(together.won[0]?.cards[2]).toMatchObject({ cardId: third.cardId, done: false, whyNot: expect.stringMatching(/waiver/) });
    expect((await decideMany(reviewer, { decision: "reject", note: "", cards: [third] })).cards).toMatchObject([
      { whyNot: "A reason is needed." },
    ]);
    await decideMany(reviewer, { decision: "request-changes", note: "Six fingers.", cards: [third] });
    expect(await getCard(reviewer, { cardId: third.cardId })).toMatchObject({
      status: "changes_requested",
      attempts: [{ decision: { note: "Six fingers." } }],
    });
    const trail = await db().auditEvent.count({ where: { subjectId: { in: ids }, verb: "card.decide-many" } });
    expect(trail).toBe(3);
  });
});

describe("together", () => {
  test("a hundred decisions at once: one decides, ninety-nine hear what happened", async () => {
    const { reviewer } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const decide = [approve, requestChanges, reject];
    const { won, codes, sentences } = await race(
      Array.from({ length: 100 }, (_, turn) => () => (decide[turn % 3] ?? approve)(reviewer, { cardId, attemptId, note: `turn ${turn}` })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual(Array.from({ length: 99 }, () => "CONFLICT"));
    const { standing } = await getCard(reviewer, { cardId });
    expect(new Set(sentences)).toEqual(new Set([`Nothing on this card waits for a decision. ${standing}`]));
    expect(await db().auditEvent.count({ where: { subjectId: cardId, memberId: reviewer.memberId } })).toBe(1);
  });

  test("a hundred decisions at once in a stage whose first word decides: one is heard, ninety-nine hear of it", async () => {
    const { reviewer, lead, admin } = studio.people;
    const seats = [reviewer, lead, admin];
    const first = {
      name: "Any of three",
      reviewerIds: seats.map(({ memberId }) => memberId),
      rule: "first",
      start: { when: "decision" },
    } as const;
    const cardId = await aCard(studio, { stages: [first] });
    const attemptId = await submitNew(studio, cardId);
    const { won, codes } = await race(
      Array.from({ length: 100 }, (_, turn) => () => approve(seats[turn % 3] ?? lead, { cardId, attemptId, note: `turn ${turn}` })),
    );
    expect(won).toHaveLength(1);
    expect(codes).toEqual(Array.from({ length: 99 }, () => "CONFLICT"));
    const { status, stages } = await getCard(reviewer, { cardId });
    expect([status, stages[0]?.seats.filter(({ said }) => said).length]).toEqual(["approved", 1]);
  });

  test("approving races a new attempt: either the approval is stale or it is refused, never a silent loss", async () => {
    const { reviewer, operator } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const variant = await aVariant(studio);
    const { codes } = await race<unknown>([
      () => approve(reviewer, { cardId, attemptId }),
      () => submitAttempt(operator, { cardId, variantId: variant.id, seenAttempt: 1 }),
    ]);
    const card = await getCard(reviewer, { cardId });
    expect(card.status).toBe("in_review");
    expect(card.attempts).toHaveLength(2);
    const [first] = card.attempts;
    const outcome = codes.length === 0 ? { status: "approved", stale: true } : { status: "withdrawn", stale: false };
    expect(first).toMatchObject(outcome);
    expect(codes.every((code) => code === "CONFLICT")).toBe(true);
  });

  test("defects marked at the same moment are all kept", async () => {
    const { reviewer, lead, admin } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const markers = [reviewer, lead, admin, reviewer, lead, admin];
    const { codes } = await race(markers.map((person) => () => recordDefect(person, { cardId, attemptId, defect: HANDS })));
    expect(codes).toEqual([]);
    expect((await getCard(reviewer, { cardId })).attempts[0]?.defects).toHaveLength(6);
  });
});
