import { getEvidence } from "@/lib/services/trial/get-evidence";
import { getTrial } from "@/lib/services/trial/get-trial";
import { judgeCell } from "@/lib/services/trial/judge-cell";
import { listTrials } from "@/lib/services/trial/list-trials";
import { planTrial } from "@/lib/services/trial/plan-trial";
import { setBlind } from "@/lib/services/trial/set-blind";
import { startTrial } from "@/lib/services/trial/start-trial";
import { takeBackJudgement } from "@/lib/services/trial/take-back-judgement";
import { procedure } from "../procedure";

const tags = ["Trials"] as const;

export const trial = {
  list: procedure(listTrials, { method: "GET", path: "/trials", summary: "List trials, newest first", tags }),
  get: procedure(getTrial, {
    method: "GET",
    path: "/trials/{trialId}",
    summary: "Read a trial: every cell with its picture, verdicts and measures",
    tags,
  }),
  plan: procedure(planTrial, {
    method: "POST",
    path: "/projects/{projectId}/trial-plans",
    summary: "Dry run: how many pictures a trial makes and what they cost",
    tags,
  }),
  start: procedure(startTrial, {
    method: "POST",
    path: "/projects/{projectId}/trials",
    summary: "Start a trial: run a pattern version over an eval set",
    description:
      "A trial is a grid under the same id: cancel it, go on with it and read its raw cells there. Name a `trialId` of your own: asked again with the same one, nothing is started twice.",
    tags,
  }),
  judge: procedure(judgeCell, {
    method: "PUT",
    path: "/trials/{trialId}/cells/{cell}/judgement",
    summary: "Say whether a cell's picture passes, and what is wrong with it",
    tags,
  }),
  takeBack: procedure(takeBackJudgement, {
    method: "DELETE",
    path: "/trials/{trialId}/cells/{cell}/judgement",
    summary: "Take your word on a cell back",
    tags,
  }),
  setBlind: procedure(setBlind, {
    method: "PUT",
    path: "/trials/{trialId}/blind",
    summary: "Hide judges' words from each other, or show them",
    tags,
  }),
  evidence: procedure(getEvidence, {
    method: "GET",
    path: "/pattern-versions/{versionId}/evidence",
    summary: "Read what is known of a version: pass rate, drift, cost, forecast",
    description:
      "All its trials on one model revision together; `stale` when the catalogue has another revision now. Null when nobody tried it.",
    tags,
  }),
};
