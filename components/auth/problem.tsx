import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

/** Why it did not work, above the form; read out as soon as it appears. */
export function Problem({ children }: { children: ReactNode }) {
  return (
    <p role="alert" className="flex items-start gap-2 rounded-md bg-bad-soft px-3 py-2 text-sm text-ink text-pretty">
      <CircleAlert size={16} aria-hidden="true" className="mt-0.5 shrink-0 text-bad" />
      <span>{children}</span>
    </p>
  );
}
