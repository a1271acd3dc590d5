import { cancelZip } from "@/lib/services/zip/cancel-zip";
import { getZip, listZips } from "@/lib/services/zip/read-zips";
import { startZip } from "@/lib/services/zip/start-zip";
import { procedure } from "../procedure";

const tags = ["Assets"] as const;

export const zip = {
  start: procedure(startZip, {
    method: "POST",
    path: "/zips",
    summary: "Ask for files as one zip: some by name, or all that a filter finds",
    description:
      "It is `packing` until its files were looked through, then `ready`; `url` at the studio's address then gives it, by ranges too.",
    tags,
  }),
  list: procedure(listZips, { method: "GET", path: "/zips", summary: "List your own zips that are still kept", tags }),
  get: procedure(getZip, { method: "GET", path: "/zips/{zipId}", summary: "Ask how far a zip is", tags }),
  cancel: procedure(cancelZip, { method: "DELETE", path: "/zips/{zipId}", summary: "End the packing of a zip, or forget it", tags }),
};
