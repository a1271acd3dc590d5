import { z } from "zod";
import { PlainText } from "@/lib/domain/prompt/recipe";
import { QueueFilter, SavedFilter } from "@/lib/domain/review/view";
import { personOf } from "../person";
import { write } from "../write";

/** Keeps a way of looking at the queue under a name, for oneself; the same name again replaces it. */
export const saveFilter = write({
  verb: "card.save-filter",
  permission: "account.change",
  input: z.strictObject({ name: PlainText.trim().min(1, "A filter needs a name.").max(60), filter: QueueFilter }),
  output: SavedFilter,
  async run({ tx, actor }, { name, filter }) {
    const { workspaceId, memberId } = personOf(actor);
    const { id } = await tx.savedFilter.upsert({
      where: { memberId_name: { memberId, name } },
      create: { workspaceId, memberId, name, filter },
      update: { filter },
      select: { id: true },
    });
    return { result: { id, name, filter }, audit: [{ subjectKind: "filter", subjectId: id, details: { name } }] };
  },
});
