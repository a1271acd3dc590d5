import { attendBoard } from "@/lib/services/board/attend-board";
import { createBoard } from "@/lib/services/board/create-board";
import { getBoard } from "@/lib/services/board/get-board";
import { getChanges } from "@/lib/services/board/get-changes";
import { procedure } from "../procedure";

const tags = ["Boards"] as const;

export const board = {
  get: procedure(getBoard, {
    method: "GET",
    path: "/boards/{boardId}",
    summary: "Read a board: its lineage graph with prompts, runs and variants",
    tags,
  }),
  changes: procedure(getChanges, {
    method: "GET",
    path: "/boards/{boardId}/changes",
    summary: "Read what became different on a board since it was read; null = read it whole",
    tags,
  }),
  create: procedure(createBoard, { method: "POST", path: "/projects/{projectId}/boards", summary: "Add a board to a project", tags }),
  attend: procedure(attendBoard, {
    method: "POST",
    path: "/boards/{boardId}/attendance",
    summary: "Say where you are on a board to those who are on it now; nothing is kept",
    tags,
  }),
};
