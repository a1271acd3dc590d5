import type { LaneRules } from "../../review/run-for-card";
import { isAllowedEngine } from "../../review/run-for-card";
import { isFree } from "../free-control";
import type { Template } from "../template";
import type { ChecklistLine } from "./checklist-line";

/** A production lane, as far as it says which pictures it takes. */
export interface TakingLane extends Pick<LaneRules, "allowedEngines"> {
  readonly name: string;
}

/** The part of a template that decides whether a production lane takes what is made from it. */
export type Offered = Pick<Template, "model" | "alternatives" | "controls" | "free" | "seeds" | "count">;

/**
 * Whether what a version makes can go anywhere in production. A version no production lane allows the engine of is refused; drafts are not – a
 * picked one is finalised – but whoever signs is told.
 * @param lanes the workspace's production lanes; without one nothing can be refused
 */
export function lanesLine(template: Offered, lanes: readonly TakingLane[]): ChecklistLine {
  const engines = [...new Set([template.model, ...template.alternatives].map(({ engineId }) => engineId))];
  const takes = ({ allowedEngines }: TakingLane) => engines.some((engineId) => isAllowedEngine({ allowedEngines }, { engineId }));
  const closed = lanes.filter((lane) => !takes(lane)).map(({ name }) => name);
  if (lanes.length > 0 && closed.length === lanes.length)
    return {
      kind: "lanes",
      met: false,
      caution: false,
      sentence: `No production lane allows ${listed(engines, "or")}: its pictures could not be sent to review.`,
    };
  const cautions = [
    ...(closed.length > 0 ? [`${listed(closed, "and")} ${closed.length === 1 ? "does" : "do"} not allow ${listed(engines, "or")}.`] : []),
    ...draftCaution(template),
  ];
  return {
    kind: "lanes",
    met: true,
    caution: cautions.length > 0,
    sentence: cautions.length > 0 ? cautions.join(" ") : "Production lanes take its pictures.",
  };
}

function draftCaution(template: Offered): readonly string[] {
  if (template.controls.quality === "final") return [];
  return isFree(template, "quality")
    ? ["It makes drafts unless final quality is asked for; production cards take finals."]
    : ["It is locked at draft quality, and production cards take finals: a picked draft has to be finalised first."];
}

const listed = (names: readonly string[], word: "and" | "or") =>
  names.length < 2 ? (names[0] ?? "") : `${names.slice(0, -1).join(", ")} ${word} ${names.at(-1)}`;
