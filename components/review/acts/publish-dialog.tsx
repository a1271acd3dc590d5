"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { rpc } from "@/lib/client/rpc";
import type { Disclosure } from "@/lib/domain/publication/disclosure";
import { LABEL_TEXTS, type LabelCorner, whyNoVisibleLabel } from "@/lib/domain/publication/visible-label";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import type { CardActing } from "../use-card-act";
import { DisclosureChoice } from "./disclosure-choice";
import { PublishChecks } from "./publish-checks";
import { PublishWarnings } from "./publish-warnings";

export type PublishDialogProps = { card: CardView; attempt: AttemptView; acting: CardActing; onClose: () => void };

const CORNER_OPTIONS = [
  { value: "none", label: "None" },
  { value: "bottom-left", label: "Bottom left" },
  { value: "bottom-right", label: "Bottom right" },
  { value: "top-left", label: "Top left" },
  { value: "top-right", label: "Top right" },
] as const;

/** Releases the approved attempt. What viewers are told is decided here, with the reason, and stays in the record. */
export function PublishDialog({ card, attempt, acting, onClose }: PublishDialogProps) {
  const router = useRouter();
  const [kind, setKind] = useState<Disclosure["kind"] | null>(null);
  const [reason, setReason] = useState("");
  const [invisibleId, setInvisibleId] = useState(false);
  const [corner, setCorner] = useState<LabelCorner | "none">("none");
  const [unsafeReason, setUnsafeReason] = useState("");
  const unsafe = card.publishing.checks.find(({ key }) => key === "unsafe");
  const isFlagged = unsafe?.state === "fails";
  const heldBy =
    unsafe?.state === "checking"
      ? unsafe.sentence
      : isFlagged && unsafeReason.trim() === ""
        ? "Say why it may go out although it is flagged."
        : null;
  const lacks =
    heldBy ?? (kind === null ? "Decide what viewers are told." : reason.trim() === "" ? "Say why this disclosure is right." : null);
  const unlabelled =
    whyNoVisibleLabel(attempt.picture) ??
    (kind !== null && LABEL_TEXTS[kind] === null ? "Without a disclosure nothing is labelled." : null);
  const publish = () => {
    if (kind === null || lacks !== null || acting.isBusy) return;
    acting.run(
      {
        said: `“${card.title}” is published.`,
        call: () =>
          rpc.publication.publish({
            cardId: card.id,
            attemptId: attempt.id,
            disclosure: { kind, reason: reason.trim() },
            invisibleId,
            visibleLabel: corner === "none" || unlabelled !== null ? null : corner,
            unsafeReason: unsafeReason.trim(),
          }),
        overtaken: onClose,
      },
      ({ publicationId }) => {
        onClose();
        router.push(addresses.publication(publicationId));
      },
    );
  };
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Publish"
      description={`Attempt ${attempt.number} goes out as it was approved, with our marks, a signed manifest and a record of how it was made and decided.`}
      footer={
        <>
          <Button variant="ghost" onClick={onClose}>
            Cancel
          </Button>
          <Button variant="primary" busy={acting.isBusy} disabledReason={lacks} onClick={publish} keys="mod+enter">
            Publish
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        <PublishChecks checks={card.publishing.checks} />
        {isFlagged ? (
          <Field
            label="Why it may go out although it is flagged"
            hint="A program flags more than it should. Look at the picture; your reason stays in the record."
          >
            <Textarea value={unsafeReason} maxLength={1_000} onChange={(event) => setUnsafeReason(event.target.value)} />
          </Field>
        ) : null}
        <PublishWarnings warnings={card.publishing.warnings} />
        <DisclosureChoice value={kind} onChange={setKind} />
        <Field
          label="Visible label"
          hint={
            unlabelled ??
            `${kind === null || LABEL_TEXTS[kind] === null ? "What viewers are told" : `“${LABEL_TEXTS[kind]}”`}, in white on a dark plate, drawn into the published file and named in its manifest.`
          }
        >
          <Select
            value={unlabelled === null ? corner : "none"}
            onChange={setCorner}
            options={CORNER_OPTIONS}
            disabled={unlabelled !== null}
          />
        </Field>
        <Checkbox
          label="Hide an invisible id in the pixels"
          hint={
            card.publishing.invisibleId.reason ??
            "The verify page then knows the picture again after it was saved anew or cut. Its pixels differ from the approved ones by less than anybody sees."
          }
          disabled={!card.publishing.invisibleId.allowed}
          checked={invisibleId}
          onChange={setInvisibleId}
        />
        <Field label="Why this is right" hint="Kept in the record, for whoever asks years later.">
          <Textarea
            value={reason}
            maxLength={1_000}
            onChange={(event) => setReason(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) publish();
            }}
          />
        </Field>
      </div>
    </Dialog>
  );
}
