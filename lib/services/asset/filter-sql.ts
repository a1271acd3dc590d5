import { Prisma } from "@/lib/db/generated/client";
import type { AssetFilter } from "@/lib/domain/asset/filter";
import { parseSearch } from "@/lib/domain/search/parse";
import type { Comparison, Query, Term } from "@/lib/domain/search/query";

/** The filter as a condition on `"Asset" a`. Its workspace is always named. */
export function assetsWhere(workspaceId: string, filter: AssetFilter): Prisma.Sql {
  const { kind, origin, flag, rating, colour, stackId, collectionId, stacks, deleted } = filter;
  const conditions = [
    Prisma.sql`a."workspaceId" = ${workspaceId}::uuid`,
    deleted ? Prisma.sql`a."deletedAt" IS NOT NULL` : Prisma.sql`a."deletedAt" IS NULL`,
  ];
  if (stackId !== undefined) conditions.push(Prisma.sql`a."stackId" = ${stackId}::uuid`);
  else if (stacks === "folded" && !deleted) conditions.push(Prisma.sql`NOT a."isCovered"`);
  if (kind !== undefined) conditions.push(Prisma.sql`a."kind" = ${kind}::"AssetKind"`);
  if (origin !== undefined) conditions.push(Prisma.sql`a."origin" = ${origin}::"AssetOrigin"`);
  if (flag !== undefined) conditions.push(flagIs(flag));
  if (rating !== undefined) conditions.push(Prisma.sql`a."rating" > 0 AND a."rating" >= ${rating}`);
  if (colour !== undefined) conditions.push(colourIs(colour));
  if (collectionId !== undefined) {
    conditions.push(Prisma.sql`a."id" IN (
      WITH RECURSIVE inside AS (
        SELECT "id" FROM "Collection" WHERE "id" = ${collectionId}::uuid AND "workspaceId" = ${workspaceId}::uuid AND "deletedAt" IS NULL
        UNION SELECT c."id" FROM "Collection" c JOIN inside i ON c."parentId" = i."id" WHERE c."deletedAt" IS NULL)
      SELECT ca."assetId" FROM "CollectionAsset" ca JOIN inside i ON i."id" = ca."collectionId")`);
  }
  const parsed = parseSearch(filter.search);
  if (parsed.kind === "query" && parsed.query.kind !== "everything") conditions.push(matching(parsed.query));
  return Prisma.join(conditions, " AND ");
}

function matching(query: Query): Prisma.Sql {
  switch (query.kind) {
    case "everything":
      return Prisma.sql`TRUE`;
    case "and":
      return Prisma.sql`(${Prisma.join(query.of.map(matching), " AND ")})`;
    case "or":
      return Prisma.sql`(${Prisma.join(query.of.map(matching), " OR ")})`;
    case "not":
      return Prisma.sql`NOT ${matching(query.of)}`;
    default:
      return holding(query);
  }
}

/** What is said of the run is asked of the run that made the file; a file that nobody's run made has none and costs nothing. */
function holding(term: Term): Prisma.Sql {
  switch (term.kind) {
    case "words":
      return Prisma.sql`(a."fileName" ILIKE ${holds(term.text)} OR EXISTS (
        SELECT 1 FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId"
        WHERE v."assetId" = a."id" AND (p."text" ILIKE ${holds(term.text)} OR p."negative" ILIKE ${holds(term.text)})))`;
    case "engine":
      return ofRun(Prisma.sql`r."engineId" ILIKE ${holds(term.text)} OR r."modelId" ILIKE ${holds(term.text)}`);
    case "by":
      return Prisma.sql`(EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = a."createdById" AND m."displayName" ILIKE ${holds(term.text)})
        OR ${ofRun(
          Prisma.sql`EXISTS (SELECT 1 FROM "Member" m WHERE m."id" = r."requestedById" AND m."displayName" ILIKE ${holds(term.text)})`,
        )})`;
    case "flag":
      return flagIs(term.flag);
    case "rating":
      return Prisma.sql`a."rating" ${sign(term.is)} ${term.stars}`;
    case "colour":
      return colourIs(term.colour);
    case "cost":
      return Prisma.sql`coalesce((
        SELECT r."actualMicros" / greatest(r."count", 1) FROM "Variant" v JOIN "Run" r ON r."id" = v."runId"
        WHERE v."assetId" = a."id" LIMIT 1), 0) ${sign(term.is)} ${term.micros}`;
    case "made":
      return Prisma.sql`a."createdAt" ${sign(term.is)} ${new Date(term.at)}`;
    case "is":
      return isWhat(term.what);
    default:
      return term satisfies never;
  }
}

function isWhat(what: Extract<Term, { kind: "is" }>["what"]): Prisma.Sql {
  switch (what) {
    case "image":
    case "video":
      return Prisma.sql`a."kind" = ${what}::"AssetKind"`;
    case "upload":
    case "output":
      return Prisma.sql`a."origin" = ${what}::"AssetOrigin"`;
    case "draft":
    case "final":
      return ofRun(Prisma.sql`r."quality" = ${what}`);
    default:
      return what satisfies never;
  }
}

const ofRun = (condition: Prisma.Sql) =>
  Prisma.sql`EXISTS (SELECT 1 FROM "Variant" v JOIN "Run" r ON r."id" = v."runId" WHERE v."assetId" = a."id" AND (${condition}))`;

/** Said twice where it lets the database use the small index of what was chosen at all. */
const flagIs = (flag: string) =>
  flag === "none" ? Prisma.sql`a."flag" = 'none'` : Prisma.sql`(a."flag" <> 'none' AND a."flag" = ${flag}::"Flag")`;

const colourIs = (colour: string) =>
  colour === "none" ? Prisma.sql`a."colour" = 'none'` : Prisma.sql`(a."colour" <> 'none' AND a."colour" = ${colour}::"Colour")`;

const SIGNS: Readonly<Record<Comparison, Prisma.Sql>> = {
  "<": Prisma.sql`<`,
  "<=": Prisma.sql`<=`,
  "=": Prisma.sql`=`,
  ">=": Prisma.sql`>=`,
  ">": Prisma.sql`>`,
};
const sign = (is: Comparison) => SIGNS[is];

/** Anywhere, in any case. `%` and `_` are letters to the people who search, and wildcards to the database. */
const holds = (text: string) => `%${text.replace(/[\\%_]/g, "\\$&")}%`;
