import type { BenchStudio } from "./bench-studio";

const TREE_SIZE = 200;
export const VARIANTS_A_PROMPT = 8;

/**
 * A board of `count` prompts in trees of 200, three branches a prompt, each run once with eight variants. The pictures are those of `studies`,
 * assets that were uploaded: the rows are their own, the bytes the same. Judged, some are picked, rejected, rated. The board's id.
 */
export async function fillBoard(
  studio: BenchStudio,
  count: number,
  studies: readonly string[],
  { isJudged = true }: { readonly isJudged?: boolean } = {},
): Promise<string> {
  const { database } = studio;
  const { id: boardId } = await studio.call<{ id: string }>("POST", `/projects/${studio.projectId}/boards`, {
    name: `${count} prompts`,
  });
  await database.query("SET synchronous_commit = off");
  await database.query(
    `CREATE TEMP TABLE node AS SELECT n, n / ${TREE_SIZE} AS tree, n % ${TREE_SIZE} AS place, uuidv7(make_interval(secs => n - $1::int)) AS id,
       uuidv7(make_interval(secs => n - $1::int)) AS run FROM generate_series(0, $1::int - 1) n`,
    [count],
  );
  await database.query(
    `INSERT INTO "Prompt" ("id","workspaceId","boardId","parentId","text","engineId","modelId","modelRevision","controls","seeds","count",
       "difference","frozenAt","createdById")
     SELECT node.id, p."workspaceId", $1, parent.id,
       (ARRAY['A glass bottle on wet basalt, first light over the ridge, long exposure', 'Ceramic vessel in a dune field, low sun, dust in the air',
         'Terraced hills after rain, quiet palette, room for a headline top left', 'Night valley, one lamp, product small in the lower third',
         'Paper-cut mountains, layered, soft shadow, matte inks'])[1 + node.tree % 5] || ', study ' || node.n,
       p."engineId", p."modelId", p."modelRevision", p."controls", p."seeds", ${VARIANTS_A_PROMPT},
       CASE WHEN node.place = 0 THEN '[]'::jsonb
         ELSE jsonb_build_array(jsonb_build_object('kind', 'added', 'text', 'golden hour'), jsonb_build_object('kind', 'seeds', 'text', 'seed')) END,
       now(), p."createdById"
     FROM node JOIN (SELECT * FROM "Prompt" ORDER BY "id" LIMIT 1) p ON true
     LEFT JOIN node parent ON node.place > 0 AND parent.tree = node.tree AND parent.place = (node.place - 1) / 3
     ORDER BY node.n`,
    [boardId],
  );
  await database.query(
    `INSERT INTO "Run" ("id","workspaceId","projectId","promptId","status","engineId","modelId","modelRevision","quality","count","seeds",
       "quoteMicros","actualMicros","requestedById","startedAt","finishedAt")
     SELECT node.run, p."workspaceId", $1, p."id", 'succeeded', p."engineId", p."modelId", p."modelRevision", 'draft', p."count",
       (SELECT array_agg(node.n * 8 + i) FROM generate_series(0, ${VARIANTS_A_PROMPT - 1}) i), 0, 0, p."createdById", now(), now()
     FROM node JOIN "Prompt" p ON p."id" = node.id`,
    [studio.projectId],
  );
  await database.query(
    `CREATE TEMP TABLE picture AS SELECT node.id AS prompt, node.run, i AS index, node.n * 8 + i AS seed, uuidv7() AS variant, uuidv7() AS asset,
       ($1::uuid[])[1 + (node.tree * 3 + node.place * 5 + i) % cardinality($1::uuid[])] AS study
     FROM node, generate_series(0, ${VARIANTS_A_PROMPT - 1}) i`,
    [studies],
  );
  await database.query(
    `INSERT INTO "Asset" ("id","workspaceId","kind","origin","fileName","mimeType","byteSize","sha256","width","height","thumbHash")
     SELECT p.asset, a."workspaceId", a."kind", 'output', 'Picture ' || p.seed, a."mimeType", a."byteSize", a."sha256", a."width", a."height",
       a."thumbHash" FROM picture p JOIN "Asset" a ON a."id" = p.study`,
  );
  await database.query(
    `INSERT INTO "Rendition" SELECT p.asset, r."name", r."sha256", r."mimeType", r."byteSize", r."width", r."height"
     FROM picture p JOIN "Rendition" r ON r."assetId" = p.study`,
  );
  await database.query(
    `INSERT INTO "Variant" ("id","workspaceId","runId","promptId","index","seed","assetId","contentHash","flag","rating")
     SELECT p.variant, a."workspaceId", p.run, p.prompt, p.index, p.seed, p.asset, a."sha256",
       (ARRAY['none','none','pick','none','reject','none','none'])[1 + CASE WHEN $1 THEN p.seed % 7 ELSE 0 END]::"Flag",
       CASE WHEN $1 AND p.seed % 11 = 0 THEN 4 ELSE 0 END
     FROM picture p JOIN "Asset" a ON a."id" = p.study`,
    [isJudged],
  );
  await database.query("DROP TABLE node, picture");
  await database.query("ANALYZE");
  return boardId;
}
