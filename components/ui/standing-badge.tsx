import { CircleCheck, CircleHelp, CircleSlash, Hourglass, TriangleAlert } from "lucide-react";
import { Badge } from "./badge";
import { RelativeTime } from "./relative-time";

const LOOKS = {
  well: { tone: "ok", Icon: CircleCheck },
  doubtful: { tone: "warn", Icon: TriangleAlert },
  broken: { tone: "bad", Icon: CircleSlash },
  waiting: { tone: "warn", Icon: Hourglass },
  unknown: { tone: "plain", Icon: CircleHelp },
} as const;

/** How something outside the house stands, in the words of whoever knows it, with from what that is known and since when. */
export function StandingBadge({
  standing,
  word,
  from,
  at,
}: {
  standing: keyof typeof LOOKS;
  word: string;
  /** From what that is known, and since when; absent where nobody knows. */
  from?: string | undefined;
  at?: string | undefined;
}) {
  const { tone, Icon } = LOOKS[standing];
  return (
    <>
      <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
        {word}
      </Badge>
      {at === undefined ? null : (
        <span className="text-xs font-normal text-faint">
          {from} <RelativeTime at={at} />
        </span>
      )}
    </>
  );
}
