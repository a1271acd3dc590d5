import { db } from "@/lib/db/client";

/** Longer than a busy database takes, shorter than whoever asks will wait. */
const PATIENCE_MS = 2_000;

/** Whether the database answers, so that this process can do its work. Never throws. */
export async function isReady(): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<boolean>((settle) => {
    timer = setTimeout(settle, PATIENCE_MS, false);
  });
  const answer = db().$queryRaw`SELECT 1`.then(
    () => true,
    () => false,
  );
  const ready = await Promise.race([answer, silence]);
  clearTimeout(timer);
  return ready;
}
