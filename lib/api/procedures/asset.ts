import { deleteAsset } from "@/lib/services/asset/delete-asset";
import { describeRights } from "@/lib/services/asset/describe-rights";
import { getAsset } from "@/lib/services/asset/get-asset";
import { getUpload } from "@/lib/services/asset/get-upload";
import { listAssets } from "@/lib/services/asset/list-assets";
import { restoreAsset } from "@/lib/services/asset/restore-asset";
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
  delete: procedure(deleteAsset, {
    method: "DELETE",
    path: "/assets/{assetId}",
    summary: "Delete a file that nothing depends on; it can be restored",
    tags,
  }),
  restore: procedure(restoreAsset, { method: "POST", path: "/assets/{assetId}/restoration", summary: "Bring a deleted file back", tags }),
};
