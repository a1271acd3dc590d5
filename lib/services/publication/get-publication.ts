import { z } from "zod";
import { PublicationRecord } from "@/lib/domain/publication/record";
import { PublicationDetail } from "@/lib/domain/publication/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadPublication, publicationView } from "./publication-view";

/** A publication with its whole record, also after it was withdrawn. */
export const getPublication = read({
  verb: "publication.get",
  permission: "workspace.read",
  input: z.strictObject({ publicationId: Id }),
  output: PublicationDetail,
  async run({ db, actor }, { publicationId }) {
    const row = await loadPublication(db, actor.workspaceId, publicationId);
    return { ...publicationView(row), record: PublicationRecord.parse(row.record) };
  },
});
