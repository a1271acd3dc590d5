import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";

/** Where the bytes behind a candidate's key lie, under a name that says nothing. For the door that serves them. */
export const votePicture = read({
  verb: "vote.picture",
  permission: "workspace.read",
  input: z.strictObject({ voteId: Id, key: Id, size: z.enum(["thumb", "screen", "filmstrip", "film"]) }),
  output: z.strictObject({ sha256: z.string(), mimeType: z.string(), byteSize: z.int() }),
  async run({ db, actor }, { voteId, key, size }) {
    const candidate = await db.voteCandidate.findFirst({
      where: { voteId, key, vote: { workspaceId: actor.workspaceId } },
      select: {
        variant: { select: { asset: { select: { kind: true, sha256: true, mimeType: true, byteSize: true, renditions: true } } } },
      },
    });
    const asset = candidate?.variant.asset;
    // A picture's own file may carry its recipe: only what we drew from it is shown. A film has to be the file itself.
    const file = size === "film" ? (asset?.kind === "video" ? asset : undefined) : asset?.renditions.find(({ name }) => name === size);
    if (!file) throw new AppError("NOT_FOUND", "There is no such picture in this vote.");
    return { sha256: file.sha256, mimeType: file.mimeType, byteSize: Number(file.byteSize) };
  },
});
