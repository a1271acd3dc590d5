import { note } from "../bookkeeping";

/** A video the worker is to look at. */
export interface UncheckedVideo {
  readonly sha256: string;
  readonly byteSize: number;
  readonly fileName: string;
  /** This is look number so many, from 1. Counted before it, so that a file which kills its reader counts too. */
  readonly tries: number;
}

/** Counts a look at a video that was sent; null when there is nothing (left) to look at. */
export function beginCheck(workspaceId: string, uploadId: string): Promise<UncheckedVideo | null> {
  return note(workspaceId, async (tx) => {
    const [ticket] = await tx.uploadTicket.updateManyAndReturn({
      where: { key: uploadId, workspaceId, consumedAt: null, sha256: { not: null } },
      data: { checkTries: { increment: 1 } },
    });
    if (!ticket?.sha256) return { result: null };
    const { sha256, byteSize, fileName, checkTries } = ticket;
    return { result: { sha256, byteSize: Number(byteSize), fileName: fileName ?? "", tries: checkTries } };
  });
}
