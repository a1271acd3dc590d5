import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { SessionRecord } from "@/lib/domain/live/record";
import { JOIN_WITHIN_SECONDS, SILENT_AFTER_SECONDS } from "@/lib/domain/live/session";
import type { LiveEngine } from "@/lib/engines/live";
import { liveRegistry } from "@/lib/engines/live-registry";
import { followSession } from "@/lib/jobs/handlers/follow-session";
import { readOffers as workOnOffers } from "@/lib/jobs/handlers/read-offers";
import { closeQueue } from "@/lib/jobs/queue";
import { setLimits } from "@/lib/services/budget/set-limits";
import { connectEngine } from "@/lib/services/engine/connect-engine";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { disconnectEngine } from "@/lib/services/engine/disconnect-engine";
import { setModelPrice } from "@/lib/services/engine/set-model-price";
import { endSession } from "@/lib/services/live/end-session";
import { requeueLostSessions } from "@/lib/services/live/follow-session";
import { getSession } from "@/lib/services/live/get-session";
import { hearSession } from "@/lib/services/live/hear-session";
import { joinSession } from "@/lib/services/live/join-session";
import { listOffers } from "@/lib/services/live/list-offers";
import { listSessions } from "@/lib/services/live/list-sessions";
import { readOffers } from "@/lib/services/live/read-offers";
import { startSession } from "@/lib/services/live/start-session";
import { createProject } from "@/lib/services/project/create-project";
import { writePrompt } from "@/lib/services/prompt/write-prompt";
import { blobStore } from "@/lib/storage/current";
import { freshDatabase } from "../support/database";
import { expectEveryBalance } from "../support/ledger";
import { RUNWAY_KEY, RunwayStandIn } from "../support/live-avatar/runway-stand-in";
import { LIVE_KEY, LiveAvatarStandIn } from "../support/live-avatar/stand-in";
import { recipe } from "../support/recipes";
import { openStudio, type Studio } from "../support/studio";

const MINUTE_MICROS = 200_000n;
let studio: Studio;
let standIn: LiveAvatarStandIn;

beforeAll(async () => {
  await freshDatabase();
});
afterAll(closeQueue);
beforeEach(async () => {
  standIn = await new LiveAvatarStandIn().start();
  studio = await openStudio({ hardBudgetMicros: 10_000_000n });
  await connectEngine(studio.people.admin, { engineId: "liveavatar", apiKey: LIVE_KEY, baseUrl: standIn.url });
});
afterEach(async () => {
  expect(standIn.unexpected).toEqual([]);
  await standIn.stop();
});

const start = (change: object = {}) =>
  startSession(studio.people.operator, {
    projectId: studio.projectId,
    engineId: "liveavatar",
    modelId: "liveavatar-full",
    avatarId: "anna",
    maxMinutes: 5,
    ...change,
  });

/** One look of a worker, at this moment or so many seconds later. */
function look(sessionId: string, laterSeconds = 0): Promise<void> {
  const tools = {
    engines: liveRegistry(),
    blobs: blobStore(),
    connect: connectionOf,
    now: () => new Date(Date.now() + laterSeconds * 1_000),
  };
  return followSession({ workspaceId: studio.workspaceId, sessionId }, new AbortController().signal, tools);
}

/** A session somebody has joined and begun at the engine. */
async function joined() {
  const { id } = await start();
  await look(id);
  const { token } = await joinSession(studio.people.operator, { sessionId: id });
  return { id, remote: standIn.begin(token) };
}

const at = async (sessionId: string) => getSession(studio.people.reviewer, { sessionId });

describe("a session", () => {
  test("is held by its longest length, lived, and settled by the provider's figure; its record is an asset", async () => {
    const { id, remote } = await joined();
    expect(remote).toMatchObject({ avatarId: "anna", maxSeconds: 300 });
    const line = { who: "avatar" as const, text: "Hello, studio.", atMs: 900 };
    expect(await hearSession(studio.people.operator, { sessionId: id, seen: 0, lines: [line] })).toMatchObject({ goesOn: true, kept: 1 });
    // Sent twice, kept once; what is new beside it is kept too.
    const next = { who: "person" as const, text: "Hello, Anna.", atMs: 2_000 };
    expect(await hearSession(studio.people.operator, { sessionId: id, seen: 0, lines: [line, next] })).toMatchObject({
      goesOn: true,
      kept: 2,
    });
    await expectEveryBalance(studio.workspaceId);
    // It took seventy seconds at the engine: two begun minutes.
    const now = Date.now();
    standIn.clock = () => now;
    remote.startedAtMs = now - 70_000;
    await endSession(studio.people.operator, { sessionId: id });
    await look(id);
    const ended = await at(id);
    expect(ended).toMatchObject({
      status: "ended",
      endReason: "person",
      quoteMicros: String(5n * MINUTE_MICROS),
      actualMicros: String(2n * MINUTE_MICROS),
      costFrom: "provider",
      seconds: 70,
      transcript: [line, next],
    });
    await expectEveryBalance(studio.workspaceId);
    const asset = await db().asset.findUniqueOrThrow({ where: { id: ended.assetId ?? "" }, include: { renditions: true } });
    expect(asset).toMatchObject({ kind: "session", origin: "output", mimeType: "application/json", durationMs: null });
    expect(asset.renditions.map(({ name }) => name).sort()).toEqual(["screen", "thumb"]);
    const record = SessionRecord.parse(JSON.parse(new TextDecoder().decode(await blobStore().read(asset.sha256))));
    expect(record).toMatchObject({ sessionId: id, remoteId: remote.id, actualMicros: "400000", transcript: [line, next] });
    // Looked at again, late or twice, nothing moves.
    await look(id);
    await endSession(studio.people.lead, { sessionId: id });
    expect(await at(id)).toEqual(ended);
    expect((await listSessions(studio.people.reviewer, { assetId: asset.id })).items.map((session) => session.id)).toEqual([id]);
    // It is no picture: neither a reference nor anything else that is looked at.
    const asReference = recipe({ references: [{ assetId: asset.id, role: "style", weight: 1 }] });
    await expect(writePrompt(studio.people.operator, { boardId: studio.boardId, recipe: asReference })).rejects.toMatchObject({
      code: "REFUSED",
    });
  });

  test("gives its token once, to the person who started it, and keeps it sealed until then", async () => {
    const { id } = await start();
    await expect(joinSession(studio.people.operator, { sessionId: id })).rejects.toMatchObject({ code: "CONFLICT" });
    await look(id);
    const { sealedToken } = await db().liveSession.findUniqueOrThrow({ where: { id } });
    expect(sealedToken).toMatch(/^s1\./);
    await expect(joinSession(studio.people.lead, { sessionId: id })).rejects.toMatchObject({ code: "FORBIDDEN" });
    const tries = await Promise.allSettled([1, 2, 3].map(() => joinSession(studio.people.operator, { sessionId: id })));
    expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const kept = JSON.stringify([await db().auditEvent.findMany(), await db().workspaceEvent.findMany()], (_, value) =>
      typeof value === "bigint" ? `${value}` : value,
    );
    const token = tries.flatMap((one) => (one.status === "fulfilled" ? [one.value.token] : []))[0] ?? "";
    expect(token.length).toBeGreaterThan(50);
    expect(kept).not.toContain(token);
    expect(kept).not.toContain(LIVE_KEY);
    expect(await db().liveSession.findUniqueOrThrow({ where: { id } })).toMatchObject({ sealedToken: null, status: "live" });
  });

  test("whose browser died is ended by a worker, stopped at the engine, and paid by what it was", async () => {
    const { id, remote } = await joined();
    await hearSession(studio.people.operator, { sessionId: id, seen: 0 });
    await look(id, SILENT_AFTER_SECONDS - 2);
    expect((await at(id)).status).toBe("live");
    await look(id, SILENT_AFTER_SECONDS + 1);
    expect(await at(id)).toMatchObject({ status: "ending", endReason: "silent" });
    // The engine stumbles first: nothing is written down before it said what it cost.
    standIn.troubles.push({ path: "/v1/sessions/stop", status: 503, message: "Not now." });
    await look(id);
    expect((await at(id)).status).toBe("ending");
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ended", actualMicros: String(MINUTE_MICROS), costFrom: "provider" });
    expect(remote.stoppedAtMs).not.toBeNull();
    await expectEveryBalance(studio.workspaceId);
  });

  test("whose page is closed is ended at once, with its last words; whoever speaks on is told why not", async () => {
    const { id, remote } = await joined();
    const lines = [{ who: "person" as const, text: "Bye.", atMs: 900 }];
    await endSession(studio.people.lead, { sessionId: id, reason: "left", seen: 0, lines });
    // Only who started it speaks for it.
    expect((await at(id)).transcript).toEqual([]);
    await endSession(studio.people.operator, { sessionId: id, reason: "left", seen: 0, lines });
    expect(await hearSession(studio.people.operator, { sessionId: id, seen: 1 })).toEqual({ goesOn: false, endReason: "left", kept: 1 });
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ended", endReason: "left", transcript: lines, actualMicros: String(MINUTE_MICROS) });
    expect(remote.stoppedAtMs).not.toBeNull();
    await expectEveryBalance(studio.workspaceId);
  });

  test("an engine fails to open is tried again, and what it says counts for its breaker like a run's answer", async () => {
    const { id } = await start({ voiceId: "voice-1" });
    const busy = { path: "/v1/sessions/token", status: 503, message: "Not now." };
    standIn.troubles.push(...Array.from({ length: 5 }, () => busy));
    for (let count = 0; count < 5; count += 1) await look(id);
    expect((await at(id)).status).toBe("opening");
    await expect(start()).rejects.toThrow(/^LiveAvatar fails at present\. Try again in (29|30) seconds\.$/);
    await look(id);
    expect((await at(id)).status).toBe("ready");
    expect([...standIn.sessions.values()]).toMatchObject([{ voiceId: "voice-1" }]);
    // It answered: the next one goes through again.
    await start();
  });

  test("that was ended while it was being opened is not left open there", async () => {
    const { id } = await start();
    const engine = liveRegistry().get("liveavatar");
    if (!engine) throw new Error("no engine");
    const slow: LiveEngine = {
      ...engine,
      async open(request, context) {
        const opened = await engine.open(request, context);
        await endSession(studio.people.operator, { sessionId: id });
        return opened;
      },
    };
    await followSession({ workspaceId: studio.workspaceId, sessionId: id }, new AbortController().signal, {
      engines: new Map([["liveavatar", slow]]),
      blobs: blobStore(),
      connect: connectionOf,
    });
    expect([...standIn.sessions.values()]).toMatchObject([{ stoppedAtMs: expect.any(Number) }]);
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ended", actualMicros: "0" });
    await expectEveryBalance(studio.workspaceId);
  });

  test("of which the engine says nothing any more is paid by its seconds", async () => {
    const { id, remote } = await joined();
    const now = Date.now();
    await db().liveSession.update({ where: { id }, data: { joinedAt: new Date(now - 130_000), heardAt: new Date(now) } });
    await endSession(studio.people.operator, { sessionId: id });
    for (let count = 0; count < 6; count += 1) standIn.troubles.push({ path: `/v1/sessions/${remote.id}`, status: 500, message: "Lost." });
    for (let count = 0; count < 6; count += 1) await look(id);
    expect(await at(id)).toMatchObject({ status: "ended", seconds: 130, actualMicros: String(3n * MINUTE_MICROS), costFrom: "seconds" });
    await expectEveryBalance(studio.workspaceId);
  });

  test.each([
    ["nobody joined", "unjoined", JOIN_WITHIN_SECONDS + 1],
    ["the engine never opened", "unopened", JOIN_WITHIN_SECONDS + 1],
  ])("that %s is free", async (_, endReason, later) => {
    const { id } = await start();
    if (endReason === "unjoined") await look(id);
    await look(id, later);
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ended", endReason, actualMicros: "0" });
    await expectEveryBalance(studio.workspaceId);
  });

  test("the engine refuses to open has failed, with its reason and without the key, and its hold is free again", async () => {
    const { id } = await start({ avatarId: "no-such-avatar" });
    await look(id);
    expect(await at(id)).toMatchObject({ status: "failed", failure: "This avatar does not exist.", actualMicros: "0" });
    await connectEngine(studio.people.admin, { engineId: "liveavatar", apiKey: "a-wrong-key-0001-0002", baseUrl: standIn.url });
    const second = await start();
    await look(second.id);
    const { failure } = await at(second.id);
    expect(failure).toContain("refused the key");
    expect(failure).not.toContain("a-wrong-key-0001-0002");
    await expectEveryBalance(studio.workspaceId);
  });

  test("is over when its time is, whoever still speaks", async () => {
    const { id } = await joined();
    await db().liveSession.update({ where: { id }, data: { joinedAt: new Date(Date.now() - 301_000), heardAt: new Date() } });
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ending", endReason: "time" });
  });

  test("is ended by a hard budget that was lowered under it, and never started over one", async () => {
    await expect(start({ maxMinutes: 60 })).rejects.toMatchObject({ code: "OVER_BUDGET" });
    const { id } = await joined();
    await setLimits(studio.people.lead, {
      scope: "person",
      subjectId: studio.people.operator.memberId,
      softMicros: null,
      hardMicros: "100",
    });
    await look(id);
    expect(await at(id)).toMatchObject({ status: "ending", endReason: "budget" });
  });
});

test("a lead's price of a minute counts, the connection's limit holds, and an open session keeps its engine connected", async () => {
  await setModelPrice(studio.people.lead, { engineId: "liveavatar", modelId: "liveavatar-full", micros: "50000", why: "Our contract." });
  expect(await start({ quoteMicros: "250000" })).toMatchObject({ quoteMicros: "250000", minuteMicros: "50000" });
  await expect(start({ quoteMicros: "1000000" })).rejects.toMatchObject({ code: "CONFLICT" });
  await connectEngine(studio.people.admin, { engineId: "liveavatar", baseUrl: standIn.url, atOnce: 1 });
  await expect(start()).rejects.toThrow("LiveAvatar is taken: 1 at once, in all projects together.");
  await expect(disconnectEngine(studio.people.admin, { engineId: "liveavatar" })).rejects.toMatchObject({ code: "CONFLICT" });
});

test("a session with Runway's avatars is prepared first, opened by its key once, and paid by its beginning and its seconds", async () => {
  const runway = await new RunwayStandIn().start();
  const { people } = studio;
  await connectEngine(people.admin, { engineId: "runway", apiKey: RUNWAY_KEY, baseUrl: runway.url });
  const begin = (change: object = {}) =>
    start({ engineId: "runway", modelId: "gwm1_avatars", avatarId: "cat-character", maxMinutes: 2, ...change });
  await expect(begin({ mode: "script" })).rejects.toMatchObject({ code: "REFUSED" });
  await expect(begin({ maxMinutes: 6 })).rejects.toThrow("at most 5 minutes");
  const { id, quoteMicros } = await begin();
  expect(quoteMicros).toBe("420000");
  // Asked for, prepared, there: one session at Runway, however often it was looked at.
  runway.troubles.push({ path: "/v1/realtime_sessions", status: 429 });
  for (const status of ["opening", "opening", "opening", "ready"]) {
    await look(id);
    expect((await at(id)).status).toBe(status);
  }
  expect(runway.sessions.size).toBe(1);
  const key = await joinSession(people.operator, { sessionId: id });
  expect(key).toMatchObject({ engineId: "runway", baseUrl: runway.url });
  const remote = runway.begin(key.remoteId, key.token);
  await hearSession(people.operator, { sessionId: id, seen: 0 });
  const now = Date.now();
  runway.clock = () => now;
  remote.startedAtMs = now - 62_000;
  await endSession(people.operator, { sessionId: id });
  await look(id);
  // Two credits to begin, and eleven steps of two.
  expect(await at(id)).toMatchObject({ status: "ended", seconds: 62, actualMicros: "240000", costFrom: "provider" });
  const free = await begin({ avatarId: "00000000-0000-4000-8000-000000000001" });
  for (let count = 0; count < 3; count += 1) await look(free.id);
  await endSession(people.operator, { sessionId: free.id });
  await look(free.id);
  expect(await at(free.id)).toMatchObject({ status: "ended", actualMicros: "0" });
  await expectEveryBalance(studio.workspaceId);
  expect(runway.unexpected).toEqual([]);
  await runway.stop();
});

test("what an engine has to choose from is read by a worker, with small pictures of the studio's own; a failed reading says why", async () => {
  const offers = () => listOffers(studio.people.reviewer, { engineId: "liveavatar" });
  const readAgain = async () => {
    await db().liveOffers.updateMany({ data: { askedAt: new Date(0) } });
    await readOffers(studio.people.operator, { engineId: "liveavatar" });
    const job = { workspaceId: studio.workspaceId, engineId: "liveavatar" };
    await workOnOffers(job, new AbortController().signal, { engines: liveRegistry() });
  };
  expect(await offers()).toMatchObject({ isStale: true, readAt: null, offers: { avatars: [] } });
  await readOffers(studio.people.operator, { engineId: "liveavatar" });
  expect(await offers()).toMatchObject({ isReading: true, isStale: false });
  await readAgain();
  const read = await offers();
  expect(read).toMatchObject({
    isReading: false,
    problem: null,
    offers: {
      avatars: [
        { id: "anna", name: "Anna in a studio", note: "Clear", picture: expect.stringMatching(/^data:image\/webp;base64,/) },
        { id: "bert", name: "Bert", picture: null },
      ],
      voices: [{ id: "voice-1", name: "Clear", note: "English, female" }],
      contexts: [{ id: "context-1", name: "Museum guide" }],
    },
  });
  expect(await start()).toMatchObject({ avatarId: "anna", avatarName: "Anna in a studio" });
  standIn.troubles.push({ path: "/v1/voices", status: 500, message: `Broken for ${LIVE_KEY}.` });
  await readAgain();
  const failed = await offers();
  expect(failed.offers).toEqual(read.offers);
  expect(failed.problem).toContain("LiveAvatar did not list what there is (500)");
  expect(failed.problem).not.toContain(LIVE_KEY);
  await expect(readOffers(studio.people.operator, { engineId: "bfl" })).rejects.toMatchObject({ code: "NOT_FOUND" });
});

test("of two people in two projects who ask for the last place at once, one has it; a minute has so many beginnings", async () => {
  const { id: otherProject } = await createProject(studio.people.lead, { name: "Another" });
  const limited = (limits: object) => connectEngine(studio.people.admin, { engineId: "liveavatar", baseUrl: standIn.url, ...limits });
  await limited({ atOnce: 1 });
  const tries = await Promise.allSettled([start(), start({ projectId: otherProject }), start()]);
  expect(tries.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  await limited({ atOnce: null, perMinute: 2 });
  await start();
  await expect(start()).rejects.toThrow(/^LiveAvatar may be sent 2 a minute\. Try again in \d+ seconds\.$/);
  await expectEveryBalance(studio.workspaceId);
});

test("a session whose job was lost gets a new one", async () => {
  const { id } = await start();
  await db().$executeRaw`DELETE FROM pgboss.job WHERE name = 'live.follow'`;
  await db().liveSession.update({ where: { id }, data: { createdAt: new Date(Date.now() - 70_000) } });
  expect(await requeueLostSessions()).toBe(1);
  expect(await requeueLostSessions()).toBe(0);
});
