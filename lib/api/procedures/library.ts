import { archiveLibrary } from "@/lib/services/library/archive-library";
import { createLibrary } from "@/lib/services/library/create-library";
import { editLibrary } from "@/lib/services/library/edit-library";
import { listLibraries } from "@/lib/services/library/list-libraries";
import { listShelves } from "@/lib/services/library/list-shelves";
import { moveLibrary } from "@/lib/services/library/move-library";
import { restoreLibrary } from "@/lib/services/library/restore-library";
import { procedure } from "../procedure";

const tags = ["Style libraries"] as const;

export const library = {
  archive: procedure(archiveLibrary, {
    method: "POST",
    path: "/libraries/{libraryId}/archival",
    summary: "Take a style library down, with its patterns",
    tags,
  }),
  restore: procedure(restoreLibrary, {
    method: "POST",
    path: "/libraries/{libraryId}/restoration",
    summary: "Put an archived style library back",
    tags,
  }),
  list: procedure(listLibraries, { method: "GET", path: "/libraries", summary: "List style libraries with their patterns", tags }),
  listShelves: procedure(listShelves, {
    method: "GET",
    path: "/shelves",
    summary: "List style libraries with the order of their patterns and the first of them as cards",
    tags,
  }),
  create: procedure(createLibrary, { method: "POST", path: "/libraries", summary: "Add a style library", tags }),
  edit: procedure(editLibrary, {
    method: "PATCH",
    path: "/libraries/{libraryId}",
    summary: "Rename or describe a style library, or say who may use and curate it",
    tags,
  }),
  move: procedure(moveLibrary, {
    method: "POST",
    path: "/libraries/{libraryId}/moves",
    summary: "Put a style library before another",
    tags,
  }),
};
