import { z } from "zod";
import { Id } from "@/lib/domain/wire";
import { write } from "../write";
import { PublicationSettled } from "./publication-settled";

/** Says that a publication's file cannot be made. It stays published on its card until somebody tries again or withdraws it. */
export const failPublication = write({
  verb: "publication.fail",
  permission: "publication.publish",
  input: z.strictObject({ publicationId: Id, reason: z.string().min(1).max(1_000) }),
  output: z.strictObject({ state: z.literal("failed") }),
  async run({ tx, actor, now }, { publicationId, reason }) {
    const [failed] = await tx.publication.updateManyAndReturn({
      where: { id: publicationId, workspaceId: actor.workspaceId, assetId: null, failedAt: null, withdrawnAt: null },
      data: { failedAt: now, failureReason: reason, version: { increment: 1 } },
      select: { version: true, card: { select: { projectId: true } } },
    });
    if (!failed) throw new PublicationSettled(publicationId);
    const { version, card } = failed;
    return {
      result: { state: "failed" as const },
      audit: [{ subjectKind: "publication", subjectId: publicationId, details: { reason } }],
      events: [{ kind: "publication", id: publicationId, version, projectId: card.projectId, act: "failed" }],
    };
  },
});
