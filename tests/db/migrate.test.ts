import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import pg from "pg";
import { beforeEach, describe, expect, inject, test } from "vitest";
import { createDatabase } from "@/lib/db/embedded";
import { migrate } from "@/lib/db/migrate";

let url = "";
let folder = "";

beforeEach(async ({ task }) => {
  url = await createDatabase(inject("clusterUrl"), `migrate_${task.id}`);
  folder = mkdtempSync(join(inject("runFolder"), "migrations-"));
});

function addMigration(name: string, sql: string): void {
  mkdirSync(join(folder, name), { recursive: true });
  writeFileSync(join(folder, name, "migration.sql"), sql);
}

async function rows(sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

describe("migrate", () => {
  test("applies each migration once, in the order of names", async () => {
    addMigration("2_b", "ALTER TABLE a ADD COLUMN y int;");
    addMigration("1_a", "CREATE TABLE a (x int);");
    expect(await migrate(url, folder)).toEqual(["1_a", "2_b"]);
    expect(await migrate(url, folder)).toEqual([]);
    addMigration("3_c", "ALTER TABLE a ADD COLUMN z int;");
    expect(await migrate(url, folder)).toEqual(["3_c"]);
  });

  test("ten starts at once apply it once", async () => {
    addMigration("1_a", "CREATE TABLE a (x int);");
    const applied = await Promise.all(Array.from({ length: 10 }, () => migrate(url, folder)));
    expect(applied.flat()).toEqual(["1_a"]);
  });

  test("a failing file leaves nothing behind and is tried again once mended", async () => {
    addMigration("1_a", "CREATE TABLE a (x int); CREATE TABLE broken (;");
    await expect(migrate(url, folder)).rejects.toThrow(/1_a failed/);
    expect(await rows("SELECT 1 FROM information_schema.tables WHERE table_name = 'a'")).toEqual([]);
    addMigration("1_a", "CREATE TABLE a (x int);");
    expect(await migrate(url, folder)).toEqual(["1_a"]);
  });

  test("an edited file that was applied is refused", async () => {
    addMigration("1_a", "CREATE TABLE a (x int);");
    await migrate(url, folder);
    addMigration("1_a", "CREATE TABLE a (x bigint);");
    await expect(migrate(url, folder)).rejects.toThrow(/1_a was edited/);
  });

  test("line ends of another platform are not an edit", async () => {
    addMigration("1_a", "CREATE TABLE a (\n x int);\n");
    await migrate(url, folder);
    addMigration("1_a", "CREATE TABLE a (\r\n x int);\r\n");
    expect(await migrate(url, folder)).toEqual([]);
  });
});
