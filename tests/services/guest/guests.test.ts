import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { findShare, guestWith } from "@/lib/auth/guest";
import { db } from "@/lib/db/client";
import { authorise } from "@/lib/domain/access/actor";
import { addComment } from "@/lib/services/comment/add-comment";
import { listComments } from "@/lib/services/comment/list-comments";
import { addGuestComment } from "@/lib/services/guest/add-guest-comment";
import { changeShare } from "@/lib/services/guest/change-share";
import { createShare } from "@/lib/services/guest/create-share";
import { guestFile } from "@/lib/services/guest/guest-file";
import { guestsOnCard } from "@/lib/services/guest/guests-on-card";
import { listShares } from "@/lib/services/guest/list-shares";
import { markPlace } from "@/lib/services/guest/mark-place";
import { recommend } from "@/lib/services/guest/recommend";
import { revokeShare } from "@/lib/services/guest/revoke-share";
import { seeShare } from "@/lib/services/guest/see-share";
import { acceptMark, dismissMark } from "@/lib/services/guest/settle-mark";
import { shareLog } from "@/lib/services/guest/share-log";
import { takeFile } from "@/lib/services/guest/take-file";
import { createPlaylist } from "@/lib/services/playlist/create-playlist";
import { editPlaylist } from "@/lib/services/playlist/edit-playlist";
import { approve } from "@/lib/services/review/approve";
import { getCard } from "@/lib/services/review/get-card";
import { requestChanges } from "@/lib/services/review/request-changes";
import { freshDatabase } from "../../support/database";
import { aStudio, type ReviewStudio } from "../../support/factory";
import { aCard, submitNew } from "../review/cards";
import { aLink, comeIn, EVERYTHING } from "./a-guest";

let studio: ReviewStudio;

beforeAll(async () => {
  await freshDatabase();
  studio = await aStudio();
});

async function inReview() {
  const cardId = await aCard(studio);
  return { cardId, attemptId: await submitNew(studio, cardId) };
}

const PLACE = { note: "The logo leans.", x: 0.4, y: 0.25 };

describe("a share link", () => {
  it("is stored as a hash, opens for the right address only, and stops at once when it is taken back", async () => {
    const { reviewer, lead } = studio.people;
    const { cardId } = await inReview();
    const { linkId, token } = await aLink(reviewer, [cardId]);
    const row = await db().shareLink.findUniqueOrThrow({ where: { id: linkId } });
    expect(JSON.stringify(row)).not.toContain(token.slice(16));
    expect(Buffer.from(token.slice(16), "base64url")).toHaveLength(32);
    const { guest, secret } = await comeIn(token);
    const flipped = token.slice(0, -1) + (token.endsWith("A") ? "Q" : "A");
    expect([await findShare(flipped), await findShare(token.slice(16)), await findShare("")]).toEqual([null, null, null]);
    const link = await findShare(token);
    expect(link?.state).toBe("open");
    const other = await findShare((await aLink(reviewer, [cardId])).token);
    expect(other && (await guestWith(other, secret))).toBeNull();
    expect((await seeShare(guest, {})).cards.map((card) => card.cardId)).toEqual([cardId]);

    expect((await revokeShare(lead, { linkId })).state).toBe("revoked");
    expect((await revokeShare(lead, { linkId })).state).toBe("revoked");
    await expect(seeShare(guest, {})).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("taken back") });
    await expect(comeIn(token)).rejects.toMatchObject({ code: "FORBIDDEN" });
    await expect(changeShare(lead, { linkId, name: "Again" })).rejects.toMatchObject({ code: "CONFLICT" });
    expect(await db().auditEvent.count({ where: { verb: "share.revoke", subjectId: linkId } })).toBe(1);
  });

  it("shows what it was made for, and nothing of other cards, older attempts or how a picture was made", async () => {
    const { reviewer } = studio.people;
    const [shown, hidden] = [await inReview(), await inReview()];
    const { token } = await aLink(reviewer, [shown.cardId]);
    const { guest } = await comeIn(token);
    await expect(guestFile(guest, { attemptId: hidden.attemptId, size: "screen" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(takeFile(guest, { attemptId: hidden.attemptId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(recommend(guest, { attemptId: hidden.attemptId, verdict: "approve" })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(markPlace(guest, { attemptId: hidden.attemptId, mark: PLACE })).rejects.toMatchObject({ code: "NOT_FOUND" });
    expect(await takeFile(guest, { attemptId: shown.attemptId })).toMatchObject({ mimeType: "image/png" });

    await requestChanges(reviewer, { cardId: shown.cardId, attemptId: shown.attemptId, note: "Warmer." });
    await submitNew(studio, shown.cardId);
    await expect(takeFile(guest, { attemptId: shown.attemptId })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { attempts, owner, createdBy } = await getCard(reviewer, { cardId: shown.cardId });
    const told = JSON.stringify(await seeShare(guest, {}));
    const secrets = attempts.flatMap(({ picture, contentHash, variant, submittedBy, decision }) => [
      picture.assetId,
      contentHash,
      variant?.promptId ?? "-",
      variant?.engineId ?? "-",
      submittedBy.id,
      decision?.note ?? "-",
    ]);
    for (const secret of [...secrets, owner?.id ?? "-", createdBy.id, shown.attemptId].filter((each) => each !== "-"))
      expect(told).not.toContain(secret);
  });

  it("shows a playlist in its order and follows it, as long as it is not taken back", async () => {
    const { reviewer, operator } = studio.people;
    const [one, other] = [await aCard(studio), await aCard(studio)];
    const { id: playlistId } = await createPlaylist(reviewer, { name: "Monday", cardIds: [one] });
    const wish = { name: "For the client", powers: ["see" as const] };
    const { id: linkId, path, playlist } = await createShare(reviewer, { ...wish, playlistId });
    expect(playlist).toEqual({ id: playlistId, name: "Monday" });
    const { guest } = await comeIn(path.replace("/share/", ""));
    const shown = async () => (await seeShare(guest, {})).cards.map(({ cardId }) => cardId);
    expect(await shown()).toEqual([one]);
    await editPlaylist(operator, { playlistId, cardIds: [other, one] });
    expect(await shown()).toEqual([other, one]);
    await editPlaylist(operator, { playlistId, move: { cardId: other, to: 1 } });
    expect(await shown()).toEqual([one, other]);
    expect((await listShares(reviewer, { playlistId })).items.map(({ id }) => id)).toEqual([linkId]);
    await expect(changeShare(reviewer, { linkId, cardIds: [one] })).rejects.toMatchObject({ code: "CONFLICT" });
    await changeShare(reviewer, { linkId, name: "Again" });
    expect(await shown()).toEqual([one, other]);
    await expect(createShare(reviewer, { ...wish, playlistId, cardIds: [one] })).rejects.toMatchObject({ code: "BAD_INPUT" });
    await expect(createShare(reviewer, wish)).rejects.toMatchObject({ code: "BAD_INPUT" });
    const empty = await createPlaylist(reviewer, { name: "Empty" });
    await expect(createShare(reviewer, { ...wish, playlistId: empty.id })).rejects.toMatchObject({ code: "REFUSED" });
    const { people } = await aStudio();
    await expect(createShare(people.lead, { ...wish, playlistId })).rejects.toMatchObject({ code: "NOT_FOUND" });
  });

  it("does not outlive its time, whoever is in", async () => {
    const { reviewer } = studio.people;
    const { cardId } = await inReview();
    const { linkId, token } = await aLink(reviewer, [cardId]);
    const { guest } = await comeIn(token);
    await db().shareLink.update({ where: { id: linkId }, data: { expiresAt: new Date(Date.now() - 1) } });
    await expect(seeShare(guest, {})).rejects.toMatchObject({ code: "FORBIDDEN", message: expect.stringContaining("expired") });
    expect((await findShare(token))?.state).toBe("expired");
    expect((await listShares(reviewer, { cardId })).items.map(({ state }) => state)).toEqual(["expired"]);
    await changeShare(reviewer, { linkId, expiresInDays: 7 });
    expect((await seeShare(guest, {})).cards).toHaveLength(1);
  });

  it("takes its password, limits the tries, and rests for right and wrong ones alike", async () => {
    const { cardId } = await inReview();
    const { linkId, token } = await aLink(studio.people.reviewer, [cardId], { password: "open sesame" });
    expect((await db().shareLink.findUniqueOrThrow({ where: { id: linkId } })).passwordHash).not.toContain("sesame");
    await expect(comeIn(token, "Eve", "open sesam")).rejects.toMatchObject({ code: "FORBIDDEN" });
    await comeIn(token, "Mia", "open sesame");
    const guesses = await Promise.allSettled(Array.from({ length: 8 }, (_, guess) => comeIn(token, "Eve", `guess ${guess}`)));
    const codes = guesses.map((guess) => guess.status === "rejected" && guess.reason.code);
    expect(codes.filter((code) => code === "FORBIDDEN")).toHaveLength(5);
    expect(codes.filter((code) => code === "TOO_MANY_REQUESTS")).toHaveLength(3);
    await expect(comeIn(token, "Mia", "open sesame")).rejects.toMatchObject({ code: "TOO_MANY_REQUESTS" });
    expect(await db().guest.count({ where: { linkId } })).toBe(1);
  });

  it("is made by a signed-in person for cards of their own workspace", async () => {
    const { reviewer } = studio.people;
    const { cardId } = await inReview();
    const stranger = await aStudio();
    const wish = { name: "Link", powers: ["see" as const] };
    await expect(createShare(stranger.people.lead, { ...wish, cardIds: [cardId] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createShare(reviewer, { ...wish, cardIds: [cardId, randomUUID()] })).rejects.toMatchObject({ code: "NOT_FOUND" });
    await expect(createShare({ kind: "system", workspaceId: studio.workspaceId }, { ...wish, cardIds: [cardId] })).rejects.toMatchObject({
      code: "FORBIDDEN",
    });
    const { linkId } = await aLink(reviewer, [cardId]);
    const theirs = stranger.people.admin;
    for (const act of [
      () => revokeShare(theirs, { linkId }),
      () => changeShare(theirs, { linkId, name: "Mine" }),
      () => shareLog(theirs, { linkId }),
    ])
      await expect(act()).rejects.toMatchObject({ code: "NOT_FOUND" });
  });
});

describe("a guest", () => {
  it("does what the link allows at that moment, and nothing else", async () => {
    const { reviewer } = studio.people;
    const { cardId, attemptId } = await inReview();
    const { linkId, token } = await aLink(reviewer, [cardId], { powers: ["see"] });
    const { guest } = await comeIn(token);
    const acts = {
      mark: () => markPlace(guest, { attemptId, mark: PLACE }),
      recommend: () => recommend(guest, { attemptId, verdict: "approve" }),
      download: () => takeFile(guest, { attemptId }),
    } as const;
    for (const [power, act] of Object.entries(acts)) {
      await expect(act(), power).rejects.toMatchObject({ code: "FORBIDDEN" });
      await changeShare(reviewer, { linkId, powers: EVERYTHING.filter((each) => each === "see" || each === power) });
      await expect(act(), power).resolves.toBeDefined();
      await changeShare(reviewer, { linkId, powers: ["see"] });
      await expect(act(), power).rejects.toMatchObject({ code: "FORBIDDEN" });
    }
  });

  it("is no actor: what lets a member through has nothing to say to a guest", async () => {
    const { cardId } = await inReview();
    const { guest } = await comeIn((await aLink(studio.people.reviewer, [cardId])).token);
    // As a door would pass it on that was written without types.
    expect(() => Reflect.apply(authorise, undefined, [guest, "workspace.read"])).toThrow(/Only/);
    await expect(Reflect.apply(approve, undefined, [guest, { cardId, attemptId: cardId }])).rejects.toMatchObject({ code: "FORBIDDEN" });
  });

  it("recommends beside the decision: the card stays as it is, the last word counts, and a decided attempt takes none", async () => {
    const { reviewer } = studio.people;
    const { cardId, attemptId } = await inReview();
    const { guest } = await comeIn((await aLink(reviewer, [cardId])).token);
    const before = await getCard(reviewer, { cardId });
    await expect(recommend(guest, { attemptId, verdict: "changes" })).rejects.toMatchObject({ code: "REFUSED" });
    await recommend(guest, { attemptId, verdict: "changes", note: "Less blue." });
    await recommend(guest, { attemptId, verdict: "approve", note: "On second thought." });
    expect(await getCard(reviewer, { cardId })).toEqual(before);
    const { recommendations } = await guestsOnCard(reviewer, { cardId });
    expect(recommendations).toMatchObject([{ guest: "Mia", verdict: "approve", note: "On second thought.", attempt: 1 }]);
    const trail = await db().auditEvent.findMany({ where: { verb: "guest.recommend", subjectId: cardId }, orderBy: { id: "asc" } });
    expect(trail.map(({ actorKind, memberId, guestId, details }) => [actorKind, memberId, guestId, details])).toMatchObject([
      ["guest", null, guest.guestId, { verdict: "changes", guest: "Mia" }],
      ["guest", null, guest.guestId, { verdict: "approve", guest: "Mia" }],
    ]);
    await approve(reviewer, { cardId, attemptId });
    await expect(recommend(guest, { attemptId, verdict: "approve" })).rejects.toMatchObject({ code: "REFUSED" });
    expect((await seeShare(guest, {})).cards[0]).toMatchObject({ standing: "Approved.", recommendation: { verdict: "approve" } });
  });

  it("marks places that become defects only when a reviewer takes them, once, however many try", async () => {
    const { reviewer, operator, lead } = studio.people;
    const { cardId, attemptId } = await inReview();
    const { guest } = await comeIn((await aLink(reviewer, [cardId])).token);
    const outline = { kind: "box", to: { x: 0.6, y: 0.5 } } as const;
    const { markId } = await markPlace(guest, { attemptId, mark: { ...PLACE, outline } });
    const { markId: other } = await markPlace(guest, { attemptId, mark: { ...PLACE, note: "Never mind." } });
    expect((await getCard(reviewer, { cardId })).attempts[0]?.defects).toEqual([]);
    await expect(acceptMark(operator, { markId, kind: "logo", severity: "minor" })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const taken = await Promise.allSettled(
      [reviewer, lead, reviewer].map((by) => acceptMark(by, { markId, kind: "logo", severity: "major" })),
    );
    expect(taken.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    await dismissMark(reviewer, { markId: other });
    await expect(dismissMark(reviewer, { markId: other })).rejects.toMatchObject({ code: "CONFLICT" });
    const defects = (await getCard(reviewer, { cardId })).attempts[0]?.defects ?? [];
    expect(defects).toMatchObject([
      { kind: "logo", severity: "major", x: 0.4, y: 0.25, outline, note: "The logo leans. (marked by Mia, a guest)" },
    ]);
    const states = (await guestsOnCard(reviewer, { cardId })).marks.map(({ id, state }) => [id, state]);
    expect(Object.fromEntries(states)).toEqual({ [markId]: "accepted", [other]: "dismissed" });
  });

  it("talks in threads of its own link: reads the answers, and nothing the team says among itself", async () => {
    const { reviewer, lead } = studio.people;
    const { cardId, attemptId } = await inReview();
    const { guest: mia } = await comeIn((await aLink(reviewer, [cardId])).token);
    const { guest: eve } = await comeIn((await aLink(reviewer, [cardId])).token, "Eve");
    await addComment(lead, { cardId, attemptId, body: "Between us: the client is late." });
    const { commentId: threadId } = await addGuestComment(mia, { attemptId, body: "Is that our bottle?" });
    await addComment(reviewer, { cardId, attemptId, threadId, body: "Yes, the new one." });
    const secret = await addComment(lead, { cardId, attemptId, body: "Is it?" });
    expect((await seeShare(mia, {})).cards[0]?.comments.map(({ by, isMine, body }) => [by, isMine, body])).toEqual([
      ["Mia", true, "Is that our bottle?"],
      ["The reviewer", false, "Yes, the new one."],
    ]);
    expect((await seeShare(eve, {})).cards[0]?.comments).toEqual([]);
    for (const [who, thread] of [
      [mia, secret.threadId],
      [eve, threadId],
    ] as const)
      await expect(addGuestComment(who, { attemptId, threadId: thread, body: "Hm." })).rejects.toMatchObject({ code: "NOT_FOUND" });
    const { threads } = await listComments(lead, { cardId });
    expect(threads.find(({ id }) => id === threadId)?.comments[0]?.author).toEqual({ kind: "guest", id: mia.guestId, name: "Mia" });
    const trail = await db().auditEvent.findFirstOrThrow({ where: { verb: "guest.comment", subjectId: threadId } });
    expect([trail.actorKind, trail.guestId, trail.memberId]).toEqual(["guest", mia.guestId, null]);
  });

  it("leaves in the log when they came, with what, and what they looked at and took", async () => {
    const { reviewer } = studio.people;
    const { cardId, attemptId } = await inReview();
    const { linkId, token } = await aLink(reviewer, [cardId]);
    const { guest } = await comeIn(token);
    await comeIn(token, "Somebody else");
    await db().rendition.create({
      data: {
        assetId: (await getCard(reviewer, { cardId })).attempts[0]?.picture.assetId ?? "",
        name: "screen",
        sha256: "0".repeat(64),
        mimeType: "image/webp",
        byteSize: 10n,
        width: 4,
        height: 3,
      },
    });
    for (let time = 0; time < 3; time += 1) {
      await guestFile(guest, { attemptId, size: "screen" });
      await takeFile(guest, { attemptId });
    }
    const { items } = await shareLog(reviewer, { linkId });
    expect(items.map(({ name, device }) => [name, device])).toEqual([
      ["Somebody else", "Firefox on Linux"],
      ["Mia", "Firefox on Linux"],
    ]);
    expect(items[0]?.views).toEqual([]);
    expect(items[1]?.views.map(({ act, times, attempt }) => [act, times, attempt]).sort()).toEqual([
      ["downloaded", 1, 1],
      ["seen", 1, 1],
    ]);
    expect(await db().auditEvent.count({ where: { verb: "guest.download", subjectId: cardId } })).toBe(1);
  });
});
