import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { MigrationList } from "@prisma/schema-engine-wasm";
import { openSchemaEngine } from "./schema-engine";

/** Prisma's note beside the migrations of which database they are for. */
export const LOCKFILE = 'provider = "postgresql"\n';

const FILTERS = { externalTables: [], externalEnums: [] };

/** The SQL that leads from what the migrations make to what the schema says; empty when they agree. Needs no database and no network. */
export async function schemaDifference(schema: string, migrationsFolder: string): Promise<string> {
  const engine = await openSchemaEngine(schema);
  const { exitCode, stdout } = await engine.diff({
    from: { tag: "migrations", ...readMigrations(migrationsFolder) },
    to: { tag: "schemaDatamodel", files: [{ path: "schema.prisma", content: schema }] },
    script: true,
    exitCode: true,
    filters: FILTERS,
  });
  return exitCode === 2 ? (stdout ?? "") : "";
}

function readMigrations(baseDir: string): MigrationList {
  const entries = existsSync(baseDir) ? readdirSync(baseDir, { withFileTypes: true }) : [];
  const names = entries.filter((entry) => entry.isDirectory()).map(({ name }) => name);
  return {
    baseDir,
    lockfile: { path: "migration_lock.toml", content: LOCKFILE },
    shadowDbInitScript: "",
    migrationDirectories: names.sort().map((name) => ({
      path: name,
      migrationFile: {
        path: "migration.sql",
        content: { tag: "ok", value: readFileSync(join(baseDir, name, "migration.sql"), "utf8") },
      },
    })),
  };
}
