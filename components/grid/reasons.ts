"use client";
import { useRefusal } from "@/lib/client/use-refusal";
import { refuseComparing } from "@/lib/domain/compare/address";
import type { GridView } from "@/lib/domain/grid/view";
import type { GridActs } from "./use-grid-acts";

/** Why an act is not possible now, or not for me, as a sentence; null when it is. */
export function useGridReasons(grid: GridView, { here, variants }: Pick<GridActs, "here" | "variants">) {
  const notMine = { prompt: useRefusal("prompt.write"), run: useRefusal("run.start"), cancel: useRefusal("run.cancel") };
  const notOne = variants.length === 1 ? null : variants.length === 0 ? "Select a picture first." : "Select one picture only.";
  const left = grid.count.waiting + grid.count.inFlight;
  return {
    picture: variants.length > 0 ? null : "Select a picture first.",
    branch: notMine.prompt ?? (here?.cell.promptId ? null : "Select a cell that was started first."),
    compare: refuseComparing(variants.length),
    look: notOne,
    cancel: notMine.cancel ?? (grid.status === "cancelled" || left === 0 ? "Every cell of this grid has finished." : null),
    goOn: notMine.run ?? (grid.status === "stopped" ? null : "This grid has not stopped."),
  };
}
