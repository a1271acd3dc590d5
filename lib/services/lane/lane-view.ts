import type { Lane } from "@/lib/db/generated/client";
import type { LaneView } from "@/lib/domain/lane/lane";
import { LanePolicy } from "@/lib/domain/lane/policy";
import { EvidenceRule } from "@/lib/domain/pattern/label/rule";
import { CardTemplates } from "@/lib/domain/review/template";

export function laneView({
  id,
  kind,
  name,
  allowedEngines,
  policy,
  requiresDraft,
  cardTemplates,
  evidenceRule,
  remindHours,
  escalateHours,
  version,
}: Lane): LaneView {
  return {
    id,
    kind,
    name,
    allowedEngines,
    policy: LanePolicy.parse(policy),
    requiresDraft,
    cardTemplates: CardTemplates.parse(cardTemplates),
    evidenceRule: EvidenceRule.parse(evidenceRule),
    remindHours,
    escalateHours,
    version,
  };
}
