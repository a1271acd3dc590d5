import type { DeliveryStatus } from "@/lib/domain/webhook/endpoint";
import { TEST_KIND, type WebhookKind } from "@/lib/domain/webhook/fact";

export const KIND_WORDS = {
  "run.finished": { label: "Run finished", hint: "Succeeded, refused, failed or cancelled" },
  "card.submitted": { label: "Card submitted", hint: "An attempt waits for a decision" },
  "card.decided": { label: "Card decided", hint: "Approved, sent back or rejected" },
  "card.exhausted": { label: "Card exhausted", hint: "No retry is left" },
  "card.overdue": { label: "Card overdue", hint: "Still open past its due date" },
  "comment.added": { label: "Comment added", hint: "Somebody said something on a card" },
  "label.moved": { label: "Label moved", hint: "A label points to another version" },
  "publication.released": { label: "Publication released", hint: "Its file can be taken" },
} as const satisfies Record<WebhookKind, { label: string; hint: string }>;

/** What a message is about, in words. */
export function kindLabel(kind: string): string {
  if (kind === TEST_KIND) return "Test";
  return Object.entries(KIND_WORDS).find(([known]) => known === kind)?.[1].label ?? kind;
}

export const DELIVERY_WORDS = {
  waiting: { tone: "warn", label: "Waiting" },
  delivered: { tone: "ok", label: "Delivered" },
  failed: { tone: "bad", label: "Failed" },
} as const satisfies Record<DeliveryStatus, { tone: string; label: string }>;
