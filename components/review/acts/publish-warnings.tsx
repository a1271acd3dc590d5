import { TriangleAlert } from "lucide-react";
import Link from "next/link";
import type { PublishWarning } from "@/lib/domain/publication/sources";
import { addresses } from "../addresses";

/** What speaks for a second look at the rights before a file goes out. It may go out all the same; the record keeps it. */
export function PublishWarnings({ warnings }: { warnings: readonly PublishWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <section aria-labelledby="publish-warnings" className="rounded-md border border-warn bg-surface px-3 py-2.5">
      <h3 id="publish-warnings" className="flex items-center gap-1.5 text-sm font-medium">
        <TriangleAlert size={14} className="shrink-0 text-warn" aria-hidden />
        Know before publishing
      </h3>
      <p className="mt-0.5 text-xs text-muted text-pretty">
        You can publish all the same, and the record will say so. What is missing is said on the asset.
      </p>
      <ul className="mt-2 flex max-h-40 flex-col gap-1.5 overflow-y-auto text-xs">
        {warnings.map(({ kind, assetId, sentence }) => (
          <li key={`${kind} ${assetId}`} className="text-pretty wrap-anywhere">
            {sentence}{" "}
            <Link href={addresses.asset(assetId)} className="whitespace-nowrap text-accent-ink underline">
              Open the asset
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
