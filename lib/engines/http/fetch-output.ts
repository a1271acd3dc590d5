import { OutputLost } from "../engine";
import { DownloadError, type DownloadLimits, download } from "./download";

const DOWNLOAD_TIMEOUT_MS = 300_000;
const MAX_OUTPUT_BYTES = 256 * 1024 * 1024;

const LOST_AS = {
  gone: "expired-output",
  "forbidden-address": "withheld-output",
  "too-large": "damaged-output",
  "wrong-type": "damaged-output",
} as const satisfies Record<Exclude<DownloadError["kind"], "transient">, OutputLost["kind"]>;

/**
 * Fetches an output of a run from where its provider says it lies.
 * @param baseUrl where a relative address begins
 * @throws {@link OutputLost} when it can never be had; {@link DownloadError} `transient` when it may be had later
 */
export async function fetchOutput(
  url: string,
  baseUrl: string,
  limits: Pick<DownloadLimits, "signal" | "trustedOrigins" | "credentials">,
): Promise<Uint8Array> {
  try {
    return await download(new URL(url, `${baseUrl.replace(/\/+$/, "")}/`).href, {
      ...limits,
      maxBytes: MAX_OUTPUT_BYTES,
      timeoutMs: DOWNLOAD_TIMEOUT_MS,
    });
  } catch (error) {
    if (!(error instanceof DownloadError) || error.kind === "transient") throw error;
    throw new OutputLost(LOST_AS[error.kind], error.message, { cause: error });
  }
}
