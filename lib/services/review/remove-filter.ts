import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";

/** Forgets one of one's own ways of looking at the queue. */
export const removeFilter = write({
  verb: "card.remove-filter",
  permission: "account.change",
  input: z.strictObject({ filterId: Id }),
  output: z.strictObject({ filterId: Id }),
  async run({ tx, actor }, { filterId }) {
    const { workspaceId, memberId } = personOf(actor);
    const { count } = await tx.savedFilter.deleteMany({ where: { id: filterId, workspaceId, memberId } });
    if (count === 0) throw new AppError("NOT_FOUND", "This filter does not exist.");
    return { result: { filterId }, audit: [{ subjectKind: "filter", subjectId: filterId }] };
  },
});
