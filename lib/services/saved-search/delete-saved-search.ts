import { z } from "zod";
import { AssetFilter } from "@/lib/domain/asset/filter";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";

/** Deletes a saved search of one's own. The answer is what saves it again. */
export const deleteSavedSearch = write({
  verb: "saved-search.delete",
  permission: "asset.write",
  input: z.strictObject({ id: Id }),
  output: z.strictObject({ name: z.string(), filter: AssetFilter, isShared: z.boolean() }),
  async run({ tx, actor }, { id }) {
    const { workspaceId, memberId } = personOf(actor);
    const found = await tx.savedSearch.findFirst({ where: { id, workspaceId, OR: [{ memberId }, { isShared: true }] } });
    if (!found) throw new AppError("NOT_FOUND", "This saved search does not exist.");
    if (found.memberId !== memberId) throw new AppError("FORBIDDEN", "Only whoever saved this search can delete it.");
    await tx.savedSearch.delete({ where: { id } });
    return {
      result: { name: found.name, filter: AssetFilter.parse(found.filter), isShared: found.isShared },
      audit: [{ subjectKind: "saved-search", subjectId: id, details: { name: found.name } }],
      events: [{ kind: "asset", id, version: found.version + 1, act: "unsaved" }],
    };
  },
});
