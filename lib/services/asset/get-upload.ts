import { z } from "zod";
import { UploadResult } from "@/lib/domain/asset/upload";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { read } from "../read";
import { uploadResultOf } from "./upload-ticket";

/** What became of a file this member sent. Known for a day after it came. */
export const getUpload = read({
  verb: "upload.get",
  permission: "workspace.read",
  input: z.strictObject({ uploadId: Id }),
  output: UploadResult,
  async run({ db, actor }, { uploadId }) {
    const { workspaceId, memberId } = personOf(actor);
    const ticket = await db.uploadTicket.findFirst({ where: { key: uploadId, workspaceId, memberId } });
    const result = ticket && uploadResultOf(ticket);
    if (!result) throw new AppError("NOT_FOUND", "This upload has not arrived, or is too old to ask about.");
    return result;
  },
});
