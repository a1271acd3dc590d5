"use client";
import { ImagePlus, X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Combobox } from "@/components/ui/combobox";
import { GradedLines } from "@/components/ui/graded-lines";
import { IconButton } from "@/components/ui/icon-button";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { useDefectLines } from "@/lib/client/use-defect-lines";
import type { CardAcceptableDefect } from "@/lib/domain/review/defect";
import { ExamplePicture } from "./example-picture";
import { usePicturesOffered } from "./use-pictures-offered";

export type AcceptableDefectsFieldProps = {
  value: readonly CardAcceptableDefect[];
  onChange: (value: readonly CardAcceptableDefect[]) => void;
};

/** What this card lives with, a line a kind, with a picture that shows what is meant: nobody argues about these afterwards. */
export function AcceptableDefectsField({ value, onChange }: AcceptableDefectsFieldProps) {
  const lines = useDefectLines(value.map(({ kind }) => kind));
  const show = (at: number, exampleAssetId: string | null) =>
    onChange(value.map((line, index) => (index === at ? { ...line, exampleAssetId } : line)));
  return (
    <GradedLines
      {...lines}
      value={value}
      onChange={(next) => onChange(withExamples(value, next))}
      empty="None: every defect found needs a waiver or another attempt."
      below={(at) => {
        const line = value[at];
        return line ? <Example line={line} onChange={(assetId) => show(at, assetId)} /> : null;
      }}
    />
  );
}

/** A line keeps its picture while it changes; a new one has none. */
function withExamples(before: readonly CardAcceptableDefect[], lines: readonly Omit<CardAcceptableDefect, "exampleAssetId">[]) {
  return lines.map((line, at) => {
    const was = before.length === lines.length ? before[at] : before.find(({ kind }) => kind === line.kind);
    return { ...line, exampleAssetId: was?.exampleAssetId ?? null };
  });
}

function Example({ line, onChange }: { line: CardAcceptableDefect; onChange: (assetId: string | null) => void }) {
  const [isChoosing, setChoosing] = useState(false);
  const pictures = usePicturesOffered({ films: false });
  const kind = useDefectKinds().labelOf(line.kind);
  if (line.exampleAssetId)
    return (
      <div className="flex items-center gap-2">
        <ExamplePicture assetId={line.exampleAssetId} kind={kind} />
        <span className="text-xs text-faint">shows what is meant</span>
        <IconButton
          label={`Take the example of ${kind.toLowerCase()} away`}
          icon={<X size={13} aria-hidden />}
          onClick={() => onChange(null)}
        />
      </div>
    );
  if (!isChoosing)
    return (
      <div>
        <Button size="small" variant="ghost" icon={<ImagePlus size={13} aria-hidden />} onClick={() => setChoosing(true)}>
          Show an example
          <span className="sr-only"> of {kind.toLowerCase()}</span>
        </Button>
      </div>
    );
  return (
    <Combobox label={`Example of ${kind.toLowerCase()}`} value={null} onChange={onChange} options={pictures} placeholder="Which picture?" />
  );
}
