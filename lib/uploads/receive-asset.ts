import { createHash, randomUUID } from "node:crypto";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import type { AssetView } from "@/lib/domain/asset/asset-view";
import { cleanFileName } from "@/lib/domain/asset/file-name";
import { addAsset } from "@/lib/services/asset/add-asset";
import type { VerbOptions } from "@/lib/services/verb";
import { uploadParts } from "@/lib/storage/upload-parts";
import { withSentFile } from "./sent-file";
import { storePicture } from "./store-picture";

/**
 * `POST /api/v1/assets`: a file in one request, as its body or as the one file of a form, judged by its bytes as every upload is. It lies on
 * disk while it arrives, so that many at once fill no memory; what is refused or breaks off leaves nothing behind.
 * @param optionsFor how the write is repeated safely, from what the request says besides its address
 */
export function receiveAsset(request: Request, actor: PersonActor, optionsFor: (said: string) => VerbOptions): Promise<AssetView> {
  authorise(actor, "asset.write");
  return withSentFile(request, async ({ name, bytes }) => {
    const parts = uploadParts();
    const id = randomUUID();
    try {
      await parts.write(id, 0, bytes);
      const sent = await parts.read(id);
      const fileName = cleanFileName(name ?? "");
      const file = await storePicture(sent);
      // The file itself, not the body it came in: a form's boundary is another one each time.
      const said = `${fileName}\n${createHash("sha256").update(sent).digest("hex")}`;
      return await addAsset(actor, { fileName, file }, optionsFor(said));
    } finally {
      await parts.remove(id);
    }
  });
}
