import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type { SchemaEngine } from "@prisma/schema-engine-wasm/schema_engine_bg";
import { PrismaPGlite } from "pglite-prisma-adapter";

type Glue = typeof import("@prisma/schema-engine-wasm/schema_engine_bg");

/** What the compiled code imports and the package's types leave out. */
type LinkedGlue = Glue & WebAssembly.ModuleImports & { __wbg_set_wasm(exports: WebAssembly.Exports): void };

/** Prisma's schema engine, compiled to WebAssembly, working on PostgreSQL in memory. Meant for one use in a process. */
export async function openSchemaEngine(schema: string): Promise<SchemaEngine> {
  const glue = await linkEngine();
  const factory = bindMigrationAwareSqlAdapterFactory(new MemoryDatabase());
  return glue.SchemaEngine.new({ datamodels: [["schema.prisma", schema]] }, () => {}, factory);
}

/** The package expects a bundler to link its code; in plain Node we do so by hand. */
async function linkEngine(): Promise<Glue> {
  // The engine's panic handler writes to this global and fails without it.
  Object.assign(globalThis, { PRISMA_WASM_PANIC_REGISTRY: panicRegistry });
  const folder = dirname(createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm"));
  const glue = (await import("@prisma/schema-engine-wasm/schema_engine_bg")) as LinkedGlue;
  const code = await readFile(join(folder, "schema_engine_bg.wasm"));
  const { instance } = await WebAssembly.instantiate(code, { "./schema_engine_bg.js": glue });
  glue.__wbg_set_wasm(instance.exports);
  const { __wbindgen_start: start } = instance.exports;
  if (typeof start !== "function") throw new Error("The schema engine of this version cannot be linked.");
  start();
  return glue;
}

const panicRegistry = {
  message: "",
  get() {
    return this.message;
  },
  set_message(message: string) {
    this.message = message;
  },
};

/** Databases in memory for the engine: one it inspects and a fresh one each time it replays the migrations. */
class MemoryDatabase implements SqlMigrationAwareDriverAdapterFactory {
  readonly provider = "postgres";
  readonly adapterName = "pglite";

  connect(): Promise<SqlDriverAdapter> {
    return this.open();
  }

  connectToShadowDb(): Promise<SqlDriverAdapter> {
    return this.open();
  }

  private async open(): Promise<SqlDriverAdapter> {
    const database = await PGlite.create("memory://");
    const adapter = await new PrismaPGlite(database).connect();
    // The adapter's own executeScript returns before the script has run.
    adapter.executeScript = async (script) => {
      await database.exec(script);
    };
    return adapter;
  }
}
