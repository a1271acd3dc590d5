import { z } from "zod";
import { read } from "../read";
import { write } from "../write";

const QueueOrder = z.strictObject({
  /** Whether a draft goes before a final run of the same round. */
  draftsFirst: z.boolean(),
});

/** In which order runs wait. People take turns in any case. */
export const readQueueOrder = read({
  verb: "run.order",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: QueueOrder,
  run: ({ db, actor }) => db.workspace.findUniqueOrThrow({ where: { id: actor.workspaceId }, select: { draftsFirst: true } }),
});

/** An admin says whether drafts go before finals. Runs that wait already keep their place. */
export const setQueueOrder = write({
  verb: "run.set-order",
  permission: "engine.manage",
  input: QueueOrder,
  output: QueueOrder,
  async run({ tx, actor: { workspaceId }, now }, { draftsFirst }) {
    const before = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { draftsFirst: true } });
    await tx.workspace.update({ where: { id: workspaceId }, data: { draftsFirst } });
    return {
      result: { draftsFirst },
      audit: [{ subjectKind: "workspace", subjectId: workspaceId, details: { before: before.draftsFirst, after: draftsFirst } }],
      events: [{ kind: "engine", id: workspaceId, version: now.getTime(), act: "order" }],
    };
  },
});
