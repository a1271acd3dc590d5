import type { ReactNode } from "react";

/** What is missing and the acts, in sight under what is filled in: down to the dialog's edge, so that nothing shows below it. */
export function SendFooter({ children }: { children: ReactNode }) {
  return (
    <div className="sticky -bottom-4 -mx-1 -mb-4 flex flex-wrap items-center justify-between gap-2 border-t border-line bg-surface px-1 pt-3 pb-4">
      {children}
    </div>
  );
}
