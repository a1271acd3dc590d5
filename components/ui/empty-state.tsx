import type { ReactNode } from "react";

export type EmptyStateProps = {
  icon: ReactNode;
  /** What is not here yet. */
  title: string;
  /** What to do about it. */
  children?: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
};

/** A list with nothing in it, saying what to do. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div className="mx-auto flex max-w-88 flex-col items-center gap-1 px-4 py-16 text-center">
      <span aria-hidden className="mb-2 text-faint [&_svg]:size-7 [&_svg]:stroke-[1.25]">
        {icon}
      </span>
      <p className="text-lg font-medium text-ink">{title}</p>
      {children ? <p className="text-sm text-muted text-pretty">{children}</p> : null}
      {action ? <div className="mt-4 flex flex-wrap justify-center gap-2">{action}</div> : null}
    </div>
  );
}
