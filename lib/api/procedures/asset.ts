import { chooseAssets } from "@/lib/services/asset/choose-assets";
import { coverStack } from "@/lib/services/asset/cover-stack";
import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { deleteAssets } from "@/lib/services/asset/delete-assets";
import { describeRights } from "@/lib/services/asset/describe-rights";
import { getAsset } from "@/lib/services/asset/get-asset";
import { getChoice } from "@/lib/services/asset/get-choice";
import { getUpload } from "@/lib/services/asset/get-upload";
import { getUses } from "@/lib/services/asset/get-uses";
import { listAssets } from "@/lib/services/asset/list-assets";
import { restoreAsset } from "@/lib/services/asset/restore-asset";
import { restoreAssets } from "@/lib/services/asset/restore-assets";
import { stackAssets } from "@/lib/services/asset/stack-assets";
import { undoChoice } from "@/lib/services/asset/undo-choice";
import { unstackAssets } from "@/lib/services/asset/unstack-assets";
import { writeAltText } from "@/lib/services/asset/write-alt-text";
import { procedure } from "../procedure";

const tags = ["Assets"] as const;

export const upload = {
  get: procedure(getUpload, {
    method: "GET",
    path: "/uploads/{uploadId}",
    summary: "Ask what became of a video that was sent",
    description: "`checking` until it has been looked at, then `stored` with the asset or `refused` with the reason. Known for a day.",
    tags,
  }),
};

export const asset = {
  list: procedure(listAssets, { method: "GET", path: "/assets", summary: "List stored files, newest first", tags }),
  get: procedure(getAsset, { method: "GET", path: "/assets/{assetId}", summary: "Read what is known about a file", tags }),
  uses: procedure(getUses, { method: "GET", path: "/assets/{assetId}/uses", summary: "Read where a file is used", tags }),
  describeRights: procedure(describeRights, {
    method: "PUT",
    path: "/assets/{assetId}/rights",
    summary: "Say where a file comes from and what may be done with it",
    tags,
  }),
  writeAltText: procedure(writeAltText, {
    method: "PUT",
    path: "/assets/{assetId}/alt-text",
    summary: "Say what a file shows, for who cannot see it",
    tags,
  }),
  choose: procedure(chooseAssets, {
    method: "POST",
    path: "/asset-choices",
    summary: "Flag, rate or colour files: some by name, or all that a filter finds",
    description: "More than a thousand are chosen in the background; the answer then says how far it is. One undo takes all of it back.",
    tags,
  }),
  choice: procedure(getChoice, {
    method: "GET",
    path: "/asset-choices/{choiceId}",
    summary: "Ask how far a choice of many files is",
    tags,
  }),
  undoChoice: procedure(undoChoice, { method: "DELETE", path: "/asset-choices/{choiceId}", summary: "Take a choice of files back", tags }),
  stack: procedure(stackAssets, { method: "POST", path: "/stacks", summary: "Lay files into one stack", tags }),
  unstack: procedure(unstackAssets, { method: "POST", path: "/stacks/apart", summary: "Take the stacks of files apart", tags }),
  cover: procedure(coverStack, { method: "POST", path: "/assets/{assetId}/cover", summary: "Make a file the cover of its stack", tags }),
  delete: procedure(deleteAsset, {
    method: "DELETE",
    path: "/assets/{assetId}",
    summary: "Delete a file that nothing depends on; it can be restored",
    tags,
  }),
  deleteMany: procedure(deleteAssets, {
    method: "POST",
    path: "/asset-deletions",
    summary: "Delete files: some by name, or all that a filter finds",
    description:
      "They can be brought back for 30 days. What something that must stay uses is kept, and counted by reason. More than a thousand are " +
      "deleted in the background, as with a choice; it is taken back the same way.",
    tags,
  }),
  restoreMany: procedure(restoreAssets, {
    method: "POST",
    path: "/asset-restorations",
    summary: "Bring deleted files back: some by name, or all that a filter finds",
    tags,
  }),
  restore: procedure(restoreAsset, { method: "POST", path: "/assets/{assetId}/restoration", summary: "Bring a deleted file back", tags }),
};
