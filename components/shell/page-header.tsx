import type { ReactNode } from "react";

export type PageHeaderProps = {
  title: string;
  /** One sentence on what this page is for. */
  children?: ReactNode;
  /** The page's main acts. */
  actions?: ReactNode;
};

/** The heading of a page that scrolls. */
export function PageHeader({ title, children, actions }: PageHeaderProps) {
  return (
    <div className="mb-5 flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
      <div className="min-w-0">
        <h1 dir="auto" className="text-2xl font-semibold tracking-tight text-balance">
          {title}
        </h1>
        {children ? <p className="mt-0.5 max-w-160 text-sm text-muted text-pretty">{children}</p> : null}
      </div>
      {actions ? <div className="flex flex-wrap items-center gap-2">{actions}</div> : null}
    </div>
  );
}
