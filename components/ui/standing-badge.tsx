import { CircleCheck, CircleHelp, CircleSlash, Hourglass, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "./badge";

const LOOKS = {
  well: { tone: "ok", Icon: CircleCheck },
  doubtful: { tone: "warn", Icon: TriangleAlert },
  broken: { tone: "bad", Icon: CircleSlash },
  waiting: { tone: "warn", Icon: Hourglass },
  unknown: { tone: "plain", Icon: CircleHelp },
} as const;

/** How something outside the house stands, in the words of whoever knows it. */
export function StandingBadge({ standing, children }: { standing: keyof typeof LOOKS; children: ReactNode }) {
  const { tone, Icon } = LOOKS[standing];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {children}
    </Badge>
  );
}
