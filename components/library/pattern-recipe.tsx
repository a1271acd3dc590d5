import { Picture } from "@/components/ui/picture";
import type { PatternVersionView } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";
import { TemplateText } from "./template-text";
import { roleAndWeight, settingsText } from "./words";

/** The whole recipe of one version, read-only. */
export function PatternRecipe({ version }: { version: PatternVersionView }) {
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
          {template.variables.map(({ name, default: fallback, examples }) => (
            <div key={name} className="contents">
              <dt className="font-mono text-accent-ink">{`{${name}}`}</dt>
              <dd className="min-w-0 text-muted max-sm:mb-1.5">
                {fallback === null ? "has to be given" : fallback}
                {examples
                  .filter((example) => example !== fallback)
                  .map((example) => (
                    <span key={example} className="text-faint">
                      {" "}
                      · {example}
                    </span>
                  ))}
              </dd>
            </div>
          ))}
        </dl>
      ) : null}
      <p className="text-xs text-faint">{settingsText(template)}</p>
    </div>
  );
}
