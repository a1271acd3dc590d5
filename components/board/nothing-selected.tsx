import { MousePointerClick } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";

/** Stands in the inspector of a board until one is somewhere on it. */
export function NothingSelected() {
  return (
    <EmptyState icon={<MousePointerClick size={20} aria-hidden />} title="Nothing selected">
      Select a picture or a prompt to see its recipe.
    </EmptyState>
  );
}
