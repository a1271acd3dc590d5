import { CircleAlert, CircleCheck, CircleHelp, CircleSlash, Hourglass, TriangleAlert } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { type EngineHealth, HEALTH_WORDS } from "@/lib/domain/engine/breaker";

const LOOKS = {
  well: { tone: "ok", Icon: CircleCheck },
  shaky: { tone: "warn", Icon: TriangleAlert },
  open: { tone: "bad", Icon: CircleSlash },
  trying: { tone: "bad", Icon: CircleSlash },
  resting: { tone: "warn", Icon: Hourglass },
  unasked: { tone: "plain", Icon: CircleHelp },
  unreached: { tone: "bad", Icon: CircleAlert },
  "key-refused": { tone: "bad", Icon: CircleAlert },
} as const satisfies Record<EngineHealth["state"], object>;

/** How an engine stands by its last answers to our runs. */
export function HealthBadge({ health }: { health: EngineHealth }) {
  const { tone, Icon } = LOOKS[health.state];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {HEALTH_WORDS[health.state]}
    </Badge>
  );
}
