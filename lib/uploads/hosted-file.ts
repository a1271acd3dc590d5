import { UTApi } from "uploadthing/server";
import { MAX_VIDEO_BYTES } from "@/lib/domain/asset/limits";
import { AppError } from "@/lib/domain/errors";

/** Hosts the hosted service serves files from; an address anywhere else is not fetched, whoever signed it. */
const FILE_HOST = /^(?:[a-z0-9-]+\.ufs\.sh|utfs\.io)$/;

/** Slow lines carry a large file too. */
const FETCH_MS = 15 * 60_000;

/** Fetches a file from the hosted service, once, to copy it in. Follows no redirect and reads hardly more than a video may have. */
export async function* fetchHostedFile(address: string, fetchFile: typeof fetch = fetch): AsyncGenerator<Uint8Array> {
  const url = new URL(address);
  if (url.protocol !== "https:" || url.port !== "" || !FILE_HOST.test(url.hostname))
    throw new AppError("REFUSED", "The upload service named a file at an address we do not know.");
  const response = await fetchFile(url, { redirect: "error", signal: AbortSignal.timeout(FETCH_MS) });
  if (!response.ok || !response.body) throw new Error(`The upload service answered ${response.status} for a file it had just taken.`);
  let byteSize = 0;
  const reader = response.body.getReader();
  try {
    // One byte too many is enough to be refused with the sentence that names the limit.
    while (byteSize <= MAX_VIDEO_BYTES) {
      const { done, value } = await reader.read();
      if (done) return;
      byteSize += value.byteLength;
      yield value;
    }
  } finally {
    await reader.cancel().catch(() => {});
  }
}

/** Takes our copy's original off the hosted service: from here on the studio keeps the file, or nobody does. */
export async function removeHostedFile(token: string, key: string): Promise<void> {
  await new UTApi({ token, logLevel: "Error" }).deleteFiles(key);
}
