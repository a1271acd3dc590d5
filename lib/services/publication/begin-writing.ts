import { downloadName } from "@/lib/domain/asset/file-name";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { note } from "../bookkeeping";
import { noSuchPublication } from "./publication-view";

/** What the job needs to write a publication's file. */
export interface PendingPublication {
  readonly fileName: string;
  readonly sourceHash: string;
  readonly record: PublicationRecord;
  /** This is try number so many, from 1. Counted before the work, so that a process killed by the file counts too. */
  readonly tries: number;
}

/** Counts a try to write a publication's file; null when there is nothing (left) to write. */
export function beginWriting(workspaceId: string, publicationId: string): Promise<PendingPublication | null> {
  return note(workspaceId, async (tx) => {
    const [row] = await tx.publication.updateManyAndReturn({
      where: { id: publicationId, workspaceId, assetId: null, failedAt: null, withdrawnAt: null },
      data: { writeTries: { increment: 1 } },
      select: { writeTries: true, sourceHash: true, record: true, card: { select: { title: true } } },
    });
    if (!row) {
      if ((await tx.publication.count({ where: { id: publicationId, workspaceId } })) === 0) throw noSuchPublication();
      return { result: null };
    }
    const record = PublicationRecord.parse(row.record);
    const { writeTries: tries, sourceHash, card } = row;
    return { result: { fileName: downloadName(card.title, record.source.mimeType), sourceHash, record, tries } };
  });
}
