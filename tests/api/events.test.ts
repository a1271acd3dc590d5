import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { endSession } from "@/lib/auth/session";
import { db } from "@/lib/db/client";
import { PresenceNews } from "@/lib/domain/board/presence";
import type { StudioEvent } from "@/lib/domain/event/studio-event";
import { attendBoard } from "@/lib/services/board/attend-board";
import { closeNews } from "@/lib/services/event/news";
import { sweepEvents } from "@/lib/services/event/sweep-events";
import { publishEvents } from "@/lib/services/write";
import { freshDatabase } from "@/tests/support/database";
import { openStream, type Reader } from "./event-reader";
import { actorOf, type Person, person } from "./people";

let url = "";
let lead: Person;

beforeAll(async () => {
  url = (await freshDatabase()).url;
  lead = await person("lead");
});
afterAll(closeNews);

const eventOf = (version: number, id: string = randomUUID()): StudioEvent => ({ kind: "run", id, version, act: "tested" });

async function happen(event: StudioEvent, workspaceId = lead.workspaceId): Promise<void> {
  await db().$transaction((tx) => publishEvents(tx, workspaceId, [event]));
}

/** A transaction whose end the test chooses. */
async function open() {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query("BEGIN");
  return {
    async write(event: StudioEvent) {
      await client.query(`INSERT INTO "WorkspaceEvent" ("workspaceId", "event") VALUES ($1, $2)`, [lead.workspaceId, event]);
      await client.query("SELECT pg_notify('selects_events', $1)", [lead.workspaceId]);
    },
    async end(how: "COMMIT" | "ROLLBACK") {
      await client.query(how);
      await client.end();
    },
  };
}

async function changes(reader: Reader, count: number): Promise<{ ids: string[]; last: string | undefined }> {
  const ids: string[] = [];
  let last: string | undefined;
  while (ids.length < count) {
    const message = await reader.next();
    if (!message) throw new Error("The stream ended.");
    if (message.name !== "change") continue;
    ids.push((message.data as StudioEvent).id);
    last = message.id;
  }
  return { ids, last };
}

describe("a stream", () => {
  test("says hello with its position, then what happens from there on", async () => {
    await happen(eventOf(1));
    const reader = await openStream(lead.browser);
    expect(reader.response.headers.get("content-type")).toContain("text/event-stream");
    expect(await reader.next()).toMatchObject({ name: "hello", id: expect.stringMatching(/^\d+-0$/) });
    const event = eventOf(2);
    await happen(event);
    expect(await reader.next()).toEqual({ name: "change", id: expect.stringMatching(/^\d+-\d+$/), data: event });
    await reader.close();
  });

  test("tells a tab where the others on its board are: once, at the latest, and nobody elsewhere", async () => {
    const guest = await person("operator", lead.workspaceId);
    const project = await db().project.create({ data: { workspaceId: lead.workspaceId, name: "A project", createdById: lead.memberId } });
    const boards = await Promise.all(
      ["One", "Two"].map((name) => db().board.create({ data: { workspaceId: lead.workspaceId, projectId: project.id, name } })),
    );
    const [one = "", two = ""] = boards.map(({ id }) => id);
    const [here, there, away] = [randomUUID(), randomUUID(), randomUUID()];
    const attendance = (boardId: string, tabId: string, x: number) => ({ boardId, tabId, cursor: { x, y: 0 }, view: null, selection: [] });
    const [reader, elsewhere] = [
      await openStream(lead.browser, undefined, undefined, here),
      await openStream(lead.browser, undefined, undefined, away),
    ];
    await Promise.all([reader.next(), elsewhere.next()]);
    await attendBoard(actorOf(lead), attendance(one, here, 1));
    await attendBoard(actorOf(lead), attendance(two, away, 1));
    const before = await db().workspaceEvent.count();
    for (const x of [2, 3]) await attendBoard(actorOf(guest), attendance(one, there, x));
    const isLast = (message: { data: unknown } | undefined) => PresenceNews.parse(message?.data).cursor?.x === 3;
    let heard = await reader.next();
    // The first may be told by itself; once both wait, only the last of them is.
    if (!isLast(heard)) heard = await reader.next();
    expect(heard).toMatchObject({
      name: "presence",
      id: undefined,
      data: { tabId: there, memberId: guest.memberId, cursor: { x: 3 } },
    });
    expect(await db().workspaceEvent.count()).toBe(before);
    const event = eventOf(7);
    await happen(event);
    expect(await elsewhere.next()).toMatchObject({ name: "change", data: event });
    const stranger = await person("lead");
    await expect(attendBoard(actorOf(stranger), attendance(one, there, 9))).rejects.toMatchObject({ code: "NOT_FOUND" });
    await Promise.all([reader.close(), elsewhere.close()]);
  });

  test("tells nothing of another workspace", async () => {
    const elsewhere = await person("lead");
    const reader = await openStream(lead.browser);
    await reader.next();
    await happen(eventOf(1), elsewhere.workspaceId);
    const ours = eventOf(1);
    await happen(ours);
    expect((await changes(reader, 1)).ids).toEqual([ours.id]);
    await reader.close();
  });

  test("resumes after the last event id, told by header or address", async () => {
    const reader = await openStream(lead.browser);
    const first = eventOf(1);
    await reader.next();
    await happen(first);
    const { last } = await changes(reader, 1);
    await reader.close();
    const missed = [eventOf(1), eventOf(1), eventOf(1)];
    for (const event of missed) await happen(event);
    const again = await openStream(lead.browser, last);
    expect((await again.next())?.name).toBe("resumed");
    expect((await changes(again, 3)).ids).toEqual(missed.map(({ id }) => id));
    await again.close();
  });
});

describe("nothing is missed", () => {
  test("an event that commits late is told before the newer ones it would otherwise hide behind", async () => {
    const reader = await openStream(lead.browser);
    await reader.next();
    const slow = await open();
    const quick = await open();
    const [early, late] = [eventOf(1), eventOf(1)];
    await slow.write(early);
    await quick.write(late);
    await quick.end("COMMIT");
    // A second reader that arrives in between must not be put past the slow one either.
    const between = await openStream(lead.browser);
    expect((await between.next())?.name).toBe("hello");
    await slow.end("COMMIT");
    expect((await changes(reader, 2)).ids).toEqual([early.id, late.id]);
    expect((await changes(between, 2)).ids).toEqual([early.id, late.id]);
    await reader.close();
    await between.close();
  });

  test("a transaction that rolls back, and says nothing, does not hold the others back for ever", async () => {
    const reader = await openStream(lead.browser);
    await reader.next();
    const slow = await open();
    await slow.write(eventOf(1));
    const event = eventOf(1);
    await happen(event);
    await slow.end("ROLLBACK");
    expect((await changes(reader, 1)).ids).toEqual([event.id]);
    await reader.close();
  });

  test("readers that hang up again and again all see everything once, in one order, while writers overlap", async () => {
    const first = await openStream(lead.browser);
    const start = (await first.next())?.id;
    await first.close();
    const written = Array.from({ length: 12 }, () => [eventOf(1), eventOf(1), eventOf(1)]);
    const count = written.flat().length;
    const writers = written.map(async (events) => {
      for (const event of events) {
        const transaction = await open();
        await transaction.write(event);
        await transaction.end("COMMIT");
      }
    });
    const readers = [1, 2, 5, 36].map(async (patience) => {
      const seen: string[] = [];
      let last = start;
      while (seen.length < count) {
        const reader = await openStream(lead.browser, last);
        const part = await changes(reader, Math.min(patience, count - seen.length));
        seen.push(...part.ids);
        last = part.last;
        await reader.close();
      }
      return seen;
    });
    await Promise.all(writers);
    const [order, ...others] = await Promise.all(readers);
    expect(new Set(order)).toEqual(new Set(written.flat().map(({ id }) => id)));
    expect(order).toHaveLength(count);
    for (const seen of others) expect(seen).toEqual(order);
  });

  test("when the database cuts every listening connection", async () => {
    const reader = await openStream(lead.browser);
    await reader.next();
    const killed = await db().$queryRaw<unknown[]>`
      SELECT pg_terminate_backend(pid) FROM pg_stat_activity
      WHERE query LIKE 'LISTEN%' AND datname = current_database() AND pid <> pg_backend_pid()`;
    expect(killed).toHaveLength(1);
    const event = eventOf(1);
    await happen(event);
    expect((await changes(reader, 1)).ids).toEqual([event.id]);
    await reader.close();
  });
});

describe("a reader that was away too long", () => {
  test("is told to read everything again, and continues from there", async () => {
    const reader = await openStream(lead.browser);
    await reader.next();
    await happen(eventOf(1));
    const { last } = await changes(reader, 1);
    await reader.close();
    await happen(eventOf(1));
    await happen(eventOf(1));
    await db().$executeRaw`UPDATE "WorkspaceEvent" SET "createdAt" = "createdAt" - interval '2 days'`;
    expect(await sweepEvents()).toBeGreaterThan(0);
    const again = await openStream(lead.browser, last);
    const reset = await again.next();
    expect(reset?.name).toBe("reset");
    const event = eventOf(1);
    await happen(event);
    expect((await changes(again, 1)).ids).toEqual([event.id]);
    await again.close();
    const third = await openStream(lead.browser, reset?.id);
    expect((await third.next())?.name).toBe("resumed");
    expect((await changes(third, 1)).ids).toEqual([event.id]);
    await third.close();
  });

  test("is told so too when its position lies in the future: the database was replaced", async () => {
    const reader = await openStream(lead.browser, "900000000000-1");
    expect((await reader.next())?.name).toBe("reset");
    await reader.close();
  });
});

describe("a stream is refused or ends", () => {
  test("without a session, and with a position that is none", async () => {
    expect((await openStream({})).response.status).toBe(401);
    const response = (await openStream(lead.browser, "99999999999999999999-1")).response;
    expect(response.status).toBe(400);
  });

  test("when its session is revoked", async () => {
    const somebody = await person("operator");
    const reader = await openStream(somebody.browser, undefined, { heartbeatMs: 20, recheckMs: 40 });
    expect((await reader.next())?.name).toBe("hello");
    await endSession(somebody.sessionId);
    expect((await reader.next())?.name).toBe("signed-out");
    expect(await reader.next()).toBeUndefined();
  });

  test("beyond sixteen of one person; hanging up frees a place", async () => {
    const somebody = await person("operator");
    const readers = await Promise.all(Array.from({ length: 16 }, () => openStream(somebody.browser)));
    const refused = (await openStream(somebody.browser)).response;
    expect(refused.status).toBe(429);
    await readers[0]?.close();
    const again = await openStream(somebody.browser);
    expect(again.response.status).toBe(200);
    for (const reader of [...readers.slice(1), again]) await reader.close();
  });

  test("silence is filled with comments", async () => {
    const reader = await openStream(lead.browser, undefined, { heartbeatMs: 20, recheckMs: 60_000 });
    await reader.next();
    expect(await reader.nextText()).toMatch(/^: /);
    await reader.close();
  });
});
