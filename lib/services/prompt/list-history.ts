import { z } from "zod";
import { Id, Instant } from "@/lib/domain/wire";
import { personOf } from "../person";
import { read } from "../read";

/** The newest of a person's prompts are looked through; older ones are on their boards. */
const LOOKED_THROUGH = 5_000;

/**
 * What a person has written, each text once, newest first. Prompts are never deleted, only archived, so a text is found
 * here whatever became of its prompt or board. Cells of grids are left out: their grid is there.
 */
export const listHistory = read({
  verb: "prompt.history",
  permission: "workspace.read",
  input: z.strictObject({ query: z.string().max(200).default(""), limit: z.int().min(1).max(100).default(30) }),
  output: z.array(z.strictObject({ promptId: Id, text: z.string(), negative: z.string(), usedAt: Instant })),
  async run({ db, actor }, { query, limit }) {
    const { workspaceId, memberId } = personOf(actor);
    const like = `%${query.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const rows = await db.$queryRaw<{ id: string; text: string; negative: string; createdAt: Date }[]>`
      SELECT * FROM (
        SELECT DISTINCT ON (mine."text") mine."id", mine."text", mine."negative", mine."createdAt" FROM (
          SELECT p."id", p."text", p."negative", p."createdAt" FROM "Prompt" p
          WHERE p."workspaceId" = ${workspaceId}::uuid AND p."createdById" = ${memberId}::uuid AND p."text" <> ''
            AND NOT EXISTS (SELECT 1 FROM "GridCell" c WHERE c."promptId" = p."id")
          ORDER BY p."createdAt" DESC LIMIT ${LOOKED_THROUGH}) mine
        WHERE mine."text" ILIKE ${like} ORDER BY mine."text", mine."createdAt" DESC) found
      ORDER BY found."createdAt" DESC LIMIT ${limit}`;
    return rows.map(({ id, text, negative, createdAt }) => ({ promptId: id, text, negative, usedAt: createdAt.toISOString() }));
  },
});
