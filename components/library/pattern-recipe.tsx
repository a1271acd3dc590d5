import { Lock } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import { useModelName } from "@/lib/client/use-model-name";
import { controlWords } from "@/lib/domain/pattern/free-control";
import { variableWords } from "@/lib/domain/pattern/version-difference";
import type { PatternVersionView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { TemplateText } from "./template-text";
import { roleAndWeight, settingsText } from "./words";

/** The whole recipe of one version, read-only. */
export function PatternRecipe({ version }: { version: PatternVersionView }) {
  const nameOf = useModelName();
  const { template, references } = version;
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="font-mono text-base leading-6">
        <TemplateText text={template.text} />
      </p>
      {template.negative === "" ? null : (
        <p className="font-mono text-sm text-muted">
          <span className="font-sans text-xs text-faint">Not: </span>
          <TemplateText text={template.negative} />
        </p>
      )}
      {references.length > 0 ? (
        <ul aria-label="References" className="flex flex-wrap gap-2">
          {references.map((reference) => (
            <li key={`${reference.assetId} ${reference.role}`} className="w-20 text-2xs text-muted">
              <Picture
                src={addresses.picture(reference.assetId, "thumb")}
                width={4}
                height={3}
                thumbHash={reference.thumbHash}
                alt={reference.fileName}
                className="mb-0.5 rounded-sm"
              />
              {roleAndWeight(reference)}
            </li>
          ))}
        </ul>
      ) : null}
      {template.variables.length > 0 ? (
        <dl className="grid grid-cols-1 gap-x-4 gap-y-1 text-xs sm:grid-cols-[max-content_minmax(0,1fr)]">
          {template.variables.map((variable) => (
            <div key={variable.name} className="contents">
              <dt className="font-mono text-accent-ink">{`{${variable.name}}`}</dt>
              <dd className="min-w-0 text-muted text-pretty max-sm:mb-1.5">{variableWords(variable)}</dd>
            </div>
          ))}
        </dl>
      ) : null}
      <div className="grid gap-1 text-xs text-faint">
        <p>{settingsText(template, nameOf)}</p>
        <p className="flex items-start gap-1.5">
          <Lock size={12} className="mt-0.5 shrink-0" aria-hidden />
          {template.free.length === 0 ? "All of it is locked." : `Locked but for the ${template.free.map(controlWords).join(", ")}.`}
        </p>
        {template.alternatives.length > 0 ? <p>Also on {template.alternatives.map(nameOf).join(", ")}.</p> : null}
      </div>
      {template.acceptableDefects.length > 0 ? (
        <p className="text-xs text-muted text-pretty">
          <span className="text-faint">Acceptable: </span>
          {template.acceptableDefects
            .map(({ kind, maxSeverity, note }) => `${kind} up to ${maxSeverity}${note === "" ? "" : ` (${note})`}`)
            .join("; ")}
        </p>
      ) : null}
      {template.notes === "" ? null : (
        <p dir="auto" className="text-sm whitespace-pre-line text-muted text-pretty">
          {template.notes}
        </p>
      )}
    </div>
  );
}
