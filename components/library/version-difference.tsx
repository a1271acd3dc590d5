"use client";
import clsx from "clsx";
import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { WordChanges } from "@/components/ui/word-changes";
import { useModelName } from "@/lib/client/use-model-name";
import { differenceOfVersions, differs, type FactChange, isSameVersion, type ReferencePair } from "@/lib/domain/pattern/version-difference";
import type { VersionContents } from "@/lib/domain/pattern/written-version";
import type { Reference } from "@/lib/domain/prompt/recipe";
import type { WordChange } from "@/lib/domain/prompt/words";
import { addresses } from "./addresses";
import { roleAndWeight } from "./words";

export type VersionDifferenceProps = { before: VersionContents; after: VersionContents };

/** What changed between two versions: the texts by word, references side by side, everything else as facts. */
export function VersionDifference({ before, after }: VersionDifferenceProps) {
  const difference = differenceOfVersions(before, after, useModelName());
  if (isSameVersion(difference)) return <p className="text-sm text-faint">Nothing: they say the same.</p>;
  const { text, negative, notes, variables, references, controls, defects } = difference;
  return (
    <div className="grid gap-4">
      {text ? <Words title="Prompt" changes={text} /> : null}
      {negative ? <Words title="Negative" changes={negative} /> : null}
      {variables.length > 0 ? (
        <Facts
          title="Variables"
          facts={variables.map((one) => ({ name: `{${one.name}}`, before: one.before ?? "not there", after: one.after ?? "gone" }))}
          isMono
        />
      ) : null}
      {references.some(differs) ? <References pairs={references} /> : null}
      {controls.length > 0 ? <Facts title="Model and controls" facts={controls} /> : null}
      {defects.length > 0 ? <Facts title="Acceptable defects" facts={defects} /> : null}
      {notes ? <Words title="Notes" changes={notes} /> : null}
    </div>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs text-faint">{title}</h3>
      {children}
    </section>
  );
}

function Words({ title, changes }: { title: string; changes: readonly WordChange[] }) {
  return (
    <Part title={title}>
      <p className="font-mono text-sm leading-6 break-words">
        <WordChanges changes={changes} />
      </p>
    </Part>
  );
}

function Facts({ title, facts, isMono = false }: { title: string; facts: readonly FactChange[]; isMono?: boolean }) {
  return (
    <Part title={title}>
      <table className="w-full table-fixed text-left text-xs">
        <colgroup>
          <col className="w-28" />
          <col />
          <col />
        </colgroup>
        <thead className="sr-only">
          <tr>
            <th>What</th>
            <th>Before</th>
            <th>After</th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ name, before, after }) => (
            <tr key={name} className="border-t border-line align-top">
              <th scope="row" className={clsx("py-1.5 pr-2 font-normal break-words text-faint", isMono && "font-mono")}>
                {name}
              </th>
              <td className="py-1.5 pr-3 text-muted">{before}</td>
              <td className="py-1.5 text-ink">{after}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Part>
  );
}

/** Each picture once, before on the left and after on the right; what stayed is faint. */
function References({ pairs }: { pairs: readonly ReferencePair<Reference>[] }) {
  return (
    <Part title="References">
      <ul className="flex flex-wrap gap-3">
        {pairs.map((pair) => {
          const shown = pair.after ?? pair.before;
          if (!shown) return null;
          const isNew = pair.before === null;
          const isGone = pair.after === null;
          const said = isNew
            ? "added"
            : isGone
              ? "removed"
              : differs(pair)
                ? `was ${Math.round((pair.before?.weight ?? 0) * 100)} %`
                : "unchanged";
          return (
            <li key={`${shown.assetId} ${shown.role}`} className={clsx("w-24 text-2xs", !differs(pair) && "opacity-60")}>
              <Picture
                src={addresses.picture(shown.assetId, "thumb")}
                width={4}
                height={3}
                alt={`Reference: ${roleAndWeight(shown)}, ${said}`}
                className={clsx("mb-0.5 rounded-sm", isGone && "opacity-50", isNew && "ring-2 ring-ok", isGone && "ring-2 ring-bad")}
              />
              <span className="block truncate text-muted">{roleAndWeight(shown)}</span>
              <span className={isNew ? "text-ok" : isGone ? "text-bad" : "text-faint"}>{said}</span>
            </li>
          );
        })}
      </ul>
    </Part>
  );
}
