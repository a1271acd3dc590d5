import { z } from "zod";
import { LaneView } from "@/lib/domain/lane/lane";
import { read } from "../read";
import { laneView } from "./lane-view";

export const listLanes = read({
  verb: "lane.list",
  permission: "workspace.read",
  input: z.strictObject({}),
  output: z.array(LaneView),
  async run({ db, actor }) {
    const lanes = await db.lane.findMany({ where: { workspaceId: actor.workspaceId, archivedAt: null }, orderBy: { id: "asc" } });
    return lanes.map(laneView);
  },
});
