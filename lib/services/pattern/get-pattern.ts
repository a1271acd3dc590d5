import { z } from "zod";
import { PatternView } from "@/lib/domain/pattern/view";
import { read } from "../read";
import { loadPattern } from "./pattern-view";

export const getPattern = read({
  verb: "pattern.get",
  permission: "workspace.read",
  input: z.strictObject({ slug: z.string().min(1).max(80) }),
  output: PatternView,
  run: ({ db, actor }, { slug }) => loadPattern(db, actor, { slug }),
});
