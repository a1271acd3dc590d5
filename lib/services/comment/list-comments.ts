import { z } from "zod";
import { ThreadView } from "@/lib/domain/review/comment";
import { Id } from "@/lib/domain/wire";
import { personOf } from "../person";
import { read } from "../read";
import { noSuchCard } from "../review/load-card";
import { threadsOf } from "./thread-rows";

/** What was said on a card, thread by thread, those of earlier attempts too. */
export const listComments = read({
  verb: "comment.list",
  permission: "workspace.read",
  input: z.strictObject({ cardId: Id }),
  output: z.strictObject({ threads: z.array(ThreadView) }),
  async run({ db, actor }, { cardId }) {
    const viewer = personOf(actor);
    if ((await db.reviewCard.count({ where: { id: cardId, workspaceId: actor.workspaceId } })) === 0) throw noSuchCard();
    return { threads: await threadsOf(db, cardId, viewer) };
  },
});
