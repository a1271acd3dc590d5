import { z } from "zod";
import { AppError } from "@/lib/domain/errors";
import { EvidenceView } from "@/lib/domain/pattern/evidence/view";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadEvidence } from "./load-evidence";

/** What is known of a version of a pattern, as far as whoever asks may see it; null when nobody tried it. */
export const getEvidence = read({
  verb: "trial.evidence",
  permission: "workspace.read",
  input: z.strictObject({ versionId: Id }),
  output: EvidenceView.nullable(),
  async run({ db, actor }, { versionId }) {
    const { workspaceId } = actor;
    const version = await db.patternVersion.findFirst({ where: { id: versionId, pattern: { workspaceId } }, select: { id: true } });
    if (!version) throw new AppError("NOT_FOUND", "This pattern version does not exist.");
    const viewer = actor.kind === "system" ? null : actor.memberId;
    return (await loadEvidence(db, workspaceId, [versionId], { viewer, withDrift: true })).get(versionId) ?? null;
  },
});
