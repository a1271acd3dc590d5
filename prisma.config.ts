import { defineConfig } from "prisma/config";

// The address is given to the client at run time (lib/db/client.ts); Prisma's own commands need none.
export default defineConfig({
  schema: "prisma/schema.prisma",
  migrations: { path: "prisma/migrations" },
});
