"use client";
import { useQuery } from "@tanstack/react-query";
import { Bell } from "lucide-react";
import Link from "next/link";
import { Tooltip } from "@/components/ui/tooltip";
import { studio } from "@/lib/client/query";

/** The way to the inbox, with how much of it is unread. */
export function InboxBell() {
  const inbox = useQuery(studio.notice.list.queryOptions({ input: { show: "unread", limit: 1 }, meta: { isQuiet: true } }));
  const unread = inbox.data?.unreadInAll ?? 0;
  const label = unread === 0 ? "Inbox" : `Inbox, ${unread} unread`;
  return (
    <Tooltip content={label}>
      <Link
        href="/inbox"
        aria-label={label}
        className="relative flex size-7 items-center justify-center rounded-md text-muted transition-colors duration-100 hover:bg-hover hover:text-ink"
      >
        <Bell size={15} aria-hidden />
        {unread > 0 ? (
          <span
            aria-hidden
            className="absolute -top-0.5 left-3.5 flex h-4 min-w-4 items-center justify-center rounded-full bg-accent px-1 text-2xs leading-none font-semibold text-on-accent"
          >
            {unread > 99 ? "99+" : unread}
          </span>
        ) : null}
      </Link>
    </Tooltip>
  );
}
