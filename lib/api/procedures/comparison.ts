import { changeComparison } from "@/lib/services/comparison/change-comparison";
import { commentOnComparison } from "@/lib/services/comparison/comment-on-comparison";
import { getComparison } from "@/lib/services/comparison/get-comparison";
import { listComparisons } from "@/lib/services/comparison/list-comparisons";
import { removeComparisonComment } from "@/lib/services/comparison/remove-comment";
import { saveComparison } from "@/lib/services/comparison/save-comparison";
import { procedure } from "../procedure";

const tags = ["Comparisons"] as const;

export const comparison = {
  list: procedure(listComparisons, { method: "GET", path: "/comparisons", summary: "List saved comparisons, newest first", tags }),
  get: procedure(getComparison, {
    method: "GET",
    path: "/comparisons/{comparisonId}",
    summary: "Read a saved comparison and what was said about it",
    tags,
  }),
  save: procedure(saveComparison, {
    method: "POST",
    path: "/comparisons",
    summary: "Keep two to eight pictures and how they are looked at",
    tags,
  }),
  change: procedure(changeComparison, {
    method: "PATCH",
    path: "/comparisons/{comparisonId}",
    summary: "Rename a comparison, change its view, or put it away",
    tags,
  }),
  comment: procedure(commentOnComparison, {
    method: "POST",
    path: "/comparisons/{comparisonId}/comments",
    summary: "Say something about a comparison",
    tags,
  }),
  removeComment: procedure(removeComparisonComment, {
    method: "DELETE",
    path: "/comparisons/{comparisonId}/comments/{commentId}",
    summary: "Take your own comment back",
    tags,
  }),
};
