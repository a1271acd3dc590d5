import { createLibrary } from "@/lib/services/library/create-library";
import { listLibraries } from "@/lib/services/library/list-libraries";
import { procedure } from "../procedure";

const tags = ["Style libraries"] as const;

export const library = {
  list: procedure(listLibraries, { method: "GET", path: "/libraries", summary: "List style libraries with their patterns", tags }),
  create: procedure(createLibrary, { method: "POST", path: "/libraries", summary: "Add a style library", tags }),
};
