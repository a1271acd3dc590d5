"use client";
import { Braces, Lock, Replace, Split, X } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { chosenValues } from "@/lib/domain/pattern/template";
import type { PatternVersionInUse, PatternVersionView } from "@/lib/domain/pattern/view";
import type { PatternUse } from "@/lib/domain/prompt/view";
import { addresses } from "./addresses";
import { TemplateText } from "./template-text";
import { VariableFields } from "./variable-fields";
import { VersionDifference } from "./version-difference";
import { roleAndWeight } from "./words";

export type PatternChipProps = {
  use: PatternUse;
  /** The version it names; null while it is read. */
  found: PatternVersionInUse | null;
  problem: string | null;
  onValues: (values: Record<string, string>) => void;
  onVersion: (version: PatternVersionView) => void;
  onAnother: () => void;
  /** Its words become one's own. */
  onApart: () => void;
  onRemove: () => void;
};

/** A pattern where a prompt would be written: what it is, a field for each variable, and what it says with them. */
export function PatternChip({ use, found, problem, onValues, onVersion, onAnother, onApart, onRemove }: PatternChipProps) {
  const [isComparing, setComparing] = useState(false);
  const template = found?.version.template;
  const newer = found?.newer ?? null;
  return (
    <div className="grid grid-cols-1 gap-2 pb-1">
      <div className="flex min-w-0 flex-wrap items-center gap-x-2 gap-y-1">
        <span className="inline-flex h-7 max-w-full min-w-0 items-center gap-1.5 rounded-md bg-accent-soft pl-2 text-sm text-accent-ink">
          <Braces size={13} className="shrink-0" aria-hidden />
          {found ? (
            <Link href={addresses.pattern(found.slug)} dir="auto" className="min-w-0 truncate font-medium hover:underline">
              {found.name}
            </Link>
          ) : (
            <span dir="auto" className="min-w-0 truncate font-medium">
              {use.name}
            </span>
          )}
          <span className="shrink-0 font-mono text-xs">v{use.number}</span>
          <button
            type="button"
            aria-label={`Take the pattern ${use.name} out of the composer`}
            onClick={onRemove}
            className="grid size-7 shrink-0 place-items-center rounded-md hover:bg-hover"
          >
            <X size={13} aria-hidden />
          </button>
        </span>
        {newer ? (
          <Button size="small" onClick={() => setComparing(true)}>
            Version {newer.number} exists
          </Button>
        ) : null}
        <span className="ml-auto flex gap-1">
          <IconButton label="Another pattern" size="small" icon={<Replace size={14} aria-hidden />} onClick={onAnother} />
          <IconButton label="Take it apart: its words become yours" size="small" icon={<Split size={14} aria-hidden />} onClick={onApart} />
        </span>
      </div>
      {problem ? <p className="text-xs text-bad">{problem}</p> : null}
      {found?.deprecated ? (
        <p role="note" className="text-xs text-warn text-pretty">
          Deprecated: <bdi>{found.deprecated.reason}</bdi>{" "}
          {found.deprecated.successor ? (
            <>
              Use{" "}
              <Link href={addresses.pattern(found.deprecated.successor.slug)} className="underline">
                {found.deprecated.successor.name}
              </Link>{" "}
              instead.
            </>
          ) : null}
        </p>
      ) : null}
      {template && template.variables.length > 0 ? (
        <div className="grid grid-cols-1 items-start gap-x-3 gap-y-2 @xl:grid-cols-2 @4xl:grid-cols-4">
          <VariableFields isDense variables={template.variables} values={use.values} onChange={onValues} />
        </div>
      ) : null}
      {template ? (
        <div className="flex min-w-0 items-start gap-2 text-xs text-muted">
          <Lock size={12} className="mt-1 shrink-0 text-faint" aria-hidden />
          <p className="max-h-15 min-w-0 flex-1 overflow-y-auto font-mono leading-5">
            <span className="sr-only">The pattern's own words, locked: </span>
            <TemplateText text={template.text} values={chosenValues(template, use.values)} />
          </p>
          {found.version.references.map((reference) => (
            <Picture
              key={`${reference.assetId} ${reference.role}`}
              src={addresses.picture(reference.assetId, "thumb")}
              width={1}
              height={1}
              thumbHash={reference.thumbHash}
              alt={`Reference of the pattern: ${roleAndWeight(reference)}`}
              className="size-9 shrink-0 rounded-sm"
            />
          ))}
        </div>
      ) : null}
      {found && newer ? (
        <Dialog
          open={isComparing}
          onOpenChange={setComparing}
          size="large"
          title={`Version ${newer.number} of ${found.name}`}
          description={newer.note === "" ? `What changed since v${use.number}.` : `“${newer.note}” – what changed since v${use.number}:`}
          footer={
            <>
              <Button variant="ghost" onClick={() => setComparing(false)}>
                Stay with v{use.number}
              </Button>
              <Button
                variant="primary"
                onClick={() => {
                  onVersion(newer);
                  setComparing(false);
                }}
              >
                Use v{newer.number}
              </Button>
            </>
          }
        >
          <VersionDifference before={found.version} after={newer} />
        </Dialog>
      ) : null}
    </div>
  );
}
