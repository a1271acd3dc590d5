"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { Inspector } from "./inspector";
import { type Crumb, TopBar } from "./top-bar";
import { useInspector } from "./use-inspector";

export type StudioPageProps = {
  /** The way here, from the outermost; the last is this page. */
  crumbs: readonly Crumb[];
  /** What is left of this project's budget. */
  budget?: ReactNode;
  /** The page's own acts, in the top bar. */
  actions?: ReactNode;
  /** What is known about what is selected. Present, the bar has a button for it and `I` shows and hides it. */
  inspector?: {
    readonly title: string;
    readonly content: ReactNode;
    /** Nothing is selected: where room is short, it waits folded for the first selection. */
    readonly isEmpty?: boolean;
  };
  /** A surface that fills the window and scrolls by itself: board, compare. Otherwise the page scrolls. */
  fill?: boolean;
  children: ReactNode;
};

/** The frame of a signed-in page: top bar, content, inspector. */
export function StudioPage({ crumbs, budget, actions, inspector, fill = false, children }: StudioPageProps) {
  const panel = useInspector(inspector !== undefined, inspector?.isEmpty ?? false);
  return (
    <>
      <TopBar crumbs={crumbs} budget={budget} actions={actions} inspector={inspector ? panel : null} />
      <div className="flex min-h-0 flex-1">
        <main
          id="content"
          tabIndex={-1}
          className={clsx("relative min-w-0 flex-1 outline-none", fill ? "overflow-hidden" : "overflow-y-auto")}
        >
          {children}
        </main>
        {inspector ? (
          <Inspector title={inspector.title} panel={panel}>
            {inspector.content}
          </Inspector>
        ) : null}
      </div>
    </>
  );
}
