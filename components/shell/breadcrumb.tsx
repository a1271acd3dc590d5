"use client";
import clsx from "clsx";
import { ChevronLeft, ChevronRight } from "lucide-react";
import Link from "next/link";
import { buttonStyle } from "@/components/ui/button-style";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuLink } from "@/components/ui/menu";

export type Crumb = { readonly label: string; readonly href?: string };
type WayUp = { readonly label: string; readonly href: string };

/** Up to this many letters a name needs no more room than its shortened form. */
const SHORT = 14;

/** The way here. Long names are shortened, the last one first; where the window has no room for the ways up, they fold into one button. */
export function Breadcrumb({ crumbs }: { crumbs: readonly Crumb[] }) {
  const here = crumbs.at(-1);
  const ways = crumbs.slice(0, -1).flatMap(({ label, href }): WayUp[] => (href ? [{ label, href }] : []));
  return (
    <nav
      aria-label="Breadcrumb"
      className={clsx(
        "flex flex-1 items-center",
        here && here.label.length > SHORT ? "min-w-36" : ways.length > 0 ? "min-w-30" : "min-w-20",
      )}
    >
      <span className="contents xl:hidden">
        <FoldedWays ways={ways} />
      </span>
      <ol className="flex min-w-0 flex-1 items-center gap-1 text-sm">
        {ways.map(({ label, href }) => (
          <li key={href} className={clsx("flex max-w-56 items-center gap-1 max-xl:hidden", label.length > SHORT ? "min-w-24" : "shrink-0")}>
            <Link
              href={href}
              dir="auto"
              title={label}
              className="min-w-0 flex-1 truncate rounded-sm px-1 py-0.5 text-muted hover:bg-hover hover:text-ink"
            >
              {label}
            </Link>
            <ChevronRight size={13} aria-hidden className="shrink-0 text-faint" />
          </li>
        ))}
        {here ? (
          <li className="min-w-0">
            <span dir="auto" aria-current="page" title={here.label} className="block truncate px-1 py-0.5 font-medium text-ink">
              {here.label}
            </span>
          </li>
        ) : null}
      </ol>
    </nav>
  );
}

/** One button to the only way up, or to all of them. */
function FoldedWays({ ways }: { ways: readonly WayUp[] }) {
  const [only] = ways;
  if (!only) return null;
  if (ways.length === 1)
    return (
      <Link href={only.href} aria-label={only.label} title={only.label} className={buttonStyle("ghost", "medium", true)}>
        <ChevronLeft size={16} aria-hidden />
      </Link>
    );
  return (
    <Menu align="start" trigger={<IconButton label="Ways up" icon={<ChevronLeft size={16} aria-hidden />} />}>
      {ways.map(({ label, href }) => (
        <MenuLink key={href} href={href}>
          {label}
        </MenuLink>
      ))}
    </Menu>
  );
}
