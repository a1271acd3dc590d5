import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { NoticeKind } from "@/lib/domain/notice/notice";
import type { Stage } from "@/lib/domain/review/stage-plan";
import { noticeRound } from "@/lib/jobs/handlers/notice-round";
import { type Mailer, mailerTo } from "@/lib/mail/mailer";
import { addComment } from "@/lib/services/comment/add-comment";
import { editComment } from "@/lib/services/comment/edit-comment";
import { updateLane } from "@/lib/services/lane/update-lane";
import { listNotices } from "@/lib/services/notice/list-notices";
import { takeLetter } from "@/lib/services/notice/mail";
import { markAllNotices, markNotices } from "@/lib/services/notice/mark-notices";
import { sweepNotices } from "@/lib/services/notice/sweep-notices";
import { readWishes, setWishes } from "@/lib/services/notice/wishes";
import { failPublication } from "@/lib/services/publication/fail-publication";
import { approve } from "@/lib/services/review/approve";
import { editCard } from "@/lib/services/review/edit-card";
import { handOver } from "@/lib/services/review/hand-over";
import { requestChanges } from "@/lib/services/review/request-changes";
import { takeFallback } from "@/lib/services/review/take-fallback";
import { claimRun } from "@/lib/services/run/claim-run";
import { finishRun } from "@/lib/services/run/finish-run";
import { startRun } from "@/lib/services/run/start-run";
import { takePlace } from "@/lib/services/run/take-place";
import { createWebhook } from "@/lib/services/webhook/create-webhook";
import { aPublication } from "../services/publication/publications";
import { aCard, sendBack, submitNew } from "../services/review/cards";
import { freshDatabase } from "../support/database";
import { aStudio, aVariant, type ReviewStudio } from "../support/factory";
import { aMailServer, type MailServer } from "../support/mail-server";

const HOUR_MS = 3_600_000;
const ORIGIN = "https://studio.example.com";
const going = new AbortController().signal;

let studio: ReviewStudio;
let server: MailServer;
let mailer: Mailer;

beforeAll(async () => {
  await freshDatabase();
  server = await aMailServer();
  mailer = mailerTo({ server: server.url, from: "Selects <studio@example.com>" });
});
beforeEach(async () => {
  await db().notice.deleteMany();
  server.arrived.length = 0;
  studio = await aStudio();
});
afterAll(async () => {
  mailer.close();
  await server.close();
});

const round = (now: Date, sends: Mailer | null = null) => noticeRound(now, going, { mailer: sends, origin: ORIGIN });
const inbox = async (by: PersonActor) => (await listNotices(by, {})).items;
const kindsOf = async (by: PersonActor): Promise<NoticeKind[]> => (await inbox(by)).map(({ kind }) => kind);

describe("people are told", () => {
  test("whatever moves a card tells whom it concerns, once, and nobody of their own acts", async () => {
    const { operator, reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    expect(await kindsOf(reviewer)).toEqual([]);
    const first = await submitNew(studio, cardId);
    expect(await inbox(reviewer)).toMatchObject([
      {
        kind: "submitted",
        sentence: "The operator submitted attempt 1 of “Hero picture”; it waits for you.",
        path: `/review/${cardId}`,
        isRead: false,
      },
    ]);
    await requestChanges(reviewer, { cardId, attemptId: first, note: "Warmer light." });
    // Said once more, by a second press: nothing new happened.
    await requestChanges(reviewer, { cardId, attemptId: first, note: "Warmer light." });
    expect(await inbox(operator)).toMatchObject([{ kind: "changes-requested", note: "Warmer light." }]);
    await handOver(reviewer, { cardId, toMemberId: lead.memberId, note: "You know the brief." });
    expect(await kindsOf(lead)).toEqual(["assigned"]);
    const second = await submitNew(studio, cardId);
    await approve(lead, { cardId, attemptId: second });
    expect(await kindsOf(lead)).toEqual(["submitted", "assigned"]);
    expect((await inbox(operator))[0]).toMatchObject({ kind: "decided", sentence: "The lead approved attempt 2 of “Hero picture”." });
    expect(await kindsOf(reviewer)).toEqual(["submitted"]);
  });

  test("what is decided waits for nobody any more: it is read, says what settled it, and no letter says otherwise", async () => {
    const { operator, reviewer, lead } = studio.people;
    const open = async (by: PersonActor) => (await listNotices(by, { show: "unread" })).items.map(({ kind }) => kind);
    const cardId = await aCard(studio, { dueAt: new Date(Date.now() + HOUR_MS).toISOString() });
    const first = await submitNew(studio, cardId);
    await round(new Date());
    expect((await open(reviewer)).sort()).toEqual(["due-soon", "submitted"]);
    await requestChanges(reviewer, { cardId, attemptId: first, note: "Warmer light." });
    expect([await open(reviewer), await open(operator)]).toEqual([[], ["changes-requested"]]);
    const second = await submitNew(studio, cardId);
    expect([await open(reviewer), await open(operator)]).toEqual([["submitted"], []]);
    await handOver(reviewer, { cardId, toMemberId: lead.memberId });
    expect([await open(reviewer), await open(lead)]).toEqual([[], ["assigned"]]);
    await approve(lead, { cardId, attemptId: second });
    expect((await inbox(reviewer)).map(({ kind, settled, isRead }) => [kind, settled, isRead])).toEqual([
      ["submitted", "You handed it on.", true],
      ["due-soon", "You requested changes.", true],
      ["submitted", "You requested changes.", true],
    ]);
    expect((await inbox(operator)).map(({ kind, settled }) => [kind, settled])).toEqual([
      ["decided", null],
      ["changes-requested", "You submitted an attempt."],
    ]);
    expect((await inbox(lead)).map(({ kind, settled }) => [kind, settled])).toEqual([["assigned", "You approved it."]]);
  });

  test("at the limit it is exhausted; work by hand goes to whom the path names; a draft's new owner hears of it", async () => {
    const { operator, reviewer, lead } = studio.people;
    const path = { kind: "manual", memberId: lead.memberId, note: "" } as const;
    const cardId = await aCard(studio, { retryLimit: 0, fallbackPath: path });
    await sendBack(studio, cardId, 1);
    expect(await kindsOf(operator)).toEqual(["exhausted"]);
    await takeFallback(operator, { cardId });
    expect(await kindsOf(lead)).toEqual(["assigned"]);
    await editCard(operator, { cardId: await aCard(studio, { ownerId: null }), change: { ownerId: reviewer.memberId } });
    expect(await kindsOf(reviewer)).toEqual(["assigned", "submitted"]);
  });

  test("in stages whoever is awaited hears of it when their stage opens, by a decision or by its deadline", async () => {
    const { reviewer, lead, admin } = studio.people;
    const stage = (name: string, memberId: string, start: Stage["start"]): Stage => ({ name, reviewerIds: [memberId], rule: "all", start });
    const cardId = await aCard(studio);
    const stages = [
      stage("Craft", reviewer.memberId, { when: "decision" }),
      stage("Brand", lead.memberId, { when: "decision" }),
      stage("Law", admin.memberId, { when: "deadline", hours: 5 }),
    ];
    await editCard(lead, { cardId, change: { stages } });
    const attemptId = await submitNew(studio, cardId);
    expect([await kindsOf(reviewer), await kindsOf(lead), await kindsOf(admin)]).toEqual([["submitted"], [], []]);
    await approve(reviewer, { cardId, attemptId });
    expect([await kindsOf(reviewer), await kindsOf(lead), await kindsOf(admin)]).toEqual([["submitted"], ["submitted"], []]);
    await round(new Date(Date.now() + 4 * HOUR_MS));
    expect(await kindsOf(admin)).toEqual([]);
    await round(new Date(Date.now() + 6 * HOUR_MS));
    await round(new Date(Date.now() + 7 * HOUR_MS));
    expect([await kindsOf(lead), await kindsOf(admin)]).toEqual([["submitted"], ["submitted"]]);
  });

  test("who is named is named, and who is answered is answered; an edit names only who was not named", async () => {
    const { operator, reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const { threadId } = await addComment(reviewer, { cardId, attemptId, body: "@The lead, look.", mentions: [lead.memberId] });
    expect([await kindsOf(lead), await kindsOf(operator)]).toEqual([["mentioned"], ["replied"]]);
    expect((await inbox(lead))[0]).toMatchObject({ note: "@The lead, look.", path: `/review/${cardId}#comments` });
    await editComment(reviewer, { commentId: threadId, body: "Both, look.", mentions: [lead.memberId, operator.memberId] });
    await addComment(lead, { cardId, attemptId, threadId, body: "Seen." });
    expect([await kindsOf(lead), await kindsOf(operator)]).toEqual([["mentioned"], ["replied", "mentioned", "replied"]]);
    expect(await kindsOf(reviewer)).toEqual(["replied", "submitted"]);
  });

  test("a run that took long says how it ended, and a short one does not; what could not be published says so", async () => {
    const { operator, lead } = studio.people;
    const system = { kind: "system", workspaceId: studio.workspaceId } as const;
    const end = async (isLong: boolean) => {
      const { id: runId } = await startRun(operator, { promptId: await studio.prompt() });
      const token = "019a0000-0000-7000-8000-00000000000a";
      await claimRun(studio.workspaceId, runId, token);
      await takePlace({ workspaceId: studio.workspaceId, runId, token });
      if (isLong) await db().run.update({ where: { id: runId }, data: { createdAt: new Date(Date.now() - 2 * HOUR_MS) } });
      await finishRun(system, {
        runId,
        token,
        outputs: [],
        failure: null,
        costMicros: 0n,
        answer: { isVerified: true, retryAfterMs: null },
      });
    };
    await end(false);
    expect(await kindsOf(operator)).toEqual([]);
    await end(true);
    expect(await inbox(operator)).toMatchObject([{ kind: "run", sentence: expect.stringContaining("was not made: failed.") }]);
    const { id: publicationId } = await aPublication(studio, { variantId: (await aVariant(studio)).id });
    await failPublication(system, { publicationId, reason: "The file is damaged." });
    expect((await inbox(lead))[0]).toMatchObject({
      kind: "publication",
      note: "The file is damaged.",
      path: `/publications/${publicationId}`,
    });
  });

  test("endpoints outside are told of the same, in the same transaction", async () => {
    const { admin, reviewer } = studio.people;
    const kinds = ["card.submitted", "card.exhausted", "card.overdue", "comment.added"] as const;
    await createWebhook(admin, { url: "http://127.0.0.1:1/hook", kinds: [...kinds] });
    const cardId = await aCard(studio, { retryLimit: 0, dueAt: "2030-01-01T00:00:00.000Z" });
    const attemptId = await submitNew(studio, cardId);
    await addComment(reviewer, { cardId, attemptId, body: "Too dark." });
    await requestChanges(reviewer, { cardId, attemptId, note: "Lighter." });
    await round(new Date("2030-01-01T00:00:01.000Z"));
    await round(new Date("2030-01-01T00:01:01.000Z"));
    const sent = await db().webhookDelivery.findMany({ where: { workspaceId: studio.workspaceId }, orderBy: { id: "asc" } });
    expect(sent.map(({ kind }) => kind)).toEqual(["card.submitted", "comment.added", "card.exhausted", "card.overdue"]);
    expect(JSON.parse(sent[1]?.body ?? "{}")).toMatchObject({
      data: { cardId, body: "Too dark.", author: { kind: "member", name: "The reviewer" } },
    });
  });
});

describe("an inbox", () => {
  test("is its person's alone: read, unread again, all at once up to what was seen", async () => {
    const { operator, reviewer } = studio.people;
    for (let count = 0; count < 3; count += 1) await submitNew(studio, await aCard(studio));
    const [newest, middle, oldest] = await inbox(reviewer);
    const ids = [newest, middle, oldest].map((notice) => notice?.id ?? "");
    expect(await markNotices(operator, { noticeIds: ids })).toEqual({ changed: 0 });
    expect(await markNotices(reviewer, { noticeIds: [ids[0] ?? ""] })).toEqual({ changed: 1 });
    expect(await markNotices(reviewer, { noticeIds: [ids[0] ?? ""], isRead: false })).toEqual({ changed: 1 });
    const page = await listNotices(reviewer, { show: "unread", kind: "submitted", limit: 2 });
    expect([page.items.length, page.unread.submitted, page.unread.decided, page.unreadInAll]).toEqual([2, 3, 0, 3]);
    expect((await listNotices(reviewer, { cursor: page.next ?? "", limit: 2 })).items).toMatchObject([{ id: ids[2] }]);
    // What came after the newest that was shown stays unread.
    expect(await markAllNotices(reviewer, { upTo: ids[1] ?? "" })).toEqual({
      changed: 2,
      noticeIds: expect.arrayContaining([ids[1], ids[2]]),
    });
    expect((await listNotices(reviewer, { show: "unread" })).items.map(({ id }) => id)).toEqual([ids[0]]);
    await sweepNotices(new Date(Date.now() + 100 * 24 * HOUR_MS));
    expect((await inbox(reviewer)).map(({ id }) => id)).toEqual([ids[0]]);
  });

  test("holds what its person wants there", async () => {
    const { reviewer } = studio.people;
    await setWishes(reviewer, { wishes: [{ kind: "submitted", inApp: false, mail: "off" }], digest: { timeZone: "Asia/Tokyo", hour: 7 } });
    await submitNew(studio, await aCard(studio));
    expect(await db().notice.count({ where: { memberId: reviewer.memberId } })).toBe(0);
    await setWishes(reviewer, { wishes: [{ kind: "submitted", inApp: false, mail: "digest" }] });
    await submitNew(studio, await aCard(studio));
    expect([await inbox(reviewer), await db().notice.count({ where: { memberId: reviewer.memberId } })]).toEqual([[], 1]);
    const { wishes, digest } = await readWishes(reviewer, {});
    expect(wishes.find(({ kind }) => kind === "submitted")).toEqual({ kind: "submitted", inApp: false, mail: "digest" });
    expect(digest).toEqual({ timeZone: "Asia/Tokyo", hour: 7 });
    const nowhere = { timeZone: "Mars/Olympus", hour: 7 };
    await expect(setWishes(reviewer, { digest: nowhere })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });
});

test("time that runs out is said to whose step is next, then to the leads after the lane's time, once however often it is looked at", async () => {
  const { operator, reviewer, lead, admin } = studio.people;
  const { version } = await db().lane.findUniqueOrThrow({ where: { id: studio.lanes.production } });
  await updateLane(lead, { laneId: studio.lanes.production, version, change: { remindHours: 4, escalateHours: 2 } });
  const dueAt = new Date("2031-05-05T12:00:00.000Z");
  const after = (hours: number) => new Date(dueAt.getTime() + hours * HOUR_MS);
  const waiting = await aCard(studio, { dueAt: dueAt.toISOString() });
  await submitNew(studio, waiting);
  const back = await aCard(studio, { dueAt: dueAt.toISOString() });
  await sendBack(studio, back, 1);
  await db().notice.deleteMany();
  await round(after(-5));
  expect(await db().notice.count({ where: { workspaceId: studio.workspaceId } })).toBe(0);
  // Two workers look at once, and again: each person is told once.
  await Promise.all([round(after(-3)), round(after(-3))]);
  await round(after(-2));
  expect([await kindsOf(reviewer), await kindsOf(operator), await kindsOf(lead)]).toEqual([["due-soon"], ["due-soon"], []]);
  await round(after(0));
  expect([await kindsOf(reviewer), await kindsOf(lead)]).toEqual([["overdue", "due-soon"], []]);
  await Promise.all([round(after(2)), round(after(3))]);
  expect([await kindsOf(lead), await kindsOf(admin)]).toEqual([["escalated", "escalated"], []]);
  expect((await inbox(lead)).map(({ sentence }) => sentence)).toContain(
    "“Hero picture” has been overdue for long: the next step is The reviewer's.",
  );
  expect(await kindsOf(operator)).toEqual(["overdue", "due-soon"]);
  // A due date that was moved is another one.
  await editCard(lead, { cardId: back, change: { dueAt: after(24).toISOString() } });
  await round(after(24));
  expect(await kindsOf(operator)).toEqual(["overdue", "overdue", "due-soon"]);
});

/** What came at once. Digests come of their own, when the hour of the day the test runs at is theirs. */
const lettersAtOnce = () => server.arrived.filter((letter) => !letter.header("Subject").startsWith("Selects"));

describe("e-mail", () => {
  test("what waits for somebody is mailed at once, with an address that asks who one is, and once", async () => {
    const { reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await addComment(reviewer, { cardId, attemptId, body: "Für @The lead – <b>sofort</b>", mentions: [lead.memberId] });
    const now = new Date(Date.now() + 1_000);
    await Promise.all([round(now, mailer), round(now, mailer)]);
    await round(new Date(now.getTime() + HOUR_MS), mailer);
    const [letter, ...more] = lettersAtOnce();
    expect(more).toEqual([]);
    const { email } = await db().user.findUniqueOrThrow({ where: { id: lead.userId } });
    expect(letter?.to).toEqual([email]);
    expect(letter?.header("Auto-Submitted")).toBe("auto-generated");
    expect(letter?.header("Message-ID")).toMatch(/^<[0-9a-f-]{36}@example\.com>$/u);
    expect(letter?.text).toContain(`${ORIGIN}/review/${cardId}#comments`);
    expect(letter?.text).toContain("> Für @The lead – <b>sofort</b>");
    expect(letter?.text).toContain("&lt;b&gt;");
  });

  test("a server that will not today is asked again later, and one that never will is not", async () => {
    const { reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    const name = () => addComment(reviewer, { cardId, attemptId, body: "@The lead", mentions: [lead.memberId] });
    await name();
    server.refusals.push(451);
    const now = new Date(Date.now() + 1_000);
    const arrived = lettersAtOnce;
    await round(now, mailer);
    await round(now, mailer);
    expect(arrived()).toHaveLength(0);
    await round(new Date(now.getTime() + 2 * 60_000), mailer);
    expect(arrived()).toHaveLength(1);
    await name();
    server.refusals.push(550);
    await round(new Date(now.getTime() + HOUR_MS / 60), mailer);
    await round(new Date(now.getTime() + HOUR_MS), mailer);
    expect(arrived()).toHaveLength(1);
    // Killed between taking a letter and noting it: sent again under the id it had, once the taker has been silent for long.
    await name();
    const later = (minutes: number) => new Date(now.getTime() + 5 * HOUR_MS + minutes * 60_000);
    const taken = await takeLetter(later(0));
    await round(later(1), mailer);
    expect(arrived()).toHaveLength(1);
    await round(later(6), mailer);
    expect(arrived().at(-1)?.header("Message-ID")).toBe(`<${taken?.id}@example.com>`);
    expect(arrived()).toHaveLength(2);
  });

  test("what was read, and who has left, is not mailed", async () => {
    const { reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    const attemptId = await submitNew(studio, cardId);
    await addComment(reviewer, { cardId, attemptId, body: "@The lead", mentions: [lead.memberId] });
    await markNotices(lead, { noticeIds: (await inbox(lead)).map(({ id }) => id) });
    await handOver(reviewer, { cardId, toMemberId: lead.memberId });
    await db().member.update({ where: { id: lead.memberId }, data: { removedAt: new Date() } });
    await round(new Date(Date.now() + 1_000), mailer);
    expect(lettersAtOnce()).toHaveLength(0);
    expect(await db().notice.count({ where: { mail: "now", mailAfter: { not: null } } })).toBe(0);
  });

  test("the rest comes once a day, at the hour of one's own day, and not on a day without news", async () => {
    const { reviewer } = studio.people;
    const { email } = await db().user.findUniqueOrThrow({ where: { id: reviewer.userId } });
    const arrived = () => server.arrived.filter(({ to }) => to.includes(email)).map((letter) => letter.header("Subject"));
    await setWishes(reviewer, { digest: { timeZone: "UTC", hour: 0 } });
    await submitNew(studio, await aCard(studio));
    // Today's hour has begun: news of this moment are told tomorrow.
    await round(new Date(), mailer);
    expect(arrived()).toEqual([]);
    await setWishes(reviewer, { digest: { timeZone: "Europe/Zurich", hour: 8 } });
    await submitNew(studio, await aCard(studio));
    const day = new Date(Date.now() + 24 * HOUR_MS).toISOString().slice(0, 10);
    await round(new Date(`${day}T05:30:00Z`), mailer);
    expect(arrived()).toEqual([]);
    // Whoever is first is told to come again.
    server.refusals.push(421, 421, 421, 421, 421, 421);
    await round(new Date(`${day}T09:00:00Z`), mailer);
    expect(arrived()).toEqual([]);
    server.refusals.length = 0;
    await Promise.all([round(new Date(`${day}T09:01:00Z`), mailer), round(new Date(`${day}T09:01:00Z`), mailer)]);
    await round(new Date(`${day}T18:00:00Z`), mailer);
    expect(arrived()).toEqual(["Selects: 2 notices"]);
    await round(new Date(new Date(`${day}T09:00:00Z`).getTime() + 24 * HOUR_MS), mailer);
    expect(arrived()).toHaveLength(1);
  });
});
