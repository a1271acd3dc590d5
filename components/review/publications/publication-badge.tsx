import { CircleCheck, CircleX, LoaderCircle, type LucideIcon, Undo2 } from "lucide-react";
import { Badge, type Tone } from "@/components/ui/badge";
import type { PublicationView } from "@/lib/domain/publication/view";

const LOOKS = {
  writing: { word: "Being written", icon: LoaderCircle, tone: "accent" },
  ready: { word: "Published", icon: CircleCheck, tone: "ok" },
  failed: { word: "Not written", icon: CircleX, tone: "bad" },
  withdrawn: { word: "Withdrawn", icon: Undo2, tone: "warn" },
} as const satisfies Record<PublicationView["state"], { word: string; icon: LucideIcon; tone: Tone }>;

/** Whether a publication stands. */
export function PublicationBadge({ state }: { state: PublicationView["state"] }) {
  const { word, icon: Icon, tone } = LOOKS[state];
  return (
    <Badge tone={tone} icon={<Icon size={12} aria-hidden />}>
      {word}
    </Badge>
  );
}
