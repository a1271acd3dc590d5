import { z } from "zod";
import { QueueFilter, SavedFilter } from "@/lib/domain/review/view";
import { personOf } from "../person";
import { read } from "../read";

/** The ways of looking at the queue somebody has kept, by name. */
export const listFilters = read({
  verb: "card.list-filters",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(SavedFilter),
  async run({ db, actor }) {
    const { workspaceId, memberId } = personOf(actor);
    const rows = await db.savedFilter.findMany({ where: { workspaceId, memberId }, orderBy: { name: "asc" } });
    return rows.map(({ id, name, filter }) => ({ id, name, filter: QueueFilter.parse(filter) }));
  },
});
