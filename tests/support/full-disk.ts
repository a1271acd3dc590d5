import { db } from "@/lib/db/client";

/**
 * Makes PostgreSQL refuse every new or changed row of these tables the way it does when its disk is full (53100), until
 * the returned function frees some.
 */
export async function fillDisk(...tables: string[]): Promise<() => Promise<void>> {
  await db().$executeRawUnsafe(`CREATE OR REPLACE FUNCTION refuse_for_want_of_room() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100'; END $$`);
  for (const table of tables)
    await db().$executeRawUnsafe(
      `CREATE TRIGGER full_disk BEFORE INSERT OR UPDATE ON "${table}" EXECUTE FUNCTION refuse_for_want_of_room()`,
    );
  return async () => {
    for (const table of tables) await db().$executeRawUnsafe(`DROP TRIGGER full_disk ON "${table}"`);
  };
}
