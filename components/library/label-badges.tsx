import { BadgeCheck, FlaskConical } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import type { LabelName } from "@/lib/domain/pattern/view";
import { LABEL_WORDS } from "./words";

/** Which version each label points to. Production first: it is what others rely on. */
export function LabelBadges({ labels }: { labels: Partial<Record<LabelName, number>> }) {
  return (["production", "candidate"] as const).map((name) => {
    const number = labels[name];
    return number === undefined ? null : <LabelBadge key={name} name={name} number={number} />;
  });
}

export function LabelBadge({ name, number }: { name: LabelName; number?: number }) {
  const Icon = name === "production" ? BadgeCheck : FlaskConical;
  return (
    <Badge tone={name === "production" ? "ok" : "accent"} icon={<Icon size={12} aria-hidden />}>
      {LABEL_WORDS[name].label}
      {number === undefined ? null : ` v${number}`}
    </Badge>
  );
}
