"use client";
import { Check, EyeOff, X } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Keys } from "@/components/ui/kbd";
import { Picture } from "@/components/ui/picture";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import { isBuiltIn, type KindView } from "@/lib/domain/review/taxonomy";
import { DRIFT_FROM_WORDS, type DriftFrom } from "@/lib/domain/trial/drift-from";
import type { Judgement } from "@/lib/domain/trial/judgement";
import type { CellMeasure } from "@/lib/domain/trial/measure";
import type { TrialCell, TrialView } from "@/lib/domain/trial/view";
import { addresses } from "../addresses";
import { judgementOf } from "./judging";
import { Verdicts } from "./verdicts";
import { cellWords, percent, unmeasuredWords } from "./words";

export type TrialInspectorProps = {
  trial: TrialView;
  cell: TrialCell;
  /** Why this person cannot judge, or null. */
  refusal: string | null;
  onJudge: (judgement: Judgement | null) => void;
};

/** One picture of a trial: what it shows, what the judges say, what was measured. */
export function TrialInspector({ trial, cell, refusal, onJudge }: TrialInspectorProps) {
  const { variant, mine, others, measure, why } = cell;
  const kinds = useDefectKinds();
  const takeBack = useChord("trial-take-back");
  const subject = trial.subjects[cell.subject];
  const blocked = refusal ?? (variant === null ? "There is no picture to judge." : null);
  return (
    <div className="grid gap-4 p-3 text-sm">
      <div>
        <p dir="auto" className="font-semibold [overflow-wrap:anywhere]">
          {subject?.name}
        </p>
        <p className="text-xs text-faint">
          Seed <span className="font-mono">{trial.seeds[cell.seed]}</span> · {cellWords(cell, trial)}
        </p>
      </div>
      {variant ? (
        <Picture
          src={addresses.picture(variant.assetId, "screen")}
          width={variant.width}
          height={variant.height}
          thumbHash={variant.thumbHash}
          alt={`${subject?.name ?? "Subject"}, seed ${trial.seeds[cell.seed]}`}
          fit="contain"
          className="rounded-md"
        />
      ) : null}
      {why === null ? null : <p className="text-xs text-muted text-pretty">{why}</p>}
      <div className="grid gap-2">
        <Verdicts mine={mine} blocked={blocked} onJudge={onJudge} />
        <ul aria-label="Fails because of" className="flex flex-wrap gap-1">
          {kinds.offered.map((offered) => (
            <li key={offered.kind}>
              <DefectButton
                offered={offered}
                isOn={mine?.defectKind === offered.kind}
                blocked={blocked}
                onPress={() => onJudge(judgementOf("fail", offered.kind))}
              />
            </li>
          ))}
        </ul>
        {mine ? (
          <Button size="small" keys={takeBack} onClick={() => onJudge(null)}>
            Take back
          </Button>
        ) : null}
      </div>
      {variant === null ? null : (
        <Part title="Other judges">
          {others === null ? (
            <p className="flex items-start gap-1.5 text-xs text-muted">
              <EyeOff size={14} aria-hidden className="mt-0.5 shrink-0" /> Judged blind: you see them once you have judged.
            </p>
          ) : others.length === 0 ? (
            <p className="text-xs text-faint">Nobody else yet.</p>
          ) : (
            <ul className="grid gap-1 text-xs">
              {others.map(({ memberId, judge, verdict, defectKind }) => (
                <li key={memberId} className="flex items-center justify-between gap-2">
                  <span className="truncate">{judge}</span>
                  <Badge
                    tone={verdict === "pass" ? "ok" : "bad"}
                    icon={verdict === "pass" ? <Check size={12} aria-hidden /> : <X size={12} aria-hidden />}
                  >
                    {verdict === "pass" ? "Passes" : defectKind ? kinds.labelOf(defectKind) : "Fails"}
                  </Badge>
                </li>
              ))}
            </ul>
          )}
        </Part>
      )}
      {others === null && variant !== null ? null : (
        <Part title="Measured">
          {measure ? (
            <Measures measure={measure} driftFrom={trial.driftFrom} />
          ) : (
            <p className="text-xs text-faint">{unmeasuredWords(cell)}</p>
          )}
        </Part>
      )}
    </div>
  );
}

function Measures({ measure, driftFrom }: { measure: NonNullable<TrialCell["measure"]>; driftFrom: DriftFrom }) {
  const { method, fromReferences, fromRow, compositionChange, nearDuplicateOf, unsafe } = measure;
  const apart = (distance: typeof fromRow) =>
    distance && [styleWords(distance.style), `colour ΔE ${distance.palette.toFixed(3)}`].join(", ");
  const rows = [
    [`Style away from ${DRIFT_FROM_WORDS[driftFrom]}`, apart(fromReferences) ?? "no such picture"],
    ["Style away from its other seeds", apart(fromRow) ?? "no other yet"],
    ["Composition differs from them", compositionChange === null ? "no other yet" : percent(Math.max(0, compositionChange))],
    ["Nearly the same as", nearDuplicateOf === null ? "no other" : `cell ${nearDuplicateOf + 1}`],
    ["Unsafe content", UNSAFE_WORDS[unsafe]],
  ] as const;
  return (
    <>
      <dl className="grid gap-1 text-xs">
        {rows.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-3">
            <dt className="text-faint">{name}</dt>
            <dd className="text-right tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="mt-1.5 text-xs text-faint text-pretty">{METHOD_WORDS[method]} Measures never decide.</p>
    </>
  );
}

const styleWords = (style: number | null) => (style === null ? "not measured" : `${(style * 100).toFixed(1)} %`);

const UNSAFE_WORDS = { clear: "none seen", unsafe: "flagged: look closely", "not-checked": "not checked" } as const satisfies Record<
  CellMeasure["unsafe"],
  string
>;

const METHOD_WORDS = {
  "mobilenet-1": "Style and unsafe content by a small network in this studio; colour and composition by its own statistics.",
  "no-network-1": "The machine of the worker cannot run the network that measures style and looks for unsafe content.",
  "own-1": "Measured by an older studio in another way; style is measured anew.",
} as const satisfies Record<CellMeasure["method"], string>;

type DefectButtonProps = { offered: KindView; isOn: boolean; blocked: string | null; onPress: () => void };

function DefectButton({ offered: { kind, label, hint }, isOn, blocked, onPress }: DefectButtonProps) {
  // Only kinds every workspace has are on keys.
  const onKey = isBuiltIn(kind);
  const chord = useChord(onKey ? `trial-${kind}` : "trial-fail");
  return (
    <Button size="small" variant={isOn ? "primary" : "quiet"} aria-pressed={isOn} disabledReason={blocked} tip={hint} onClick={onPress}>
      {label} {onKey && chord ? <Keys chord={chord} /> : null}
    </Button>
  );
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h3 className="mb-1 text-xs font-semibold text-muted">{title}</h3>
      {children}
    </section>
  );
}
