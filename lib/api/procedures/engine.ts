import { listModels } from "@/lib/services/engine/list-models";
import { procedure } from "../procedure";

const tags = ["Engines"] as const;

export const engine = {
  listModels: procedure(listModels, {
    method: "GET",
    path: "/models",
    summary: "List the models that can be reached, with prices and facts",
    tags,
  }),
};
