import type { Lane } from "@/lib/db/generated/client";
import type { LaneView } from "@/lib/domain/lane/lane";
import { CardTemplate } from "@/lib/domain/review/template";

export function laneView({ id, kind, name, allowedEngines, cardTemplate, version }: Lane): LaneView {
  return { id, kind, name, allowedEngines, cardTemplate: CardTemplate.parse(cardTemplate), version };
}
