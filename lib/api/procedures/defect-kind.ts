import { addKind } from "@/lib/services/defect-kind/add-kind";
import { editKind } from "@/lib/services/defect-kind/edit-kind";
import { listKinds } from "@/lib/services/defect-kind/list-kinds";
import { procedure } from "../procedure";

const tags = ["Kinds of defects"] as const;

export const defectKind = {
  list: procedure(listKinds, { method: "GET", path: "/defect-kinds", summary: "List the kinds of defects, hidden ones too", tags }),
  add: procedure(addKind, { method: "POST", path: "/defect-kinds", summary: "Add a kind of defect of your own", tags }),
  edit: procedure(editKind, {
    method: "PATCH",
    path: "/defect-kinds/{kind}",
    summary: "Rename a kind of defect, hide it or show it again",
    tags,
  }),
};
