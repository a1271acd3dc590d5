import { db } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { MANNER_ROLES } from "@/lib/domain/trial/drift-from";
import { type Distance, OLD_METHODS, type Signature } from "@/lib/domain/trial/signature";
import { note } from "../bookkeeping";
import { touchTrial } from "./touch-trial";

/** Where the small pictures lie that a measure looks at. */
export interface CellToMeasure {
  readonly sha256: string;
  /** Of the pattern's references of style and mood; of the picture it was promoted from, when it has none. */
  readonly references: readonly string[];
}

const THUMB = { where: { name: "thumb" }, select: { sha256: true } } as const;

/** Null when there is nothing to measure: no picture, or it was measured in today's way. */
export async function cellToMeasure(workspaceId: string, trialId: string, cell: number): Promise<CellToMeasure | null> {
  const row = await db().gridCell.findFirst({
    where: {
      gridId: trialId,
      index: cell,
      run: { status: "succeeded" },
      grid: { workspaceId, trial: { measures: { none: { cellIndex: cell, method: { notIn: [...OLD_METHODS] } } } } },
    },
    select: {
      run: {
        select: {
          variants: { orderBy: { index: "asc" }, take: 1, select: { asset: { select: { renditions: THUMB } } } },
          prompt: {
            select: {
              references: { where: { role: { in: [...MANNER_ROLES] } }, select: { asset: { select: { renditions: THUMB } } } },
              patternVersion: { select: { sourceVariant: { select: { asset: { select: { renditions: THUMB } } } } } },
            },
          },
        },
      },
    },
  });
  const sha256 = row?.run?.variants[0]?.asset.renditions[0]?.sha256;
  if (!row?.run || sha256 === undefined) return null;
  const { references, patternVersion } = row.run.prompt;
  const given = references.flatMap(({ asset }) => asset.renditions);
  const face = patternVersion?.sourceVariant?.asset.renditions ?? [];
  return { sha256, references: (given.length > 0 ? given : face).map((rendition) => rendition.sha256) };
}

/** Writes down what was seen in a cell, once; in place of what was seen in an old way. */
export function noteMeasure(
  workspaceId: string,
  { trialId, cell, signature, fromReferences }: { trialId: string; cell: number; signature: Signature; fromReferences: Distance | null },
): Promise<void> {
  return note(workspaceId, async (tx) => {
    const seen = {
      method: signature.method,
      signature,
      fromReferences: fromReferences ?? Prisma.DbNull,
      measuredAt: new Date(),
    };
    const made = await tx.trialMeasure.createMany({ data: [{ trialId, cellIndex: cell, ...seen }], skipDuplicates: true });
    const replaced =
      made.count > 0
        ? made
        : await tx.trialMeasure.updateMany({ where: { trialId, cellIndex: cell, method: { in: [...OLD_METHODS] } }, data: seen });
    if (replaced.count === 0) return { result: undefined };
    return { result: undefined, events: [await touchTrial(tx, { kind: "system", workspaceId }, trialId, "measured")] };
  });
}
