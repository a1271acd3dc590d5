import { listEvents } from "@/lib/services/event/list-events";
import { procedure } from "../procedure";

const tags = ["Events"] as const;

export const event = {
  list: procedure(listEvents, { method: "GET", path: "/events", summary: "Read what has changed in the workspace since a position", tags }),
};
