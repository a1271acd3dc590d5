import { CircleAlert } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Picture } from "@/components/ui/picture";
import { useModelName } from "@/lib/client/use-model-name";
import { leansOn, type TemplateDraft, withReference } from "@/lib/domain/pattern/draft";
import type { Proposal } from "@/lib/domain/pattern/induce";
import type { PatternPicture } from "@/lib/domain/pattern/view";
import { MAX_REFERENCES } from "@/lib/domain/prompt/recipe";
import { addresses } from "./addresses";
import { TemplateText } from "./template-text";
import { countOf, roleAndWeight, settingsText } from "./words";

export type ProposalSummaryProps = {
  proposal: Proposal;
  /** The pictures it was read out of, in the proposal's order. */
  faces: readonly PatternPicture[];
  /** What is made of it, where something left out can be taken in after all. */
  draft: TemplateDraft;
  onDraft: (draft: TemplateDraft) => void;
};

/** How several picks became one pattern: what they share, what each said where they differ, and what could not be reconciled. */
export function ProposalSummary({
  proposal: { template, references, leftOut, values, open },
  faces,
  draft,
  onDraft,
}: ProposalSummaryProps) {
  const nameOf = useModelName();
  const { variables } = template;
  return (
    <section aria-label="What they have in common" className="grid grid-cols-1 gap-2.5 rounded-md border border-line p-3 text-xs">
      <div>
        <h3 className="mb-0.5 font-medium text-muted">All {faces.length} share</h3>
        <p className="font-mono text-sm leading-6">
          <TemplateText text={template.text} />
        </p>
        <p className="text-faint">
          {references.length > 0 ? `${countOf(references.length, "reference")} · ` : ""}
          {settingsText(template, nameOf)}
        </p>
      </div>
      {variables.length > 0 ? (
        <div className="overflow-x-auto">
          <table className="w-full text-left">
            <caption className="mb-1 text-left font-medium text-muted">Where they differ became variables</caption>
            <thead>
              <tr className="text-faint">
                <th scope="col" className="w-12 py-1 pr-3 font-normal">
                  <span className="sr-only">Picture</span>
                </th>
                {variables.map(({ name }) => (
                  <th key={name} scope="col" className="py-1 pr-4 font-mono font-normal text-accent-ink">{`{${name}}`}</th>
                ))}
              </tr>
            </thead>
            <tbody>
              {faces.map((face, index) => (
                <tr key={face.assetId} className="border-t border-line">
                  <td className="py-1 pr-3">
                    <Picture
                      src={addresses.picture(face.assetId, "thumb")}
                      width={1}
                      height={1}
                      thumbHash={face.thumbHash}
                      alt={`Picture ${index + 1}`}
                      className="size-9 rounded-sm"
                    />
                  </td>
                  {variables.map(({ name }) => (
                    <td key={name} className="py-1 pr-4 align-middle text-ink">
                      {values[index]?.[name] ?? <span className="text-faint">nothing</span>}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p className="text-muted">They say the same: there is nothing to make a variable of.</p>
      )}
      {open.length > 0 ? (
        <div className="rounded-md bg-warn-soft px-2.5 py-2 text-warn">
          <h3 className="mb-0.5 flex items-center gap-1.5 font-medium">
            <CircleAlert size={13} aria-hidden /> Could not be reconciled
          </h3>
          <ul className="grid gap-0.5 pl-5 text-pretty">
            {open.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {leftOut.length > 0 ? (
        <div>
          <h3 className="mb-1 font-medium text-muted">References only some of them have</h3>
          <ul className="grid gap-1.5">
            {leftOut.map(({ reference, count }) => {
              const isKept = leansOn(draft, reference);
              return (
                <li key={`${reference.assetId} ${reference.role}`} className="flex items-center gap-2.5">
                  <Picture
                    src={addresses.picture(reference.assetId, "thumb")}
                    width={1}
                    height={1}
                    alt={`Reference: ${roleAndWeight(reference)}, in ${count} of ${faces.length}`}
                    className="size-9 shrink-0 rounded-sm"
                  />
                  <span className="min-w-0 flex-1 text-ink">
                    {roleAndWeight(reference)}{" "}
                    <span className="text-faint">
                      in {count} of {faces.length} pictures
                    </span>
                  </span>
                  <Button
                    size="small"
                    disabledReason={
                      isKept
                        ? "It is kept. It can be left out again below."
                        : draft.references.length >= MAX_REFERENCES
                          ? `A pattern leans on at most ${MAX_REFERENCES} references.`
                          : null
                    }
                    onClick={() => onDraft(withReference(draft, reference))}
                  >
                    {isKept ? "Kept" : "Keep it"}
                  </Button>
                </li>
              );
            })}
          </ul>
        </div>
      ) : null}
    </section>
  );
}
