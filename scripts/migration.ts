// `npm run migration -- add-widgets` writes prisma/migrations/<time>_add_widgets/migration.sql with the difference between the migrations
// and the schema; `npm run migration -- --check` prints that difference and fails when there is one.
// Checks, triggers, functions and partial indexes are invisible to Prisma: write them by hand, in the same file or in one of their own.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { LOCKFILE, schemaDifference } from "./migration/schema-difference";

const SCHEMA = "prisma/schema.prisma";
const MIGRATIONS = "prisma/migrations";

async function main(argument: string | undefined): Promise<number> {
  // An option nobody knows would become a migration of that name.
  if (!argument || (argument.startsWith("-") && argument !== "--check")) {
    console.error("Name the migration: npm run migration -- add-widgets; or compare: npm run migration -- --check");
    return 1;
  }
  const sql = await schemaDifference(readFileSync(SCHEMA, "utf8"), MIGRATIONS);
  return argument === "--check" ? check(sql) : write(argument, sql);
}

function check(sql: string): number {
  if (!sql) {
    console.log("The migrations make exactly the schema.");
    return 0;
  }
  console.error(`The migrations do not make the schema. Missing:\n\n${sql}\nWrite it with: npm run migration -- <name>`);
  return 1;
}

/** An empty difference still makes the file: it is the place for SQL written by hand. */
function write(name: string, sql: string): number {
  const time = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(MIGRATIONS, `${time}_${name.toLowerCase().replace(/[^a-z0-9]+/g, "_")}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "migration.sql"), sql);
  writeFileSync(join(MIGRATIONS, "migration_lock.toml"), LOCKFILE);
  console.log(
    sql ? `Wrote ${folder}/migration.sql. Read it before you commit it.` : `Wrote ${folder}/migration.sql, empty: the schema is unchanged.`,
  );
  return 0;
}

process.exit(await main(process.argv[2]));
