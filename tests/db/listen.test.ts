import pg from "pg";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/lib/db/client";
import { listen } from "@/lib/db/listen";
import { freshDatabase } from "@/tests/support/database";

let url = "";

beforeAll(async () => {
  url = (await freshDatabase()).url;
});

async function query(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}

/** Collects payloads and lets a test await the next one. */
function inbox() {
  const waiting: ((payload: string) => void)[] = [];
  const unread: string[] = [];
  return {
    put(payload: string) {
      const taker = waiting.shift();
      if (taker) taker(payload);
      else unread.push(payload);
    },
    next(): Promise<string> {
      const payload = unread.shift();
      return payload === undefined ? new Promise((settle) => waiting.push(settle)) : Promise.resolve(payload);
    },
  };
}

test("a notification sent in a transaction arrives when it commits, and not when it rolls back", async () => {
  const mail = inbox();
  const listener = listen("news", mail.put);
  await listener.ready;
  await db()
    .$transaction(async (tx) => {
      await tx.$executeRaw`SELECT pg_notify('news', 'lost')`;
      throw new Error("rolled back");
    })
    .catch(() => {});
  await db().$transaction((tx) => tx.$executeRaw`SELECT pg_notify('news', 'kept')`);
  expect(await mail.next()).toBe("kept");
  await listener.close();
});

test("a cut connection is regained and said so", async () => {
  const mail = inbox();
  const regained = inbox();
  const listener = listen("alarms", mail.put, { onReconnect: () => regained.put("again") });
  await listener.ready;
  await query(`SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%alarms%' AND pid <> pg_backend_pid()`);
  expect(await regained.next()).toBe("again");
  await query("SELECT pg_notify('alarms', 'after')");
  expect(await mail.next()).toBe("after");
  await listener.close();
});
