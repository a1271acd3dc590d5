import clsx from "clsx";
import type { ReactNode } from "react";

/** The padding of a page that scrolls; `narrow` for forms and reading. */
export function PageBody({ narrow = false, children }: { narrow?: boolean; children: ReactNode }) {
  return <div className={clsx("mx-auto px-4 py-6 sm:px-6", narrow ? "max-w-180" : "max-w-360")}>{children}</div>;
}
