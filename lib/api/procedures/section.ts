import { changeSection } from "@/lib/services/section/change-section";
import { makeSection } from "@/lib/services/section/make-section";
import { placeSection } from "@/lib/services/section/place-section";
import { removeSection } from "@/lib/services/section/remove-section";
import { procedure } from "../procedure";

const tags = ["Boards"] as const;

export const section = {
  make: procedure(makeSection, {
    method: "POST",
    path: "/boards/{boardId}/sections",
    summary: "Group prompts of a board in a section",
    tags,
  }),
  place: procedure(placeSection, {
    method: "PUT",
    path: "/boards/{boardId}/placements",
    summary: "Put prompts of a board into sections, or out of any",
    tags,
  }),
  change: procedure(changeSection, {
    method: "PATCH",
    path: "/sections/{sectionId}",
    summary: "Give a section another name or another colour",
    tags,
  }),
  remove: procedure(removeSection, {
    method: "PUT",
    path: "/sections/{sectionId}/removed",
    summary: "Take a section off its board, or bring it back; its prompts stay",
    tags,
  }),
};
