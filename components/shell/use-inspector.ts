"use client";
import { useState } from "react";
import { useRemembered } from "@/components/ui/remembered";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useIsNarrow, useIsTight } from "./use-is-narrow";

/** Whether the inspector is shown: beside the content, or over it where there is no room. */
export type InspectorPanel = { readonly isOpen: boolean; readonly isOverContent: boolean; setOpen(isOpen: boolean): void };

/**
 * The inspector's place. Beside the content it is remembered; over it, it opens only when asked for. Where room is short it waits
 * folded until there is something to show or somebody asks, and from then on it stays: the content does not jump to and fro.
 */
export function useInspector(exists: boolean, isEmpty: boolean): InspectorPanel {
  const isOverContent = useIsNarrow();
  const isTight = useIsTight();
  const [kept, keep] = useRemembered("selects.inspector", "open");
  const [isSheetOpen, setSheetOpen] = useState(false);
  const [isWanted, setWanted] = useState(!isEmpty);
  if (!isEmpty && !isWanted) setWanted(true);
  const isOpen = isOverContent ? isSheetOpen : kept === "open" && (isWanted || !isTight);
  const setOpen = (next: boolean) => {
    if (isOverContent) return setSheetOpen(next);
    setWanted(true);
    keep(next ? "open" : "closed");
  };
  useKeys("studio", { inspector: () => setOpen(!isOpen) }, { enabled: exists });
  return { isOpen, isOverContent, setOpen };
}
