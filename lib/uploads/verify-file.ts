import { randomUUID } from "node:crypto";
import { authorise, type PersonActor } from "@/lib/domain/access/actor";
import type { Verification } from "@/lib/domain/publication/verification";
import { signingIdentity } from "@/lib/media/credentials/signing-identity";
import { examineFile } from "@/lib/media/examination/examine-file";
import { markedSizes } from "@/lib/services/publication/marked-sizes";
import { recogniseFile } from "@/lib/services/publication/recognise-file";
import { uploadParts } from "@/lib/storage/upload-parts";
import { withSentFile } from "./sent-file";

/**
 * `POST /api/v1/verify`: what we know of a file, sent as the body of the request or as the one file of a form. It lies on disk while it is
 * looked at, in a process of its own, and nothing of it stays.
 */
export function verifyFile(request: Request, actor: PersonActor): Promise<Verification & { readonly kind: "verified" }> {
  authorise(actor, "workspace.read");
  return withSentFile(request, async ({ bytes }) => {
    const parts = uploadParts();
    const id = randomUUID();
    try {
      await parts.write(id, 0, bytes);
      const [{ anchor }, sizes] = await Promise.all([signingIdentity(), markedSizes(actor, {})]);
      const file = await examineFile({ path: parts.path(id), anchor, sizes });
      return { kind: "verified", ...(await recogniseFile(actor, { file })) };
    } finally {
      await parts.remove(id);
    }
  });
}
