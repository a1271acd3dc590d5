"use client";
import { Plus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { rpc } from "@/lib/client/rpc";
import { partsInWords } from "@/lib/domain/review/at-the-limit";
import type { CardView } from "@/lib/domain/review/view";
import type { CardActing } from "../use-card-act";

type Part = { readonly key: number; readonly title: string; readonly goal: string };

const MAX_PARTS = 12;
const MAX_TITLE = 200;

/** Too much for one card: it ends, and narrower drafts on the same terms begin. */
export function SplitDialog({ card, acting, onClose }: { card: CardView; acting: CardActing; onClose: () => void }) {
  const [parts, setParts] = useState<readonly Part[]>([
    { key: 1, title: `First part of ${card.title}`.slice(0, MAX_TITLE), goal: "" },
    { key: 2, title: `Second part of ${card.title}`.slice(0, MAX_TITLE), goal: "" },
  ]);
  const change = (key: number, part: Partial<Part>) => setParts(parts.map((each) => (each.key === key ? { ...each, ...part } : each)));
  const [reason, setReason] = useState("");
  const lacks = parts.some((part) => part.title.trim() === "")
    ? "Every card needs a title."
    : reason.trim() === ""
      ? "Write the reason first: it stays with the card."
      : null;
  const split = () =>
    acting.run(
      {
        said: `Split into ${parts.length} cards. They start as drafts on its terms.`,
        call: () => rpc.card.split({ cardId: card.id, parts: parts.map(({ title, goal }) => ({ title, goal })), reason }),
      },
      onClose,
    );
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Split into narrower cards"
      description={partsInWords(card)}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={split}>
            Split into {parts.length} cards
          </Button>
        </>
      }
    >
      <Field label="Why is it too much for one card?" className="mb-3">
        <Textarea rows={2} value={reason} maxLength={1_000} onChange={(event) => setReason(event.target.value)} />
      </Field>
      <ol className="flex flex-col gap-3">
        {parts.map((part, index) => (
          <li key={part.key} className="flex flex-col gap-2 rounded-md border border-line p-3">
            <div className="flex items-end gap-2">
              <Field label={`Title of card ${index + 1}`} className="flex-1">
                <Input value={part.title} maxLength={MAX_TITLE} onChange={(event) => change(part.key, { title: event.target.value })} />
              </Field>
              <IconButton
                label={`Take card ${index + 1} away`}
                icon={<X size={14} aria-hidden />}
                disabledReason={parts.length <= 2 ? "A split makes at least two cards." : null}
                onClick={() => setParts(parts.filter(({ key }) => key !== part.key))}
              />
            </div>
            <Field label="Its narrower goal" optional hint="Left empty, it keeps the goal of this card.">
              <Textarea rows={2} value={part.goal} maxLength={4_000} onChange={(event) => change(part.key, { goal: event.target.value })} />
            </Field>
          </li>
        ))}
      </ol>
      {parts.length < MAX_PARTS ? (
        <Button
          className="mt-3"
          size="small"
          icon={<Plus size={13} aria-hidden />}
          onClick={() => setParts([...parts, { key: Math.max(...parts.map(({ key }) => key)) + 1, title: "", goal: "" }])}
        >
          Another card
        </Button>
      ) : null}
    </Dialog>
  );
}
