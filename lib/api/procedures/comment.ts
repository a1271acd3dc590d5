import { addComment } from "@/lib/services/comment/add-comment";
import { editComment } from "@/lib/services/comment/edit-comment";
import { listComments } from "@/lib/services/comment/list-comments";
import { removeComment } from "@/lib/services/comment/remove-comment";
import { reopenThread, resolveThread } from "@/lib/services/comment/resolve-thread";
import { restoreComment } from "@/lib/services/comment/restore-comment";
import { seeComments } from "@/lib/services/comment/see-comments";
import { procedure } from "../procedure";

const tags = ["Comments"] as const;

export const comment = {
  list: procedure(listComments, {
    method: "GET",
    path: "/cards/{cardId}/comments",
    summary: "Read what was said on a card, by thread",
    tags,
  }),
  add: procedure(addComment, {
    method: "POST",
    path: "/cards/{cardId}/comments",
    summary: "Say something about an attempt or a defect, or answer a thread",
    tags,
  }),
  see: procedure(seeComments, {
    method: "POST",
    path: "/cards/{cardId}/comments/sightings",
    summary: "Note which comments you have seen",
    tags,
  }),
  edit: procedure(editComment, { method: "PATCH", path: "/comments/{commentId}", summary: "Change your own comment", tags }),
  remove: procedure(removeComment, { method: "DELETE", path: "/comments/{commentId}", summary: "Take your own comment back", tags }),
  restore: procedure(restoreComment, {
    method: "POST",
    path: "/comments/{commentId}/restoration",
    summary: "Put a removed comment back",
    tags,
  }),
  resolve: procedure(resolveThread, { method: "POST", path: "/comments/{threadId}/resolution", summary: "Resolve a thread", tags }),
  reopen: procedure(reopenThread, { method: "DELETE", path: "/comments/{threadId}/resolution", summary: "Reopen a resolved thread", tags }),
};
