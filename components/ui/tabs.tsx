"use client";
import { Tabs as Base } from "@base-ui/react/tabs";
import type { ReactNode } from "react";

export type Tab<Id extends string> = {
  readonly id: Id;
  readonly label: ReactNode;
  readonly count?: number | undefined;
  readonly content: ReactNode;
};

export type TabsProps<Id extends string> = {
  /** What the tabs are tabs of. */
  label: string;
  value: Id;
  onChange: (id: Id) => void;
  tabs: readonly Tab<Id>[];
};

/** Several faces of one thing, one at a time. */
export function Tabs<Id extends string>({ label, value, onChange, tabs }: TabsProps<Id>) {
  return (
    <Base.Root value={value} onValueChange={(next: Id) => onChange(next)} className="flex min-h-0 flex-col">
      <Base.List aria-label={label} className="relative flex shrink-0 gap-1 border-b border-line">
        {tabs.map((tab) => (
          <Base.Tab
            key={tab.id}
            value={tab.id}
            className="flex h-8 items-center gap-1.5 rounded-sm px-2 text-sm text-muted transition-colors duration-100 hover:text-ink data-active:text-ink"
          >
            {tab.label}
            {tab.count === undefined ? null : <span className="text-xs text-faint">{tab.count}</span>}
          </Base.Tab>
        ))}
        <Base.Indicator
          className="absolute -bottom-px left-0 h-0.5 w-(--active-tab-width) translate-x-(--active-tab-left) bg-accent-ink
            transition-all duration-150 ease-out"
        />
      </Base.List>
      {tabs.map((tab) => (
        <Base.Panel key={tab.id} value={tab.id} className="min-h-0 flex-1 outline-none">
          {tab.content}
        </Base.Panel>
      ))}
    </Base.Root>
  );
}
