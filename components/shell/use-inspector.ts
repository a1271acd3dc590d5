"use client";
import { useState } from "react";
import { useRemembered } from "@/components/ui/remembered";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { useIsNarrow } from "./use-is-narrow";

/** Whether the inspector is shown: beside the content, or over it where there is no room. */
export type InspectorPanel = { readonly isOpen: boolean; readonly isOverContent: boolean; setOpen(isOpen: boolean): void };

/** The inspector's place. Beside the content it is remembered; over it, it opens only when asked for. */
export function useInspector(exists: boolean): InspectorPanel {
  const isOverContent = useIsNarrow();
  const [kept, keep] = useRemembered("selects.inspector", "open");
  const [isSheetOpen, setSheetOpen] = useState(false);
  const isOpen = isOverContent ? isSheetOpen : kept === "open";
  const setOpen = (next: boolean) => (isOverContent ? setSheetOpen(next) : keep(next ? "open" : "closed"));
  useKeys("studio", { inspector: () => setOpen(!isOpen) }, { enabled: exists });
  return { isOpen, isOverContent, setOpen };
}
