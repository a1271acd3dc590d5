import { Archive } from "lucide-react";
import Link from "next/link";
import type { Deprecation } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";

/** Why a pattern is not to be begun with any more, and what to use instead. */
export function DeprecatedNote({ deprecated }: { deprecated: Deprecation }) {
  const { reason, successor } = deprecated;
  return (
    <p role="note" className="flex items-start gap-2 rounded-md bg-warn-soft px-2.5 py-1.5 text-sm text-warn">
      <Archive size={14} className="mt-0.5 shrink-0" aria-hidden />
      <span className="text-pretty">
        Deprecated: <bdi>{reason}</bdi>{" "}
        {successor ? (
          <>
            Use{" "}
            <Link href={addresses.pattern(successor.slug)} className="font-medium underline">
              {successor.name}
            </Link>{" "}
            instead.
          </>
        ) : null}
      </span>
    </p>
  );
}
