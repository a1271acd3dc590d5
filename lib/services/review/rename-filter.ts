import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { QueueFilter, SavedFilter } from "@/lib/domain/review/view";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { write } from "../write";
import { saveFilter } from "./save-filter";

/** Calls one of one's own ways of looking at the queue something else; a name that another one has stays that one's. */
export const renameFilter = write({
  verb: "card.rename-filter",
  permission: "account.change",
  input: z.strictObject({ filterId: Id, name: saveFilter.input.shape.name }),
  output: SavedFilter,
  async run({ tx, actor }, { filterId, name }) {
    const { workspaceId, memberId } = personOf(actor);
    const row = await tx.savedFilter.findFirst({ where: { id: filterId, workspaceId, memberId } });
    if (!row) throw new AppError("NOT_FOUND", "This filter does not exist.");
    const namesake = await tx.savedFilter.count({ where: { memberId, name, id: { not: filterId } } });
    if (namesake > 0) throw new AppError("CONFLICT", `Another of your filters is called “${name}”.`);
    await tx.savedFilter.update({ where: { id: filterId }, data: { name } });
    const details = { nameBefore: row.name, nameAfter: name };
    return {
      result: { id: filterId, name, filter: QueueFilter.parse(row.filter) },
      audit: [{ subjectKind: "filter", subjectId: filterId, details }],
    };
  },
});
