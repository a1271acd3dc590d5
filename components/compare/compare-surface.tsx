"use client";
import clsx from "clsx";
import { Pin } from "lucide-react";
import { useCallback, useMemo, useRef, useState } from "react";
import { FilmTransport } from "@/components/ui/video/film-transport";
import type { FilmDesk } from "@/lib/client/film/film-desk";
import { FilmDeskContext } from "@/lib/client/film/use-film-desk";
import { useFilmTransport } from "@/lib/client/film/use-film-transport";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { Channel } from "@/lib/domain/compare/channels";
import { layered } from "@/lib/domain/compare/pinned";
import { bestColumns, type CellPoint } from "@/lib/domain/compare/view-port";
import { ComparePicture, type ComparePictureProps } from "./compare-picture";
import type { ComparedPicture, ComparedVariant } from "./compared";
import { Judgement } from "./judgement";
import { CENTRE, CLOSER, toggleActual, zoomHand } from "./look-acts";
import { LookBar } from "./look-bar";
import { channelFilter, LookFilters } from "./look-filters";
import { type At, type LookAct, percentOf } from "./looking";
import { Stacked } from "./stacked";
import { type CompareDesk, placeNow, usePlace } from "./use-compare-view";
import { DecodedRingContext, useDecodedRing } from "./use-decoded-ring";
import { useRoom } from "./use-room";

export interface CompareSurfaceProps {
  readonly variants: readonly ComparedVariant[];
  /** How they are compared. */
  readonly view: Omit<CompareDesk, "setMode" | "now">;
  /** Drives the videos among them; null when there are none. */
  readonly desk: FilmDesk | null;
  /** Pictures that are not shown and may be next, the likeliest first. */
  readonly near?: readonly ComparedPicture[];
  /** It stands in a dialog: its keys are heard there. */
  readonly inOverlay?: boolean;
}

const NOTHING_NEAR: readonly ComparedPicture[] = [];

/** How far a key pans, in CSS pixels; on its own a picture moves by one of its pixels, or of the screen's where those are larger. */
const PAN_PX = 64;

/** Pictures next to or on top of each other, always at the same place and size. */
export function CompareSurface({ variants, view, desk, near = NOTHING_NEAR, inOverlay = false }: CompareSurfaceProps) {
  const room = useRef<HTMLDivElement>(null);
  const size = useRoom(room);
  const [isProbing, setProbing] = useState(false);
  const [pointer, setPointer] = useState<CellPoint | null>(null);
  const { mode, channel, pinnedId, look } = view;
  const at = usePlace(view, variants);
  const { choose, onLook } = look.getState();

  const pinned = variants.findIndex(({ id }) => id === pinnedId);
  const pair = layered(at, variants.length, pinned < 0 ? null : pinned);
  const [below, above] = [variants[pair?.below ?? 0], variants[pair?.above ?? 0]];
  const shown = pair && pinned >= 0 && below && above ? [below, above] : variants;
  const current = variants[at] ?? variants[0];
  const aspect = current ? current.width / current.height : 1;
  const columns = size ? bestColumns(shown.length, aspect, size) : shown.length;
  // Both that lie on each other, then the ones a key leads to, forwards first.
  const onwards = variants.map((_, step) => variants[(at + 1 + step) % variants.length]);
  const nearest = [above, below, current, onwards[0], onwards.at(-2), ...onwards, ...near];
  const ring = useDecodedRing([...new Set(nearest.filter((picture) => picture !== undefined))]);
  const probe = useMemo(() => (isProbing ? { at: pointer ?? CENTRE, onPoint: setPointer } : null), [isProbing, pointer]);

  const onHand = (act: (hand: At) => LookAct) => () => {
    const { hand } = look.getState();
    if (hand) onLook(act(hand));
  };
  const pan = (x: number, y: number) => onHand((on) => ({ kind: "pan", by: { x: x * PAN_PX, y: y * PAN_PX }, on, isAlone: false }));
  const nudge = (x: number, y: number) =>
    onHand((on) => {
      const by = Math.max(1, percentOf(look.getState().looking, on, 1) / 100);
      return { kind: "pan", by: { x: x * by, y: y * by }, on, isAlone: true };
    });
  const showChannel = (wanted: Channel) => () => view.setChannel(channel === wanted ? "all" : wanted);
  const pin = useCallback(() => {
    if (variants.length < 2) return false;
    const here = placeNow(view, variants);
    const isOff = !variants.some(({ id }) => id === view.pinnedId);
    view.setPinnedId(isOff ? (variants[here]?.id ?? null) : null);
    // The pinned one stays; keys go on with the next.
    if (isOff) view.look.getState().choose((here + 1) % variants.length);
    return true;
  }, [variants, view]);
  useKeys(
    "look",
    {
      "compare-closer": () => zoomHand(look, CLOSER),
      "compare-further": () => zoomHand(look, 1 / CLOSER),
      "actual-pixels": () => toggleActual(look),
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
    },
    { inOverlay },
  );
  useKeys("compare", { pin }, { inOverlay });

  const shared: Pick<ComparePictureProps, "look" | "probe" | "colours"> = { look, probe, colours: channelFilter(channel) };
  const isSideBySide = mode === "side-by-side" || !pair || !below || !above;
  return (
    <DecodedRingContext value={ring}>
      <FilmDeskContext value={desk}>
        <LookFilters look={look} />
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
                      // Beside the pinned one, all have one place: a key changes the picture in it, and nothing is measured anew.
                      key={pinned < 0 || isPinned ? variant.id : "other"}
                      aria-current={isCurrent}
                      // The pinned one is what the others are held against; keys stay with those.
                      onPointerDown={() => isPinned || choose(variants.indexOf(variant))}
                      className={clsx(
                        "relative min-h-0 bg-surround",
                        shown.length > 1 && "p-1.5",
                        isCurrent && shown.length > 1 && "outline-2 -outline-offset-2 outline-accent-ink",
                      )}
                    >
                      <ComparePicture picture={variant} {...shared} isInHand={isCurrent} />
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
              <Stacked isOfAll={channel === "all"} mode={mode} below={below} above={above} {...shared} />
            )}
            <div className={clsx("absolute left-1/2 z-20 -translate-x-1/2", isSideBySide ? "bottom-12" : "bottom-16")}>
              {desk ? <Transport desk={desk} inOverlay={inOverlay} /> : null}
            </div>
          </div>
          <LookBar
            look={look}
            channel={channel}
            isPinned={pinned >= 0}
            isProbing={isProbing}
            onChannel={view.setChannel}
            onPin={variants.length < 2 ? null : pin}
            onProbe={setProbing}
          />
        </div>
      </FilmDeskContext>
    </DecodedRingContext>
  );
}

/** One transport for all compared videos: they play, stop, step and go round together, to the frame. */
function Transport({ desk, inOverlay }: { desk: FilmDesk; inOverlay: boolean }) {
  return <FilmTransport {...useFilmTransport(desk, { inOverlay })} className="bg-raised shadow-float" />;
}
