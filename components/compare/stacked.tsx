"use client";
import { type CSSProperties, useEffect, useState } from "react";
import { useStore } from "zustand";
import { Slider } from "@/components/ui/slider";
import { fullAt, MAX_GAIN } from "@/lib/domain/compare/difference";
import type { CompareMode } from "@/lib/domain/compare/modes";
import { ComparePicture, type ComparePictureProps } from "./compare-picture";
import type { ComparedVariant } from "./compared";
import { DivideHandle } from "./divide-handle";
import { Judgement } from "./judgement";
import { HEAT_BAND, HEAT_FILTER } from "./look-filters";

export interface StackedProps extends Pick<ComparePictureProps, "look" | "probe" | "colours"> {
  readonly mode: Exclude<CompareMode, "side-by-side">;
  readonly below: ComparedVariant;
  readonly above: ComparedVariant;
  /** The pictures show all their colours: one channel alone is taken out by the browser. */
  readonly isOfAll: boolean;
}

const BLINK_MS = 600;

/** Two pictures in one place. */
export function Stacked({ mode, below, above, isOfAll, look, ...shared }: StackedProps) {
  const gain = useStore(look, (now) => now.gain);
  const [divide, setDivide] = useState(0.5);
  const isAboveShown = useBlink(mode === "blink");
  const isDifference = mode === "difference" || mode === "heat-map";
  const overStyles = {
    slider: { clipPath: `inset(0 0 0 ${divide * 100}%)` },
    blink: { visibility: isAboveShown ? "visible" : "hidden" },
    difference: { mixBlendMode: "difference" },
    "heat-map": { mixBlendMode: "difference" },
  } as const satisfies Record<StackedProps["mode"], CSSProperties>;
  const wholes = {
    // Beside the pictures there is no difference.
    difference: { filter: `brightness(${gain})`, background: "black" },
    "heat-map": { ...HEAT_FILTER, background: "black" },
    slider: {},
    blink: {},
  } as const satisfies Record<StackedProps["mode"], CSSProperties>;
  return (
    <div className="relative size-full">
      <ComparePicture
        picture={below}
        look={look}
        isInHand
        {...shared}
        whole={wholes[mode]}
        over={{ picture: above, style: overStyles[mode] }}
        difference={isDifference && isOfAll ? { gain, isHeat: mode === "heat-map" } : null}
      />
      {mode === "slider" ? (
        <>
          <Judgement variant={below} className="bottom-2 left-2" />
          <Judgement variant={above} className="right-2 bottom-2" />
          <DivideHandle at={divide} onDivide={setDivide} />
        </>
      ) : null}
      <div
        className="absolute bottom-3 left-1/2 z-20 w-72 max-w-[calc(100%-1.5rem)] -translate-x-1/2 rounded-md bg-raised px-3 py-1.5
          shadow-float"
      >
        {mode === "slider" ? (
          <Slider
            label="Divide"
            min={0}
            max={1}
            step={0.005}
            value={divide}
            format={(part) => `${Math.round(part * 100)} %`}
            onChange={setDivide}
          />
        ) : isDifference ? (
          <Slider
            label="Gain"
            min={1}
            max={MAX_GAIN}
            step={0.5}
            value={gain}
            format={(factor) => `× ${factor}`}
            onChange={look.getState().setGain}
          />
        ) : (
          <p className="text-center text-xs text-muted tabular-nums">{numbered(isAboveShown ? above : below)}</p>
        )}
        {mode === "heat-map" ? (
          <p className="flex items-center gap-2 pb-0.5 text-2xs text-muted tabular-nums">
            <span>same</span>
            <span aria-hidden className="h-2 flex-1 rounded-xs" style={HEAT_BAND} />
            <span>{fullAt(gain)} of 255 apart</span>
          </p>
        ) : null}
      </div>
    </div>
  );
}

const numbered = ({ number, label }: ComparedVariant) => (number === undefined ? label : `${number} · ${label}`);

function useBlink(isOn: boolean): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setShown((shown) => !shown), BLINK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return isShown;
}
