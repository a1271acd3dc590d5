"use client";
import clsx from "clsx";
import { Select } from "@/components/ui/select";
import type { PatternVersionView } from "@/lib/domain/pattern/view";
import { compareWords } from "@/lib/domain/prompt/words";
import { roleAndWeight, settingsText } from "./words";

export type VersionDifferenceProps = {
  versions: readonly PatternVersionView[];
  before: PatternVersionView;
  after: PatternVersionView;
  onBefore: (number: number) => void;
  onAfter: (number: number) => void;
};

/** What changed between any two versions: words in the text, everything else side by side. */
export function VersionDifference({ versions, before, after, onBefore, onAfter }: VersionDifferenceProps) {
  const options = versions.map(({ number, note }) => ({ value: String(number), label: `v${number}`, hint: note }));
  const facts = differingFacts(before, after);
  const isSameText = before.template.text === after.template.text;
  const isSameNegative = before.template.negative === after.template.negative;
  return (
    <div className="grid gap-3">
      <div className="flex items-center gap-2 text-sm text-muted">
        From
        <Select
          label="From version"
          value={String(before.number)}
          onChange={(next) => onBefore(Number(next))}
          options={options}
          className="max-w-20"
        />
        to
        <Select
          label="To version"
          value={String(after.number)}
          onChange={(next) => onAfter(Number(next))}
          options={options}
          className="max-w-20"
        />
      </div>
      {before.number === after.number ? (
        <p className="text-sm text-faint">Choose two different versions.</p>
      ) : (
        <>
          {isSameText ? (
            <p className="text-sm text-faint">The text is the same.</p>
          ) : (
            <Words before={before.template.text} after={after.template.text} />
          )}
          {isSameNegative ? null : (
            <div>
              <p className="text-xs text-faint">Negative</p>
              <Words before={before.template.negative} after={after.template.negative} />
            </div>
          )}
          {facts.length > 0 ? (
            <table className="w-full table-fixed text-left text-xs">
              <colgroup>
                <col className="w-24" />
                <col />
                <col />
              </colgroup>
              <thead className="sr-only">
                <tr>
                  <th>What</th>
                  <th>v{before.number}</th>
                  <th>v{after.number}</th>
                </tr>
              </thead>
              <tbody>
                {facts.map(({ name, was, is }) => (
                  <tr key={name} className="border-t border-line align-top">
                    <th scope="row" className="py-1.5 pr-2 font-normal text-faint">
                      {name}
                    </th>
                    <td className="py-1.5 pr-3 text-muted">{was}</td>
                    <td className="py-1.5 text-ink">{is}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          ) : null}
        </>
      )}
    </div>
  );
}

function Words({ before, after }: { before: string; after: string }) {
  return (
    <p className="font-mono text-sm leading-6 break-words">
      {compareWords(before, after).map(({ kind, text }, index) => {
        const key = `${index} ${kind}`;
        if (kind === "same") return <span key={key}>{text} </span>;
        const Change = kind === "added" ? "ins" : "del";
        return (
          <span key={key}>
            <Change className={clsx("rounded-sm px-0.5", kind === "added" ? "bg-ok-soft text-ok no-underline" : "bg-bad-soft text-bad")}>
              <span className="sr-only">{kind === "added" ? "added: " : "removed: "}</span>
              {text}
            </Change>{" "}
          </span>
        );
      })}
    </p>
  );
}

type Fact = { readonly name: string; readonly was: string; readonly is: string };

function differingFacts(before: PatternVersionView, after: PatternVersionView): readonly Fact[] {
  const facts: readonly Fact[] = [
    { name: "Variables", was: variablesText(before), is: variablesText(after) },
    { name: "References", was: referencesText(before), is: referencesText(after) },
    { name: "Settings", was: settingsText(before.template), is: settingsText(after.template) },
  ];
  return facts.filter(({ was, is }) => was !== is);
}

const variablesText = ({ template }: PatternVersionView) =>
  template.variables.map(({ name, default: fallback }) => `{${name}}${fallback === null ? "" : ` = ${fallback}`}`).join(", ") || "none";

const referencesText = ({ references }: PatternVersionView) =>
  references.map((reference) => `${reference.fileName}, ${roleAndWeight(reference)}`).join("; ") || "none";
