import { galleryGlance } from "@/lib/services/asset/gallery-glance";
import { galleryIndex } from "@/lib/services/asset/gallery-index";
import { galleryRows } from "@/lib/services/asset/gallery-rows";
import { procedure } from "../procedure";

const tags = ["Assets"] as const;

export const gallery = {
  index: procedure(galleryIndex, {
    method: "POST",
    path: "/gallery/index",
    summary: "Count the files a filter finds and say where they lie",
    description: "The id at every `step`th row, newest first: `from` an entry and `skip` rows on reaches any row at the same speed.",
    tags,
  }),
  rows: procedure(galleryRows, {
    method: "POST",
    path: "/gallery/rows",
    summary: "Read one page of what a filter finds, from anywhere in it",
    tags,
  }),
  glance: procedure(galleryGlance, {
    method: "POST",
    path: "/gallery/glance",
    summary: "Read the colours of many files at once",
    description: "Five characters a row: the first four of its ThumbHash, which hold its average colour, and one for its shape.",
    tags,
  }),
};
