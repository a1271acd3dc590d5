import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import type { PersonActor } from "@/lib/domain/access/actor";
import type { QueueSort } from "@/lib/domain/review/queue-order";
import type { QueueView } from "@/lib/domain/review/view";
import { listLanes } from "@/lib/services/lane/list-lanes";
import { updateLane } from "@/lib/services/lane/update-lane";
import { attendPlaylist } from "@/lib/services/playlist/attend-playlist";
import { createPlaylist } from "@/lib/services/playlist/create-playlist";
import { editPlaylist } from "@/lib/services/playlist/edit-playlist";
import { endSession } from "@/lib/services/playlist/end-session";
import { getPlaylist } from "@/lib/services/playlist/get-playlist";
import { listPlaylists } from "@/lib/services/playlist/list-playlists";
import { presentPlaylist } from "@/lib/services/playlist/present-playlist";
import { showPlaylistFilm } from "@/lib/services/playlist/show-film";
import { approve } from "@/lib/services/review/approve";
import { createCard } from "@/lib/services/review/create-card";
import { getCard } from "@/lib/services/review/get-card";
import { handOver } from "@/lib/services/review/hand-over";
import { listFilters } from "@/lib/services/review/list-filters";
import { recordDefect } from "@/lib/services/review/record-defect";
import { removeFilter } from "@/lib/services/review/remove-filter";
import { renameFilter } from "@/lib/services/review/rename-filter";
import { reviewQueue } from "@/lib/services/review/review-queue";
import { saveFilter } from "@/lib/services/review/save-filter";
import { seeCard } from "@/lib/services/review/see-card";
import { submitAttempt } from "@/lib/services/review/submit-attempt";
import { tickCheck } from "@/lib/services/review/tick-check";
import { freshDatabase } from "../../support/database";
import { anAsset, aStudio, aVariant, manyVariants, type ReviewStudio, TEMPLATE } from "../../support/factory";
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

const HANDS = { kind: "hands", severity: "major", note: "six fingers", x: 0.25, y: 0.5 } as const;

const idsIn = async (actor: PersonActor, view: QueueView) => (await reviewQueue(actor, { view })).items.map(({ id }) => id);

describe("the queue", () => {
  test("each card is with whoever has the next step", async () => {
    const { operator, reviewer } = studio.people;
    const draft = await aCard(studio);
    const unowned = await aCard(studio, { ownerId: null });
    const waiting = await aCard(studio);
    await submitNew(studio, waiting);
    const sent = await aCard(studio);
    await sendBack(studio, sent, 1);
    const done = await aCard(studio);
    await approve(reviewer, { cardId: done, attemptId: await submitNew(studio, done) });
    expect(await idsIn(reviewer, "mine")).toEqual([waiting]);
    expect(await idsIn(operator, "mine")).toEqual([draft, unowned, sent]);
    expect(await idsIn(operator, "waiting")).toEqual([waiting]);
    expect(await idsIn(reviewer, "waiting")).toEqual([draft, sent]);
    expect(await idsIn(reviewer, "unassigned")).toEqual([unowned]);
    const all = await reviewQueue(reviewer, { view: "all" });
    expect(all.columns).toMatchObject({ draft: 2, in_review: 1, changes_requested: 1, approved: 1, exhausted: 0 });
    expect(all.views).toEqual({ mine: 1, waiting: 2, unassigned: 1, overdue: 0, all: 5 });
  });

  test("soonest due first, cards without a date last, page by page, each once", async () => {
    const { operator } = studio.people;
    const day = (number: number) => `2031-01-0${number}T12:00:00.000Z`;
    const undated = await aCard(studio);
    const third = await aCard(studio, { dueAt: day(3) });
    const first = await aCard(studio, { dueAt: day(1) });
    const alsoThird = await aCard(studio, { dueAt: day(3) });
    const undatedToo = await aCard(studio);
    const seen: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await reviewQueue(operator, { view: "all", limit: 2, ...(cursor ? { cursor } : {}) });
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.next;
    }
    expect(seen).toEqual([first, third, alsoThird, undated, undatedToo]);
    const yearZero = Buffer.from(JSON.stringify(["0000-01-01T00:00:00Z", first])).toString("base64url");
    for (const cursor of ["rubbish", yearZero])
      await expect(reviewQueue(operator, { view: "all", cursor })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(aCard(studio, { dueAt: "0000-01-01T00:00:00Z" })).rejects.toMatchObject({ code: "BAD_INPUT" });
  });

  test("sorted by age, lane or what was spent, page by page, each once; a kept filter is one's own", async () => {
    const { operator, lead } = studio.people;
    const [first, second, third] = [await aCard(studio), await aCard(studio), await aCard(studio)];
    const { id: variantId } = await aVariant(studio, { chargeMicros: 9_000n });
    await submitAttempt(operator, { cardId: second, variantId, seenAttempt: 0 });
    await submitNew(studio, third);
    await db().reviewCard.update({ where: { id: third }, data: { laneId: studio.lanes.exploration } });
    const inOrder = async (sort: QueueSort) => {
      const seen: string[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const page = await reviewQueue(operator, { view: "all", sort, limit: 2, ...(cursor ? { cursor } : {}) });
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.next;
      }
      return seen;
    };
    expect(await inOrder("age")).toEqual([first, second, third]);
    expect(await inOrder("lane")).toEqual([third, first, second]);
    expect(await inOrder("cost")).toEqual([second, third, first]);
    const { items, next } = await reviewQueue(operator, { view: "all", sort: "cost", limit: 1 });
    expect(items[0]?.costMicros).toBe("9000");
    await expect(reviewQueue(operator, { view: "all", sort: "lane", cursor: next ?? "" })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const filter = { view: "overdue", laneId: null, sort: "cost", layout: "columns" } as const;
    await saveFilter(operator, { name: "Dear", filter: { ...filter, sort: "due" } });
    const { id: filterId } = await saveFilter(operator, { name: "Dear", filter });
    expect(await listFilters(operator, {})).toEqual([{ id: filterId, name: "Dear", filter }]);
    expect(await listFilters(lead, {})).toEqual([]);
    await saveFilter(operator, { name: "Late", filter });
    await expect(renameFilter(operator, { filterId, name: "Late" })).rejects.toMatchObject({ code: "CONFLICT" });
    await expect(renameFilter(lead, { filterId, name: "Mine" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await renameFilter(operator, { filterId, name: "Costly" })).toEqual({ id: filterId, name: "Costly", filter });
    expect((await listFilters(operator, {})).map(({ name }) => name).toSorted()).toEqual(["Costly", "Late"]);
    await expect(removeFilter(lead, { filterId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await removeFilter(operator, { filterId });
  });

  test("what others did since somebody looked is told to them, until they look; what they did themselves is not", async () => {
    const { operator, reviewer, lead } = studio.people;
    const cardId = await aCard(studio);
    await submitNew(studio, cardId);
    const newTo = async (person: PersonActor) => (await reviewQueue(person, { view: "all" })).items[0]?.unseen;
    expect(await newTo(operator)).toBeNull();
    expect(await newTo(reviewer)).toMatchObject({ acts: 2, newest: { verb: "card.submit", by: { id: operator.memberId } } });
    const { version } = await getCard(reviewer, { cardId });
    await recordDefect(lead, { cardId, attemptId: (await getCard(lead, { cardId })).attempts[0]?.id ?? "", defect: HANDS });
    // The card changed after it was read: what came since was not looked at.
    expect(await seeCard(reviewer, { cardId, version })).toEqual({ isSeen: false });
    await seeCard(reviewer, { cardId, version: version + 1 });
    expect(await newTo(reviewer)).toBeNull();
    expect(await newTo(operator)).toMatchObject({ acts: 1, newest: { verb: "card.record-defect", by: { id: lead.memberId } } });
    await sendBack(studio, cardId, 1);
    expect(await newTo(reviewer)).toMatchObject({ acts: 1, newest: { verb: "card.submit" } });
    await expect(seeCard((await aStudio()).people.lead, { cardId, version: 0 })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("overdue are open cards past their date", async () => {
    const late = await aCard(studio, { dueAt: "2020-01-01T00:00:00Z" });
    await aCard(studio, { dueAt: "2031-01-01T00:00:00Z" });
    const closed = await aCard(studio, { dueAt: "2020-01-01T00:00:00Z" });
    await approve(studio.people.reviewer, { cardId: closed, attemptId: await submitNew(studio, closed) });
    const { items } = await reviewQueue(studio.people.lead, { view: "overdue" });
    expect(items).toMatchObject([{ id: late, overdue: true }]);
  });

  test("shows nothing of another workspace", async () => {
    await aCard(studio);
    const other = await aStudio();
    expect((await reviewQueue(other.people.lead, { view: "all" })).views.all).toBe(0);
  });
});

describe("dailies", () => {
  test("one presents, everybody present sees where, and the session ends with what was decided in it", async () => {
    const { operator, reviewer, lead } = studio.people;
    const cardIds = [await aCard(studio), await aCard(studio)];
    const attemptId = await submitNew(studio, cardIds[1] ?? "");
    const other = await aStudio();
    await expect(createPlaylist(other.people.lead, { name: "Theirs", cardIds })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { id: playlistId } = await createPlaylist(lead, { name: "Monday", cardIds: cardIds.slice(0, 1) });
    await expect(presentPlaylist(lead, { playlistId, position: 1 })).rejects.toMatchObject({ code: "BAD_INPUT" });
    const { won, codes } = await race([lead, operator].map((person) => () => presentPlaylist(person, { playlistId, position: 0 })));
    expect([won.length, codes]).toEqual([1, ["CONFLICT"]]);
    await presentPlaylist(lead, { playlistId, position: 0, takeOver: true });
    await editPlaylist(operator, { playlistId, cardIds: cardIds.toReversed() });
    expect(await getPlaylist(reviewer, { playlistId })).toMatchObject({ position: 1, presenter: { id: lead.memberId }, present: [] });
    // One card goes to another place; the presented one stays presented.
    await editPlaylist(operator, { playlistId, move: { cardId: cardIds[0] ?? "", to: 0 } });
    expect(await getPlaylist(reviewer, { playlistId })).toMatchObject({
      position: 0,
      cards: [{ cardId: cardIds[0] }, { cardId: cardIds[1] }],
    });
    await race(cardIds.map((cardId) => () => editPlaylist(operator, { playlistId, move: { cardId, to: 7 } })));
    expect((await getPlaylist(reviewer, { playlistId })).cards).toHaveLength(2);
    await editPlaylist(operator, { playlistId, move: { cardId: cardIds[1] ?? "", to: 0 } });
    await expect(editPlaylist(operator, { playlistId, move: { cardId: attemptId, to: 0 } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await presentPlaylist(lead, { playlistId, position: 0 });
    await attendPlaylist(reviewer, { playlistId });
    await attendPlaylist(reviewer, { playlistId });
    expect(await db().auditEvent.count({ where: { subjectId: playlistId, verb: "playlist.attend" } })).toBe(1);
    await approve(reviewer, { cardId: cardIds[1] ?? "", attemptId, note: "This one." });
    await expect(endSession(operator, { playlistId })).rejects.toMatchObject({ code: "FORBIDDEN" });
    await endSession(lead, { playlistId });
    expect(await getPlaylist(operator, { playlistId })).toMatchObject({
      presenter: null,
      present: [{ id: reviewer.memberId }],
      cards: [{ cardId: cardIds[1], status: "approved" }, { cardId: cardIds[0] }],
      decisions: [{ decision: "approved", by: { id: reviewer.memberId }, note: "This one." }],
    });
    await expect(getPlaylist(other.people.lead, { playlistId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect((await listPlaylists(operator, {})).items).toMatchObject([{ name: "Monday", cards: 2, position: 0 }]);
  });
});

describe("a film in dailies", () => {
  test("stands for everybody where the presenter put it, goes on while it plays, and is forgotten with its card", async () => {
    const { lead, reviewer } = studio.people;
    const cardIds = [await aCard(studio), await aCard(studio)];
    const { id: playlistId } = await createPlaylist(lead, { name: "Films", cardIds });
    const film = async () => (await getPlaylist(reviewer, { playlistId })).film;
    await expect(showPlaylistFilm(lead, { playlistId, isPlaying: true, ms: 0 })).rejects.toMatchObject({ code: "CONFLICT" });
    await presentPlaylist(lead, { playlistId, position: 0 });
    await expect(showPlaylistFilm(reviewer, { playlistId, isPlaying: true, ms: 0 })).rejects.toMatchObject({ code: "CONFLICT" });
    await showPlaylistFilm(lead, { playlistId, isPlaying: false, ms: 354 });
    expect(await film()).toMatchObject({ isPlaying: false, ms: 354 });
    await showPlaylistFilm(lead, { playlistId, isPlaying: true, ms: 500 });
    const [first, second] = [await film(), await film()];
    expect(first?.ms).toBeGreaterThan(500);
    expect(second?.ms ?? 0).toBeGreaterThan(first?.ms ?? 0);
    await presentPlaylist(lead, { playlistId, position: 1 });
    expect(await film()).toBeNull();
    await showPlaylistFilm(lead, { playlistId, isPlaying: false, ms: 40 });
    await endSession(lead, { playlistId });
    expect(await film()).toBeNull();
  });
});

describe("lanes", () => {
  test("a lead changes the template; cards that exist keep their terms", async () => {
    const { lead, operator, reviewer } = studio.people;
    const before = await aCard(studio);
    const lane = (await listLanes(operator, {})).find(({ kind }) => kind === "production");
    const owner = { kind: "person" as const, memberId: reviewer.memberId };
    const change = { cardTemplates: [{ ...TEMPLATE, goal: "A calmer goal", retryLimit: 5, owner }] };
    const input = { laneId: studio.lanes.production, version: lane?.version ?? 0, change };
    await expect(updateLane(operator, input)).rejects.toMatchObject({ code: "FORBIDDEN" });
    const { won, codes } = await race([1, 2].map(() => () => updateLane(lead, input)));
    expect(won).toHaveLength(1);
    expect(codes).toEqual(["CONFLICT"]);
    const after = await aCard(studio);
    expect(await getCard(lead, { cardId: before })).toMatchObject({ goal: TEMPLATE.goal, retryLimit: 2 });
    expect(await getCard(lead, { cardId: after })).toMatchObject({ goal: "A calmer goal", retryLimit: 5 });
  });

  test("a template whose owner or fallback is gone is no dead end: that part stays open, and a sentence says so", async () => {
    const { lead, operator, reviewer } = studio.people;
    const picture = await anAsset(studio);
    const cardTemplate = {
      ...TEMPLATE,
      owner: { kind: "person", memberId: reviewer.memberId } as const,
      fallbackPath: { kind: "library-asset", assetId: picture.id, note: "" } as const,
    };
    await updateLane(lead, { laneId: studio.lanes.production, version: 0, change: { cardTemplates: [cardTemplate] } });
    await db().member.update({ where: { id: reviewer.memberId }, data: { removedAt: new Date() } });
    await db().asset.update({ where: { id: picture.id }, data: { deletedAt: new Date() } });
    const { projectId, lanes } = studio;
    // A screen sends the template back as it showed it.
    for (const terms of [{}, { ownerId: reviewer.memberId, fallbackPath: cardTemplate.fallbackPath }]) {
      const { cardId, notes } = await createCard(operator, { projectId, laneId: lanes.production, title: "Hero", terms });
      expect(notes).toEqual([
        "The lane's owner, The reviewer, is not here any more: choose an owner before the card is submitted.",
        "The lane's fallback path names a picture that does not exist any more: choose a fallback path before the card is submitted.",
      ]);
      expect(await getCard(operator, { cardId })).toMatchObject({ owner: null, missing: ["owner", "fallback path"], goal: TEMPLATE.goal });
    }
    await db().member.update({ where: { id: reviewer.memberId }, data: { removedAt: null, role: "operator" } });
    const { notes } = await createCard(operator, { projectId, laneId: lanes.production, title: "Hero" });
    expect(notes[0]).toMatch(/does not decide on review cards any more/);
  });

  test("a card starts from the template somebody chooses; its goal is filled, and what was changed is told", async () => {
    const { lead, operator } = studio.people;
    const { projectId, lanes } = studio;
    const example = await anAsset(studio);
    const packshot = {
      ...TEMPLATE,
      id: example.id,
      name: "Packshot",
      goal: "A packshot of {product}.",
      acceptableDefects: [{ kind: "colour" as const, maxSeverity: "minor" as const, note: "", exampleAssetId: example.id }],
      requiredChecks: [{ id: "rights", label: "The rights are cleared", before: "publish" as const }],
    };
    await updateLane(lead, { laneId: lanes.production, version: 0, change: { cardTemplates: [TEMPLATE, packshot] } });
    const card = { projectId, laneId: lanes.production, title: "Lamp", templateId: packshot.id, terms: { retryLimit: 7 } };
    const { cardId } = await createCard(operator, card);
    expect(await getCard(operator, { cardId })).toMatchObject({
      template: { name: "Packshot", changed: [{ term: "retry limit", was: "2" }] },
      openVariables: ["product"],
      missing: ["value for each variable of the goal", "owner"],
      requiredChecks: [{ id: "rights", tick: null }],
    });
    await handOver(lead, { cardId, toMemberId: lead.memberId });
    const { id: variantId } = await aVariant(studio);
    await submitAttempt(operator, { cardId, variantId, seenAttempt: 0, values: { product: "a brass lamp" } });
    const { goal, attempts } = await getCard(lead, { cardId });
    expect(goal).toBe("A packshot of a brass lamp.");
    const attemptId = attempts[0]?.id ?? "";
    await tickCheck(lead, { cardId, attemptId, checkId: "rights", isTicked: true });
    await tickCheck(lead, { cardId, attemptId, checkId: "rights", isTicked: true });
    expect((await getCard(lead, { cardId })).requiredChecks).toMatchObject([{ tick: { by: { id: lead.memberId } } }]);
    expect(await db().auditEvent.count({ where: { subjectId: cardId, verb: "card.tick-check" } })).toBe(1);
    await expect(createCard(operator, { ...card, templateId: cardId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const gone = [
      {
        ...packshot,
        acceptableDefects: [
          { ...packshot.acceptableDefects[0], kind: "colour" as const, maxSeverity: "minor" as const, exampleAssetId: cardId },
        ],
      },
    ];
    const change = { laneId: lanes.production, version: 1, change: { cardTemplates: gone } };
    await expect(updateLane(lead, change)).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  test("twenty submissions at once are spread over the reviewers by what they have to do", async () => {
    const { lead, operator, reviewer } = studio.people;
    const others = [await personIn(studio.workspaceId, "reviewer"), await personIn(studio.workspaceId, "reviewer")];
    const rotation = { ...TEMPLATE, owner: { kind: "rotation" as const, among: [] } };
    await updateLane(lead, { laneId: studio.lanes.production, version: 0, change: { cardTemplates: [rotation] } });
    const busy = await Promise.all([1, 2].map(() => aCard(studio, { ownerId: reviewer.memberId })));
    const { projectId, lanes } = studio;
    const cardIds: string[] = [];
    for (let card = 0; card < 20; card += 1)
      cardIds.push((await createCard(operator, { projectId, laneId: lanes.production, title: `Card ${card}` })).cardId);
    const variants = await manyVariants(studio, 20);
    const { won } = await race(
      cardIds.map((cardId, at) => () => submitAttempt(operator, { cardId, variantId: variants[at] ?? "", seenAttempt: 0 })),
    );
    expect(won).toHaveLength(20);
    const owned = await db().reviewCard.groupBy({ by: ["ownerId"], where: { id: { in: [...busy, ...cardIds] } }, _count: true });
    const shares = new Map(owned.map(({ ownerId, _count }) => [ownerId, _count]));
    // 22 cards over three, fewest first: nobody has more than one more than another.
    expect([reviewer, ...others].map(({ memberId }) => shares.get(memberId)).sort()).toEqual([7, 7, 8]);
  });

  test("a template cannot name an owner who may not decide or a fallback that does not exist", async () => {
    const { lead, operator } = studio.people;
    const other = await aStudio();
    const update = (cardTemplate: object) =>
      updateLane(lead, { laneId: studio.lanes.production, version: 0, change: { cardTemplates: [{ ...TEMPLATE, ...cardTemplate }] } });
    await expect(update({ owner: { kind: "person", memberId: operator.memberId } })).rejects.toMatchObject({ code: "REFUSED" });
    await expect(update({ owner: { kind: "person", memberId: other.people.lead.memberId } })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(update({ fallbackPath: { kind: "pattern", patternId: studio.projectId } })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});
