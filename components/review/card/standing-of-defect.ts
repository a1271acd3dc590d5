import { Ban, CircleCheck, type LucideIcon, ShieldCheck } from "lucide-react";
import type { DefectView } from "@/lib/domain/review/view";

export type DefectStanding = { readonly word: string; readonly icon: LucideIcon; readonly tone: "ok" | "warn" | "bad" };

/** Whether a defect stands in the way of an approval. */
export function standingOf(defect: Pick<DefectView, "acceptable" | "waiver">): DefectStanding {
  if (defect.waiver) return { word: "Waived", icon: ShieldCheck, tone: "warn" };
  if (defect.acceptable) return { word: "Acceptable", icon: CircleCheck, tone: "ok" };
  return { word: "Needs a waiver", icon: Ban, tone: "bad" };
}
