"use client";
import clsx from "clsx";
import {
  AtSign,
  BookCheck,
  Check,
  CircleCheck,
  Clock,
  ClockAlert,
  Hourglass,
  Inbox,
  type LucideIcon,
  MessageSquare,
  Play,
  RotateCcw,
  TriangleAlert,
  UserRoundCheck,
} from "lucide-react";
import Link from "next/link";
import { RelativeTime } from "@/components/ui/relative-time";
import type { NoticeKind, NoticeView } from "@/lib/domain/notice/notice";
import { NOTICE_WORDS } from "@/lib/domain/notice/words";

const ICONS = {
  assigned: UserRoundCheck,
  submitted: Inbox,
  decided: CircleCheck,
  "changes-requested": RotateCcw,
  exhausted: Hourglass,
  mentioned: AtSign,
  replied: MessageSquare,
  "due-soon": Clock,
  overdue: ClockAlert,
  escalated: TriangleAlert,
  run: Play,
  publication: BookCheck,
} as const satisfies Record<NoticeKind, LucideIcon>;

export type NoticeLineProps = { notice: NoticeView; onOpen: () => void; onTurn: () => void };

/** One notice: what happened, somebody's words on it, whether it is read, and what settled it by now. */
export function NoticeLine({ notice: { kind, sentence, note, path, isRead, settled, createdAt }, onOpen, onTurn }: NoticeLineProps) {
  const Icon = ICONS[kind];
  return (
    <li className={clsx("flex items-start gap-1", isRead ? "text-muted" : "text-ink")}>
      <Link
        data-notice
        href={path}
        onClick={onOpen}
        className="flex min-w-0 flex-1 items-start gap-2.5 rounded-md px-2 py-2 text-sm hover:bg-hover"
      >
        <Icon
          size={16}
          strokeWidth={1.75}
          aria-label={NOTICE_WORDS[kind].label}
          className={clsx("mt-0.5 shrink-0", isRead ? "text-faint" : "text-accent-ink")}
        />
        <span className="min-w-0 flex-1">
          <span dir="auto" className={clsx("block text-pretty [overflow-wrap:anywhere]", !isRead && "font-medium")}>
            {sentence}
          </span>
          {note === "" ? null : (
            <span dir="auto" className="line-clamp-2 text-xs text-muted [overflow-wrap:anywhere]">
              {note}
            </span>
          )}
          <span className="flex flex-wrap items-center gap-x-2 text-xs text-faint">
            <RelativeTime at={createdAt} />
            {settled === null ? null : (
              <span className="flex items-center gap-1 text-muted">
                <Check size={12} aria-label="Settled:" className="shrink-0 text-ok" />
                {settled}
              </span>
            )}
          </span>
        </span>
      </Link>
      <button
        type="button"
        onClick={onTurn}
        aria-label={isRead ? `Mark as unread: ${sentence}` : `Mark as read: ${sentence}`}
        title={isRead ? "Mark as unread" : "Mark as read"}
        className="mt-1.5 flex size-7 shrink-0 items-center justify-center rounded-md hover:bg-hover"
      >
        <span className={clsx("size-2.5 rounded-full border", isRead ? "border-faint" : "border-accent-ink bg-accent-ink")} />
      </button>
    </li>
  );
}
