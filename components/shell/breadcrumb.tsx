import { ChevronRight } from "lucide-react";
import Link from "next/link";
import { Fragment } from "react";

export type Crumb = { readonly label: string; readonly href?: string };

/** The way here. On a phone only the last step has room. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <nav aria-label="Breadcrumb" className="min-w-0 max-sm:min-w-24">
      <ol className="flex min-w-0 items-center gap-1 text-sm">
        {crumbs.map((crumb, index) => {
          const isLast = index === crumbs.length - 1;
          return (
            <Fragment key={`${crumb.href ?? ""} ${crumb.label}`}>
              {index > 0 ? (
                <li aria-hidden className="text-faint max-sm:hidden">
                  <ChevronRight size={13} />
                </li>
              ) : null}
              <li className={isLast ? "min-w-0" : "min-w-0 max-w-56 shrink-4 max-sm:hidden"}>
                {crumb.href && !isLast ? (
                  <Link
                    href={crumb.href}
                    dir="auto"
                    className="block truncate rounded-sm px-1 py-0.5 text-muted hover:bg-hover hover:text-ink"
                  >
                    {crumb.label}
                  </Link>
                ) : (
                  <span dir="auto" aria-current={isLast ? "page" : undefined} className="block truncate px-1 py-0.5 font-medium text-ink">
                    {crumb.label}
                  </span>
                )}
              </li>
            </Fragment>
          );
        })}
      </ol>
    </nav>
  );
}
