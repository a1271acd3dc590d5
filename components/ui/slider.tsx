"use client";
import { Slider as Base } from "@base-ui/react/slider";
import clsx from "clsx";

export type SliderProps = {
  label: string;
  value: number;
  onChange: (value: number) => void;
  /** When the hand lets go: the moment to save. */
  onCommit?: (value: number) => void;
  min: number;
  max: number;
  step?: number;
  /** How the value reads beside the label and to screen readers. */
  format?: (value: number) => string;
  labelHidden?: boolean;
  disabled?: boolean;
  className?: string;
};

/** A number on a line, with its value always in sight. */
export function Slider(props: SliderProps) {
  const { label, value, onChange, onCommit, min, max, step = 1, format = String, labelHidden = false, disabled = false, className } = props;
  return (
    <Base.Root
      value={value}
      onValueChange={(next) => onChange(next)}
      {...(onCommit ? { onValueCommitted: (next: number) => onCommit(next) } : {})}
      min={min}
      max={max}
      step={step}
      disabled={disabled}
      className={clsx("grid min-w-32 grid-cols-[1fr_auto] items-center gap-x-2", className)}
    >
      <Base.Label className={labelHidden ? "sr-only" : "text-xs font-medium text-muted"}>{label}</Base.Label>
      <Base.Value className={clsx("text-xs text-muted", labelHidden && "order-last")}>{() => format(value)}</Base.Value>
      <Base.Control className={clsx("flex h-6 touch-none items-center select-none", !labelHidden && "col-span-2")}>
        <Base.Track className="h-1 w-full rounded-full bg-line-strong">
          <Base.Indicator className="rounded-full bg-accent" />
          <Base.Thumb
            getAriaValueText={(_, current) => format(current)}
            className="size-3.5 rounded-full border border-line-strong bg-ink has-focus-visible:outline-2 has-focus-visible:outline-focus
              has-focus-visible:outline-offset-2 data-disabled:bg-faint light:bg-surface"
          />
        </Base.Track>
      </Base.Control>
    </Base.Root>
  );
}
