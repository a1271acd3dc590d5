import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import type { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { addAsset } from "@/lib/services/asset/add-asset";
import { getUpload } from "@/lib/services/asset/get-upload";
import { handInVideo } from "@/lib/services/asset/hand-in-video";
import type { VerbOptions } from "@/lib/services/verb";
import { uploadParts } from "@/lib/storage/upload-parts";
import { withSentFile } from "./sent-file";
import { takeFile } from "./take-file";

/** The asset, or where to ask for it when looking at it takes longer than anybody waits for an answer. */
export type ReceivedAsset = AssetView | Extract<UploadResult, { kind: "checking" }>;

/** How long one request waits for the worker. Proxies cut off what says nothing for a minute. */
const WAIT_MS = 45_000;
const ASK_AGAIN_MS = 150;

/**
 * `POST /api/v1/assets`: a file in one request, as its body or as the one file of a form, judged by its bytes as every upload is. It lies on
 * disk while it arrives, so that many at once fill no memory; what is refused or breaks off leaves nothing behind.
 * @param optionsFor how the write is repeated safely, from what the request says besides its address
 */
export function receiveAsset(
  request: Request,
  actor: PersonActor,
  optionsFor: (said: string) => VerbOptions,
  waitMs = WAIT_MS,
): Promise<ReceivedAsset> {
  authorise(actor, "asset.write");
  return withSentFile(request, async ({ name, bytes }) => {
    const parts = uploadParts();
    const id = randomUUID();
    try {
      await parts.write(id, 0, bytes);
      const fileName = cleanFileName(name ?? "");
      const taken = await takeFile(id);
      const { sha256 } = taken.kind === "picture" ? taken.file : taken.video;
      // The file itself, not the body it came in: a form's boundary is another one each time.
      const options = optionsFor(`${fileName}\n${sha256}`);
      if (taken.kind === "picture") return await addAsset(actor, { fileName, file: taken.file }, options);
      const { uploadId } = await handInVideo(actor, { uploadId: null, fileName, video: taken.video }, options);
      return await checkedAsset(actor, uploadId, Date.now() + waitMs);
    } finally {
      await parts.remove(id);
    }
  });
}

async function checkedAsset(actor: PersonActor, uploadId: string, until: number): Promise<ReceivedAsset> {
  for (;;) {
    const result = await getUpload(actor, { uploadId });
    if (result.kind === "stored") return result.asset;
    if (result.kind === "refused") throw new AppError("BAD_INPUT", result.sentence);
    if (Date.now() > until) return result;
    await pause(ASK_AGAIN_MS);
  }
}
