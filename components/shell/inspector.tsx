"use client";
import type { ReactNode } from "react";
import { Sheet } from "@/components/ui/sheet";
import { SidePanel } from "@/components/ui/side-panel";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import type { InspectorPanel } from "./use-inspector";

/** What is known about what is selected, at the right. */
export function Inspector({ title, panel, children }: { title: string; panel: InspectorPanel; children: ReactNode }) {
  const keys = useChord("inspector");
  if (panel.isOverContent) {
    return (
      <Sheet open={panel.isOpen} onOpenChange={panel.setOpen} title={title}>
        {children}
      </Sheet>
    );
  }
  return (
    <SidePanel title={title} open={panel.isOpen} onOpenChange={panel.setOpen} remember="selects.inspector" keys={keys}>
      {children}
    </SidePanel>
  );
}
