import { createProject } from "@/lib/services/project/create-project";
import { editProject } from "@/lib/services/project/edit-project";
import { getProject } from "@/lib/services/project/get-project";
import { listProjects } from "@/lib/services/project/list-projects";
import { setBudget } from "@/lib/services/project/set-budget";
import { procedure } from "../procedure";

const tags = ["Projects"] as const;

export const project = {
  list: procedure(listProjects, { method: "GET", path: "/projects", summary: "List projects, newest first", tags }),
  get: procedure(getProject, { method: "GET", path: "/projects/{projectId}", summary: "Read a project with its boards and budget", tags }),
  create: procedure(createProject, { method: "POST", path: "/projects", summary: "Start a project with one empty board", tags }),
  edit: procedure(editProject, { method: "PATCH", path: "/projects/{projectId}", summary: "Rename, rewrite or archive a project", tags }),
  setBudget: procedure(setBudget, { method: "PUT", path: "/projects/{projectId}/budget", summary: "Set or lift the hard budget", tags }),
};
