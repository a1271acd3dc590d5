import { listLanes } from "@/lib/services/lane/list-lanes";
import { updateLane } from "@/lib/services/lane/update-lane";
import { procedure } from "../procedure";

const tags = ["Lanes"] as const;

export const lane = {
  list: procedure(listLanes, {
    method: "GET",
    path: "/lanes",
    summary: "List lanes with what they allow and the template their cards start from",
    tags,
  }),
  update: procedure(updateLane, {
    method: "PATCH",
    path: "/lanes/{laneId}",
    summary: "Change what a lane allows and how its cards start",
    tags,
  }),
};
