import { CircleAlert, CircleCheck, Clock, Radio } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { LiveStatus } from "@/lib/domain/live/session";
import { STATUS_WORDS } from "./words";

const LOOKS = {
  opening: { tone: "plain", Icon: Clock },
  ready: { tone: "plain", Icon: Clock },
  live: { tone: "ok", Icon: Radio },
  ending: { tone: "plain", Icon: Clock },
  ended: { tone: "plain", Icon: CircleCheck },
  failed: { tone: "bad", Icon: CircleAlert },
} as const satisfies Record<LiveStatus, object>;

/** Where a session stands. */
export function StatusBadge({ status }: { status: LiveStatus }) {
  const { tone, Icon } = LOOKS[status];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {STATUS_WORDS[status]}
    </Badge>
  );
}
