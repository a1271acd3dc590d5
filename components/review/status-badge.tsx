import {
  CircleCheck,
  CircleDashed,
  CircleSlash,
  CircleX,
  Clock,
  type LucideIcon,
  OctagonAlert,
  RotateCcw,
  Send,
  Split,
  Undo2,
} from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { AttemptStatus, CardStatus } from "@/lib/domain/review/status";

type Look = { readonly word: string; readonly icon: LucideIcon; readonly tone: Tone };

export const CARD_LOOKS = {
  draft: { word: "Draft", icon: CircleDashed, tone: "plain" },
  in_review: { word: "In review", icon: Clock, tone: "accent" },
  changes_requested: { word: "Changes requested", icon: RotateCcw, tone: "warn" },
  exhausted: { word: "Retries used up", icon: OctagonAlert, tone: "bad" },
  approved: { word: "Approved", icon: CircleCheck, tone: "ok" },
  rejected: { word: "Rejected", icon: CircleX, tone: "bad" },
  stopped: { word: "Stopped", icon: CircleSlash, tone: "plain" },
  split: { word: "Split", icon: Split, tone: "plain" },
  published: { word: "Published", icon: Send, tone: "ok" },
} as const satisfies Record<CardStatus, Look>;

const ATTEMPT_LOOKS = {
  submitted: { word: "Waits for a decision", icon: Clock, tone: "accent" },
  changes_requested: { word: "Changes requested", icon: RotateCcw, tone: "warn" },
  approved: { word: "Approved", icon: CircleCheck, tone: "ok" },
  rejected: { word: "Rejected", icon: CircleX, tone: "bad" },
  withdrawn: { word: "Replaced", icon: Undo2, tone: "plain" },
} as const satisfies Record<AttemptStatus, Look>;

/** Where a card stands: icon, word and colour, never the colour alone. An approval that does not count says so. */
export function CardStatusBadge({ status, stale = false }: { status: CardStatus; stale?: boolean }) {
  if (stale && status === "approved") return <LookBadge look={{ word: "Approved, stale", icon: Undo2, tone: "warn" }} />;
  return <LookBadge look={CARD_LOOKS[status]} />;
}

/** What became of an attempt. An approval that is stale says so. */
export function AttemptStatusBadge({ status, stale = false }: { status: AttemptStatus; stale?: boolean }) {
  if (stale) return <LookBadge look={{ word: "Approval is stale", icon: Undo2, tone: "plain" }} />;
  return <LookBadge look={ATTEMPT_LOOKS[status]} />;
}

function LookBadge({ look: { word, icon: Icon, tone } }: { look: Look }) {
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {word}
    </Badge>
  );
}
