import { log } from "@/lib/log";

/**
 * Seals rows anew one by one. A row whose secret cannot be opened – its key was dropped too early, or a backup came without it – is named
 * in the log and left as it is: whoever owns it enters it again, and the others do not wait for that.
 * @param of what the rows are, as it stands in the log
 * @returns how many rows changed
 */
export async function resealEach<Row extends { readonly id: string; readonly workspaceId: string }>(
  of: string,
  rows: readonly Row[],
  reseal: (row: Row) => Promise<{ count: number }>,
): Promise<number> {
  let resealed = 0;
  for (const row of rows) {
    try {
      resealed += (await reseal(row)).count;
    } catch (error) {
      log.error("house", "a secret cannot be sealed anew", { of, id: row.id, workspaceId: row.workspaceId }, error);
    }
  }
  return resealed;
}
