import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { Target } from "@/lib/domain/asset/choice";
import { titleOf } from "@/lib/domain/prompt/title";
import { zipNamer } from "@/lib/domain/zip/names";
import { enqueue } from "@/lib/jobs/queue";
import { note } from "../bookkeeping";
import { zippedWhere } from "./zip-target";
import { zipsSince } from "./zip-view";

/** Files of one part: a worker that ends loses no more than looking at these. */
const PART = 500;
/** What a prompt's first words may take of a name. */
const TITLE_LENGTH = 60;

export interface FileToPack {
  readonly assetId: string;
  readonly fileName: string;
  readonly mimeType: string;
  readonly sha256: string;
  readonly words: string | null;
}

/** What was found of a file: its bytes as they will lie in the zip; null when they are not there any more. */
export interface FoundFile {
  readonly file: FileToPack;
  readonly found: { readonly byteSize: number; readonly crc: number } | null;
}

/** The next files of a zip that is being packed, newest first; null when there is nothing to pack, empty when all was looked at. */
export async function nextToPack(
  workspaceId: string,
  zipId: string,
): Promise<{ readonly isStripped: boolean; readonly files: readonly FileToPack[] } | null> {
  const zip = await db().assetZip.findFirst({ where: { id: zipId, workspaceId, status: "packing" } });
  if (!zip) return null;
  const after = zip.cursorId === null ? Prisma.empty : Prisma.sql`AND a."id" < ${zip.cursorId}::uuid`;
  const files = await db().$queryRaw<FileToPack[]>`
    SELECT a."id" AS "assetId", a."fileName", a."mimeType", a."sha256",
      (SELECT left(p."text", 400) FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId" WHERE v."assetId" = a."id" LIMIT 1) AS "words"
    FROM "Asset" a WHERE ${zippedWhere(workspaceId, Target.parse(zip.target))} ${after}
    ORDER BY a."id" DESC LIMIT ${PART}`;
  return { isStripped: zip.isStripped, files };
}

/** Notes a part that was looked at, under names nobody has yet; false when somebody cancelled meanwhile or another worker was first. */
export function notePart(workspaceId: string, zipId: string, before: readonly FoundFile[]): Promise<boolean> {
  return note(workspaceId, async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "AssetZip" WHERE "id" = ${zipId}::uuid FOR UPDATE`;
    const zip = await tx.assetZip.findFirst({ where: { id: zipId, workspaceId, status: "packing" } });
    const cursorId = before.at(-1)?.file.assetId;
    const first = before[0]?.file.assetId;
    if (!zip || cursorId === undefined || first === undefined || (zip.cursorId !== null && first >= zip.cursorId)) return { result: false };
    const there = before.flatMap(({ file, found }) => (found ? [{ file, found }] : []));
    const given = await tx.$queryRaw<{ name: string }[]>`SELECT "name" FROM "AssetZipEntry" WHERE "zipId" = ${zipId}::uuid`;
    const nameOf = zipNamer(given.map(({ name }) => name));
    await tx.assetZipEntry.createMany({
      data: there.map(({ file, found }, nth) => ({
        zipId,
        position: given.length + nth,
        assetId: file.assetId,
        name: nameOf({ title: (file.words && titleOf(file.words)?.slice(0, TITLE_LENGTH)) || file.fileName, mimeType: file.mimeType }),
        byteSize: found.byteSize,
        crc: BigInt(found.crc),
      })),
    });
    const after = await tx.assetZip.update({
      where: { id: zipId },
      data: {
        cursorId,
        done: { increment: before.length },
        missing: { increment: before.length - there.length },
        version: { increment: 1 },
      },
    });
    return { result: true, events: [{ kind: "zip", id: zipId, version: after.version, act: "packed" }] };
  });
}

/** What the manifest says of a page of the zip's files, and where the next page begins. */
export async function manifestPage(zipId: string, from: number): Promise<readonly object[]> {
  const rows = await db().$queryRaw<{ file: object }[]>`
    SELECT json_build_object(
      'name', e."name", 'assetId', a."id", 'sha256', a."sha256", 'mimeType', a."mimeType", 'byteSize', e."byteSize", 'width', a."width",
      'height', a."height", 'durationMs', a."durationMs", 'origin', a."origin", 'flag', a."flag", 'rating', a."rating", 'colour', a."colour",
      'createdAt', a."createdAt", 'prompt', (
        SELECT p."text" FROM "Variant" v JOIN "Prompt" p ON p."id" = v."promptId" WHERE v."assetId" = a."id" LIMIT 1)) AS "file"
    FROM "AssetZipEntry" e JOIN "Asset" a ON a."id" = e."assetId"
    WHERE e."zipId" = ${zipId}::uuid AND e."position" >= ${from} ORDER BY e."position" LIMIT ${MANIFEST_PAGE}`;
  return rows.map(({ file }) => file);
}

const MANIFEST_PAGE = 1_000;

/** The files of a zip as they lie in it, for its size. */
export async function packedSizes(zipId: string): Promise<readonly { name: string; byteSize: number; crc: number }[]> {
  const entries = await db().assetZipEntry.findMany({
    where: { zipId },
    orderBy: { position: "asc" },
    select: { name: true, byteSize: true, crc: true },
  });
  return entries.map(({ crc, ...entry }) => ({ ...entry, crc: Number(crc) }));
}

export interface PackedManifest {
  readonly sha256: string;
  readonly byteSize: number;
  readonly crc: number;
}

/** Everything was looked at: from now on it can be downloaded. */
export async function finishZip(workspaceId: string, zipId: string, manifest: PackedManifest, byteSize: number): Promise<void> {
  await note(workspaceId, async (tx) => {
    const [zip] = await tx.assetZip.updateManyAndReturn({
      where: { id: zipId, workspaceId, status: "packing" },
      data: {
        status: "ready",
        byteSize,
        manifestHash: manifest.sha256,
        manifestSize: manifest.byteSize,
        manifestCrc: manifest.crc,
        version: { increment: 1 },
      },
    });
    if (!zip) return { result: undefined };
    // Files come and go while it is packed: how many it holds is known now.
    await tx.assetZip.update({ where: { id: zipId }, data: { total: zip.done } });
    return { result: undefined, events: [{ kind: "zip", id: zipId, version: zip.version, act: "ready" }] };
  });
}

/** Longer than any heartbeat. Seconds. */
const LOST_AFTER_SECONDS = 60;

/** Gives zips that are being packed and have no job a new one. */
export async function requeueUnpacked(): Promise<number> {
  const lost = await db().$queryRaw<{ id: string; workspaceId: string }[]>`
    SELECT z."id", z."workspaceId" FROM "AssetZip" z
    WHERE z."status" = 'packing' AND z."createdAt" < now() - make_interval(secs => ${LOST_AFTER_SECONDS})
      AND NOT EXISTS (
        SELECT 1 FROM pgboss.job j
        WHERE j.name = 'zip.pack' AND j.state < 'completed' AND j.data->>'zipId' = z."id"::text)
    LIMIT 500`;
  for (const { id, workspaceId } of lost) await enqueue(db(), { name: "zip.pack", payload: { workspaceId, zipId: id } });
  return lost.length;
}

/** Forgets zips that are no longer kept. */
export async function sweepZips(now: Date): Promise<number> {
  const { count } = await db().assetZip.deleteMany({ where: { createdAt: { lt: zipsSince(now) } } });
  return count;
}
