import clsx from "clsx";
import { CalendarClock, CalendarX } from "lucide-react";
import { RelativeTime } from "@/components/ui/relative-time";

/** When a card is due; overdue in words and with another icon, not by colour alone. */
export function DueDate({ dueAt, overdue, className }: { dueAt: string | null; overdue: boolean; className?: string }) {
  if (dueAt === null) return null;
  const Icon = overdue ? CalendarX : CalendarClock;
  return (
    <span className={clsx("inline-flex items-center gap-1 text-xs whitespace-nowrap", overdue ? "text-bad" : "text-muted", className)}>
      <Icon size={12} aria-hidden />
      {overdue ? "Overdue since" : "Due"} <RelativeTime at={dueAt} />
    </span>
  );
}
