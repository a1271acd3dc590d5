"use client";
import clsx from "clsx";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useInSight } from "@/components/ui/use-in-sight";

const PLACES = [
  { href: "/settings/members", title: "Members" },
  { href: "/settings/notices", title: "Notices" },
  { href: "/settings/lanes", title: "Lanes" },
  { href: "/settings/review", title: "Review" },
  { href: "/settings/budgets", title: "Budgets" },
  { href: "/settings/engines", title: "Engines" },
  { href: "/settings/keys", title: "API keys" },
  { href: "/settings/webhooks", title: "Webhooks" },
  { href: "/settings/delivery", title: "Delivery" },
] as const;

/** The pages of the settings. */
export function SettingsNav() {
  const path = usePathname();
  const row = useInSight<HTMLElement>(path);
  return (
    <nav ref={row} aria-label="Settings" className="mb-5 flex gap-1 overflow-x-auto border-b border-line">
      {PLACES.map(({ href, title }) => {
        const isHere = path === href;
        return (
          <Link
            key={href}
            href={href}
            aria-current={isHere ? "page" : undefined}
            className={clsx(
              "flex h-8 shrink-0 items-center border-b-2 px-2 text-sm transition-colors duration-100",
              isHere ? "border-accent-ink text-ink" : "border-transparent text-muted hover:text-ink",
            )}
          >
            {title}
          </Link>
        );
      })}
    </nav>
  );
}
