import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { PublicationView, publicationState } from "@/lib/domain/publication/view";
import { Id } from "@/lib/domain/wire";
import { didBefore } from "../did-before";
import { write } from "../write";
import { loadPublication, publicationView } from "./publication-view";

/** Has the file of a failed publication written again. */
export const retryPublication = write({
  verb: "publication.retry",
  permission: "publication.publish",
  input: z.strictObject({ publicationId: Id }),
  output: PublicationView,
  async run({ tx, actor }, { publicationId }) {
    const { workspaceId } = actor;
    const taken = await tx.publication.updateMany({
      where: { id: publicationId, workspaceId, failedAt: { not: null }, assetId: null, withdrawnAt: null },
      data: { failedAt: null, failureReason: null, writeTries: 0, version: { increment: 1 } },
    });
    const row = await loadPublication(tx, workspaceId, publicationId);
    if (taken.count === 0) {
      const state = publicationState(row);
      const isUnderWay = state === "writing" || state === "ready";
      if (!isUnderWay || !(await didBefore(tx, actor, "publication.retry", publicationId)))
        throw new AppError("CONFLICT", NOT_FAILED[state]);
      return { result: publicationView(row), unchanged: true as const };
    }
    const { version, card } = row;
    return {
      result: publicationView(row),
      audit: [{ subjectKind: "publication", subjectId: publicationId }],
      events: [{ kind: "publication", id: publicationId, version, projectId: card.projectId, act: "retried" }],
      jobs: [{ name: "publication.write", payload: { workspaceId, publicationId } }],
    };
  },
});

const NOT_FAILED = {
  writing: "The file is being written already.",
  ready: "The file is there; nothing needs to be tried again.",
  withdrawn: "This publication was withdrawn.",
  failed: "The file could not be written.",
} as const;
