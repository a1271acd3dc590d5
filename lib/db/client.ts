import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "@/lib/env";
import { PrismaClient } from "./generated/client";

/** What a query needs, whether it runs on its own or inside {@link PrismaClient.$transaction}. */
export type Database = Omit<PrismaClient, "$connect" | "$disconnect" | "$on" | "$transaction" | "$use" | "$extends">;

// Next loads a module once per bundle; the pool must exist once per process.
const shared = globalThis as typeof globalThis & { selectsDatabase?: PrismaClient };

/** The Prisma client of this process, connected on first use to `DATABASE_URL`. */
export function db(): PrismaClient {
  shared.selectsDatabase ??= new PrismaClient({
    adapter: new PrismaPg({ connectionString: env().databaseUrl(), max: env().databasePoolSize }),
  });
  return shared.selectsDatabase;
}

/** Closes the pool; the next {@link db} opens a new one. For the end of a process. */
export async function disconnect(): Promise<void> {
  const client = shared.selectsDatabase;
  delete shared.selectsDatabase;
  await client?.$disconnect();
}
