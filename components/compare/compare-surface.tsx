"use client";
import clsx from "clsx";
import { Pin } from "lucide-react";
import { useRef, useState } from "react";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { Channel } from "@/lib/domain/compare/channels";
import { layered } from "@/lib/domain/compare/pinned";
import { bestColumns, type CellPoint } from "@/lib/domain/compare/view-port";
import { ComparePicture, type ComparePictureProps } from "./compare-picture";
import type { ComparedVariant } from "./compared";
import type { FilmDesk } from "./film-desk";
import { Judgement } from "./judgement";
import { LookBar } from "./look-bar";
import { channelFilter, LookFilters } from "./look-filters";
import { type At, type LookAct, percentOf } from "./looking";
import { Stacked } from "./stacked";
import { Transport } from "./transport";
import type { CompareDesk } from "./use-compare-view";
import { DecodedRingContext, useDecodedRing } from "./use-decoded-ring";
import { FilmDeskContext } from "./use-film-desk";
import { useRoom } from "./use-room";

export interface CompareSurfaceProps {
  readonly variants: readonly ComparedVariant[];
  /** How they are compared. */
  readonly view: CompareDesk;
  /** Which picture keys act on. */
  readonly at: number;
  readonly onAt: (index: number) => void;
  /** Drives the videos among them; null when there are none. */
  readonly desk: FilmDesk | null;
}

const CLOSER = 1.5;
/** How far a key pans, in CSS pixels; on its own a picture moves by one of its pixels, or of the screen's where those are larger. */
const PAN_PX = 64;
const CENTRE: CellPoint = { x: 0, y: 0 };

/** Pictures next to or on top of each other, always at the same place and size. */
export function CompareSurface({ variants, view, at, onAt, desk }: CompareSurfaceProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useRoom(room);
  const [hand, setHand] = useState<At | null>(null);
  const [isProbing, setProbing] = useState(false);
  const [pointer, setPointer] = useState<CellPoint | null>(null);
  const { mode, channel, pinnedId, gain, looking, onLook } = view;

  const pinned = variants.findIndex(({ id }) => id === pinnedId);
  const pair = layered(at, variants.length, pinned < 0 ? null : pinned);
  const [below, above] = [variants[pair?.below ?? 0], variants[pair?.above ?? 0]];
  const shown = pair && pinned >= 0 && below && above ? [below, above] : variants;
  const current = variants[at] ?? variants[0];
  const aspect = current ? current.width / current.height : 1;
  const columns = size ? bestColumns(shown.length, aspect, size) : shown.length;
  // Both that lie on each other, then the ones a key leads to, forwards first.
  const onwards = variants.map((_, step) => variants[(at + 1 + step) % variants.length]);
  const nearest = [above, below, current, onwards[0], onwards.at(-2), ...onwards];
  const ring = useDecodedRing([...new Set(nearest.filter((picture) => picture !== undefined))]);
  const probe = isProbing ? { at: pointer ?? CENTRE, onPoint: setPointer } : null;

  const onHand = (act: (hand: At) => LookAct) => () => hand && onLook(act(hand));
  const zoom = (factor: number) => onHand((on) => ({ kind: "zoom", factor, at: CENTRE, on }));
  const pan = (x: number, y: number) => onHand((on) => ({ kind: "pan", by: { x: x * PAN_PX, y: y * PAN_PX }, on, isAlone: false }));
  const nudge = (x: number, y: number) =>
    onHand((on) => {
      const by = Math.max(1, percentOf(looking, on, 1) / 100);
      return { kind: "pan", by: { x: x * by, y: y * by }, on, isAlone: true };
    });
  const actual = onHand((on) => ({ kind: "toggle-actual", at: CENTRE, on, devicePixelRatio: window.devicePixelRatio }));
  const showChannel = (wanted: Channel) => () => view.setChannel(channel === wanted ? "all" : wanted);
  const pin = () => {
    if (variants.length < 2) return false;
    view.setPinnedId(pinned >= 0 ? null : (current?.id ?? null));
    // The pinned one stays; keys go on with the next.
    if (pinned < 0) onAt((at + 1) % variants.length);
    return true;
  };
  useKeys("compare", {
    "compare-closer": zoom(CLOSER),
    "compare-further": zoom(1 / CLOSER),
    "actual-pixels": actual,
    "compare-fit": () => onLook({ kind: "fit" }),
    "look-left": pan(1, 0),
    "look-right": pan(-1, 0),
    "look-up": pan(0, 1),
    "look-down": pan(0, -1),
    "move-left": nudge(-1, 0),
    "move-right": nudge(1, 0),
    "move-up": nudge(0, -1),
    "move-down": nudge(0, 1),
    "channel-red": showChannel("red"),
    "channel-green": showChannel("green"),
    "channel-blue": showChannel("blue"),
    "channel-alpha": showChannel("alpha"),
    "channel-luminance": showChannel("luminance"),
    "read-pixels": () => setProbing(!isProbing),
    pin,
  });

  const shared: Pick<ComparePictureProps, "looking" | "onLook" | "probe" | "colours"> = {
    looking,
    onLook,
    probe,
    colours: channelFilter(channel),
  };
  const isSideBySide = mode === "side-by-side" || !pair || !below || !above;
  return (
    <DecodedRingContext value={ring}>
      <FilmDeskContext value={desk}>
        <LookFilters gain={gain} />
        <div className="flex size-full flex-col">
          <div ref={room} className="relative min-h-0 flex-1 overflow-hidden bg-surround">
            {isSideBySide ? (
              <ul
                aria-label="Compared pictures"
                // A line with ground on both sides: pictures of one palette that touch would read as one.
                className={clsx("grid size-full auto-rows-fr", shown.length > 1 && "gap-px bg-line-strong")}
                style={{ gridTemplateColumns: `repeat(${columns}, minmax(0, 1fr))` }}
              >
                {shown.map((variant) => {
                  const isCurrent = variant === current;
                  const isPinned = variant.id === pinnedId;
                  return (
                    <li
                      key={variant.id}
                      aria-current={isCurrent}
                      // The pinned one is what the others are held against; keys stay with those.
                      onPointerDown={() => isPinned || onAt(variants.indexOf(variant))}
                      className={clsx(
                        "relative min-h-0 bg-surround",
                        shown.length > 1 && "p-1.5",
                        isCurrent && shown.length > 1 && "outline-2 -outline-offset-2 outline-accent-ink",
                      )}
                    >
                      <ComparePicture picture={variant} {...shared} onHand={isCurrent ? setHand : undefined} />
                      {isPinned ? (
                        <p className="pointer-events-none absolute top-3.5 right-3.5 flex items-center gap-1 rounded-sm bg-black/75 px-1.5 py-0.5 text-xs text-white">
                          <Pin size={12} aria-hidden /> Pinned
                        </p>
                      ) : null}
                      <Judgement variant={variant} className={shown.length > 1 ? "bottom-3.5 left-3.5" : "bottom-2 left-2"} />
                    </li>
                  );
                })}
              </ul>
            ) : (
              <Stacked
                isOfAll={channel === "all"}
                mode={mode}
                below={below}
                above={above}
                gain={gain}
                onGain={view.setGain}
                onHand={setHand}
                {...shared}
              />
            )}
            <div className={clsx("absolute left-1/2 z-20 -translate-x-1/2", isSideBySide ? "bottom-12" : "bottom-16")}>
              {desk ? <Transport desk={desk} /> : null}
            </div>
          </div>
          <LookBar
            percent={hand && percentOf(looking, hand, window.devicePixelRatio)}
            channel={channel}
            isPinned={pinned >= 0}
            pinReason={variants.length < 2 ? "There is nothing to go through beside it." : null}
            isProbing={isProbing}
            onCloser={zoom(CLOSER)}
            onFurther={zoom(1 / CLOSER)}
            onActual={actual}
            onChannel={view.setChannel}
            onPin={pin}
            onProbe={() => setProbing(!isProbing)}
          />
        </div>
      </FilmDeskContext>
    </DecodedRingContext>
  );
}
