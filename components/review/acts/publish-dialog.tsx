"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { rpc } from "@/lib/client/rpc";
import { MAX_ALT_TEXT } from "@/lib/domain/help/alt-text";
import type { Disclosure } from "@/lib/domain/publication/disclosure";
import { LABEL_TEXTS, type LabelCorner, whyNobodyIsTold } from "@/lib/domain/publication/visible-label";
import type { AttemptView, CardView } from "@/lib/domain/review/view";
import { addresses } from "../addresses";
import type { CardActing } from "../use-card-act";
import { DisclosureChoice } from "./disclosure-choice";
import { PublishChecks } from "./publish-checks";
import { PublishWarnings } from "./publish-warnings";

export type PublishDialogProps = { card: CardView; attempt: AttemptView; acting: CardActing; onClose: () => void };

const CORNER_OPTIONS = [
  { value: "none", label: "None: viewers are told elsewhere" },
  { value: "bottom-left", label: "Bottom left" },
  { value: "bottom-right", label: "Bottom right" },
  { value: "top-left", label: "Top left" },
  { value: "top-right", label: "Top right" },
] as const;

/** What the person has still to say; null: nothing. */
function lackOf(disclosure: Disclosure | null, corner: LabelCorner | null): string | null {
  if (disclosure === null) return "Decide what viewers are told.";
  return whyNobodyIsTold(disclosure, corner) ?? (disclosure.reason === "" ? "Say why this disclosure is right." : null);
}

/** Releases the approved attempt. What viewers are told is decided here, with the reason, and stays in the record. */
export function PublishDialog({ card, attempt, acting, onClose }: PublishDialogProps) {
  const router = useRouter();
  const [kind, setKind] = useState<Disclosure["kind"] | null>(null);
  const [reason, setReason] = useState("");
  const [invisibleId, setInvisibleId] = useState(false);
  const [corner, setCorner] = useState<LabelCorner | "none">("bottom-right");
  const [toldWhere, setToldWhere] = useState("");
  const [altText, setAltText] = useState(card.publishing.altText ?? "");
  const [unsafeReason, setUnsafeReason] = useState("");
  const unsafe = card.publishing.checks.find(({ key }) => key === "unsafe");
  const isFlagged = unsafe?.state === "fails";
  const heldBy =
    unsafe?.state === "checking"
      ? unsafe.sentence
      : isFlagged && unsafeReason.trim() === ""
        ? "Say why it may go out although it is flagged."
        : null;
  const unlabelled = card.publishing.visibleLabel.reason;
  const words = kind === null ? null : LABEL_TEXTS[kind];
  const visibleLabel = corner === "none" || unlabelled !== null || words === null ? null : corner;
  const lacks = heldBy ?? lackOf(kind && { kind, reason: reason.trim(), toldWhere: toldWhere.trim() }, visibleLabel);
  const publish = () => {
    if (kind === null || lacks !== null || acting.isBusy) return;
    acting.run(
      {
        said: `“${card.title}” is published.`,
        call: () =>
          rpc.publication.publish({
            cardId: card.id,
            attemptId: attempt.id,
            disclosure: { kind, reason: reason.trim(), toldWhere: words === null || visibleLabel ? "" : toldWhere.trim() },
            invisibleId,
            visibleLabel,
            altText: altText.trim() || null,
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
        {words === null ? null : (
          <Field
            label="Visible label"
            hint={
              unlabelled ??
              (corner === "none"
                ? "Nothing is drawn into the picture."
                : `“${words}”, in white on a dark plate, drawn into the published file and named in its manifest.`)
            }
          >
            <Select
              value={unlabelled === null ? corner : "none"}
              onChange={setCorner}
              options={CORNER_OPTIONS}
              disabled={unlabelled !== null}
            />
          </Field>
        )}
        {words === null || visibleLabel !== null ? null : (
          <Field label="Where viewers are told" hint="Who looks at a picture does not read its metadata. Kept in the record.">
            <Input
              value={toldWhere}
              maxLength={300}
              placeholder="In the caption below it"
              onChange={(event) => setToldWhere(event.target.value)}
            />
          </Field>
        )}
        <Field
          label="Alternative text"
          optional
          hint="What it shows, for who cannot see it. It goes into the file and the record; the help drafts it on the asset's page."
        >
          <Textarea
            value={altText}
            rows={2}
            maxLength={MAX_ALT_TEXT}
            placeholder="What it shows, in a sentence or two"
            onChange={(event) => setAltText(event.target.value)}
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
