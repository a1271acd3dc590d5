"use client";
import clsx from "clsx";
import { useEffect, useReducer, useRef, useState } from "react";
import { Slider } from "@/components/ui/slider";
import { bestColumns } from "@/lib/domain/compare/view-port";
import { ComparePicture } from "./compare-picture";
import type { ComparedVariant } from "./compared";
import { DivideHandle } from "./divide-handle";
import type { FilmDesk } from "./film-desk";
import { Judgement } from "./judgement";
import { LOOKING_AT_ALL, look } from "./looking";
import { Transport } from "./transport";
import { FilmDeskContext } from "./use-film-desk";
import { useRoom } from "./use-room";

export const COMPARE_MODES = ["side-by-side", "slider", "blink", "difference"] as const;
export type CompareMode = (typeof COMPARE_MODES)[number];

export interface CompareSurfaceProps {
  readonly variants: readonly ComparedVariant[];
  readonly mode: CompareMode;
  /** Which picture keys act on. */
  readonly at: number;
  readonly onAt: (index: number) => void;
  /** Drives the videos among them; null when there are none. */
  readonly desk: FilmDesk | null;
}

const BLINK_MS = 600;
const FIRST_GAIN = 4;
const MAX_GAIN = 16;

/** Pictures next to or on top of each other, always at the same place and size. */
export function CompareSurface({ variants, mode, at, onAt, desk }: CompareSurfaceProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useRoom(room);
  const [looking, onLook] = useReducer(look, LOOKING_AT_ALL);
  const first = variants[0];
  const current = variants[at] ?? first;
  const other = variants[at === 0 ? 1 : 0];
  const aspect = first ? first.width / first.height : 1;
  const columns = size ? bestColumns(variants.length, aspect, size) : variants.length;
  const isSideBySide = mode === "side-by-side" || !other || !current;
  return (
    <FilmDeskContext value={desk}>
      <div ref={room} className="relative size-full overflow-hidden bg-surround">
        {isSideBySide ? (
          <ul
            aria-label="Compared pictures"
            // A line with ground on both sides: pictures of one palette that touch would read as one.
            className={clsx("grid size-full auto-rows-fr", variants.length > 1 && "gap-px bg-line-strong")}
            style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
          >
            {variants.map((variant, index) => (
              <li
                key={variant.id}
                aria-current={index === at}
                onPointerDown={() => onAt(index)}
                className={clsx(
                  "relative min-h-0 bg-surround",
                  variants.length > 1 && "p-1.5",
                  index === at && variants.length > 1 && "outline-2 -outline-offset-2 outline-accent-ink",
                )}
              >
                <ComparePicture picture={variant} looking={looking} onLook={onLook} />
                <Judgement variant={variant} className={variants.length > 1 ? "bottom-3.5 left-3.5" : "bottom-2 left-2"} />
              </li>
            ))}
          </ul>
        ) : (
          <Stacked mode={mode} below={current} above={other} looking={looking} onLook={onLook} />
        )}
        <div className={clsx("absolute left-1/2 z-20 -translate-x-1/2", isSideBySide ? "bottom-12" : "bottom-16")}>
          {desk ? <Transport desk={desk} /> : null}
        </div>
      </div>
    </FilmDeskContext>
  );
}

type StackedProps = {
  readonly mode: Exclude<CompareMode, "side-by-side">;
  readonly below: ComparedVariant;
  readonly above: ComparedVariant;
  readonly looking: typeof LOOKING_AT_ALL;
  readonly onLook: Parameters<typeof ComparePicture>[0]["onLook"];
};

/** Two pictures in one place. */
function Stacked({ mode, below, above, looking, onLook }: StackedProps) {
  const [divide, setDivide] = useState(0.5);
  const [gain, setGain] = useState(FIRST_GAIN);
  const isAboveShown = useBlink(mode === "blink");
  const style = {
    slider: { clipPath: `inset(0 0 0 ${divide * 100}%)` },
    blink: { visibility: isAboveShown ? "visible" : "hidden" },
    difference: { mixBlendMode: "difference" },
  } as const satisfies Record<StackedProps["mode"], React.CSSProperties>;
  return (
    <div className="relative size-full">
      <div className="size-full isolate" style={mode === "difference" ? { filter: `brightness(${gain})` } : {}}>
        <ComparePicture picture={below} looking={looking} onLook={onLook} over={{ picture: above, style: style[mode] }} />
      </div>
      {mode === "slider" ? (
        <>
          <Judgement variant={below} className="bottom-2 left-2" />
          <Judgement variant={above} className="right-2 bottom-2" />
          <DivideHandle at={divide} onDivide={setDivide} />
        </>
      ) : null}
      <div className="absolute bottom-3 left-1/2 z-20 w-72 -translate-x-1/2 rounded-md bg-raised px-3 py-1.5 shadow-float">
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
        ) : mode === "difference" ? (
          <Slider label="Gain" min={1} max={MAX_GAIN} step={0.5} value={gain} format={(factor) => `× ${factor}`} onChange={setGain} />
        ) : (
          <p className="text-center text-xs text-muted">{isAboveShown ? above.label : below.label}</p>
        )}
      </div>
    </div>
  );
}

function useBlink(isOn: boolean): boolean {
  const [isShown, setShown] = useState(false);
  useEffect(() => {
    if (!isOn) return;
    const timer = setInterval(() => setShown((shown) => !shown), BLINK_MS);
    return () => clearInterval(timer);
  }, [isOn]);
  return isShown;
}
