"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Mark } from "@/components/ui/mark";
import { DESTINATIONS } from "./destinations";

/** The way to everywhere: at the left, and at the bottom of a phone. */
export function Rail({ reviewCount }: { reviewCount: number }) {
  const path = usePathname();
  return (
    <nav
      aria-label="Studio"
      className="order-last flex shrink-0 border-line bg-surface max-sm:border-t max-sm:pb-[env(safe-area-inset-bottom)]
        sm:order-first sm:w-17 sm:flex-col sm:border-r"
    >
      <Link href="/projects" aria-label="Selects, home" className="hidden h-11 items-center justify-center sm:flex">
        <Mark />
      </Link>
      <ul className="flex flex-1 justify-around gap-0.5 p-1 sm:flex-col sm:justify-start sm:px-1.5">
        {DESTINATIONS.map(({ id, href, title, icon: Icon }) => {
          const isHere = path === href || path.startsWith(`${href}/`);
          return (
            <li key={id} className={clsx("max-sm:flex-1", id === "settings" && "sm:mt-auto")}>
              <Link
                href={href}
                aria-current={isHere ? "page" : undefined}
                className={clsx(
                  "relative flex flex-col items-center gap-1 rounded-md px-1 py-2 text-2xs leading-none transition-colors duration-100",
                  isHere ? "bg-hover font-medium text-ink" : "text-muted hover:bg-hover hover:text-ink",
                )}
              >
                <Icon size={18} strokeWidth={1.6} aria-hidden className={isHere ? "text-accent-ink" : undefined} />
                {title}
                {id === "review" && reviewCount > 0 ? <Count count={reviewCount} /> : null}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

function Count({ count }: { count: number }) {
  return (
    <span
      className="absolute top-1 left-1/2 ml-1 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs leading-none
        font-semibold text-on-accent"
    >
      <span className="sr-only">, </span>
      {count > 99 ? "99+" : count}
      <span className="sr-only"> waiting</span>
    </span>
  );
}
