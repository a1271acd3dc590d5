"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { ChevronLeft, ChevronRight, Volume2, X } from "lucide-react";
import { type ReactNode, useMemo, useRef, useState } from "react";
import { ChoosingBar } from "@/components/ui/choosing-bar";
import { colourLook, nextColour } from "@/components/ui/colours";
import { CLOSE_BUTTON } from "@/components/ui/control-style";
import { IconButton } from "@/components/ui/icon-button";
import { Picture } from "@/components/ui/picture";
import { unless } from "@/components/ui/unless";
import { Media } from "@/components/ui/video/media";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useFilmDesk } from "@/lib/client/film/use-film-desk";
import { useHistoryKeys } from "@/lib/client/history/use-history-keys";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import type { Channel } from "@/lib/domain/compare/channels";
import { FIRST_GAIN } from "@/lib/domain/compare/difference";
import type { Choice } from "@/lib/domain/selection/flags";
import { CompareSurface, type CompareSurfaceProps } from "./compare-surface";
import { Filmstrip } from "./filmstrip";
import { createLookDesk } from "./look-desk";
import { LOOKING_AT_ALL } from "./looking";
import { type LoupePicture, type LoupeWay, stepAlong, stepGroup } from "./loupe-way";

export interface LoupeProps {
  readonly way: LoupeWay;
  /** Why this picture is not decided about; null when it is. */
  readonly noChoice: string | null;
  readonly onChoose: (picture: LoupePicture, choice: Choice) => void;
  /** What else can be done with this picture. */
  readonly more?: ReactNode;
  readonly onClose: () => void;
  /** It is gone: puts the keyboard on the picture one was at, where that lies on the screen below. */
  readonly onClosed: () => void;
}

const FLAG_WORDS = { none: null, pick: "Picked", reject: "Rejected" } as const;
const IN_OVERLAY = { inOverlay: true };

/** One picture as large as the window allows, and the way to those beside it: decided on, looked into and left by the same keys everywhere. */
export function Loupe({ way, noChoice, onChoose, more, onClose, onClosed }: LoupeProps) {
  const popup = useRef<HTMLDivElement>(null);
  const view = useLook();
  const [heardId, setHeardId] = useState<string | null>(null);
  const picture = way.pictureAt(way.at);
  const film = useFilmDesk(picture ? [picture] : []);
  const isHeard = picture !== undefined && heardId === picture.id;
  const near = [way.pictureAt(way.at + 1), way.pictureAt(way.at - 1), way.pictureAt(way.at + 2)].filter((other) => other !== undefined);

  const step = (by: 1 | -1) => way.go(stepAlong(way, by));
  const decide = (choice: Choice) =>
    unless(noChoice, () => {
      if (!picture) return;
      onChoose(picture, choice);
      // After a flag the next picture comes by itself.
      if (choice.flag !== undefined) step(1);
    });
  const choosing = choosingKeys({
    flag: (flag) => decide({ flag }),
    rate: (rating) => decide({ rating }),
    colour: (pressed) => picture && decide({ colour: nextColour(pressed, [picture.colour]) }),
  });
  useHistoryKeys(IN_OVERLAY);
  useKeys(
    "pictures",
    {
      ...choosing.pictures,
      // What moves is played by the bar; what stands still is left by it, as it was come to.
      loupe: () => (film && !isHeard ? film.toggle() : onClose()),
      left: () => step(-1),
      right: () => step(1),
      up: () => way.go(stepGroup(way, -1)),
      down: () => way.go(stepGroup(way, 1)),
    },
    IN_OVERLAY,
  );
  useKeys("ratings", choosing.ratings, IN_OVERLAY);

  const look = picture && colourLook(picture.colour);
  const words = picture ? [FLAG_WORDS[picture.flag], picture.rating > 0 ? "★".repeat(picture.rating) : null].filter(Boolean) : [];
  return (
    <Base.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Popup
          ref={popup}
          tabIndex={-1}
          // On nothing that could be pressed: every key is one of the loupe's.
          initialFocus={popup}
          finalFocus={() => {
            onClosed();
            return false;
          }}
          // A dialog keeps the arrows to itself; here they lead to the pictures beside this one.
          onKeyDown={(event) => event.preventBaseUIHandler()}
          className="fixed inset-0 z-40 flex flex-col bg-surround text-ink outline-none"
        >
          <header className="flex items-center gap-3 border-b border-line bg-canvas px-3 py-1.5 text-sm">
            <Base.Title dir="auto" className="min-w-0 truncate font-medium">
              {picture?.title ?? "Reading …"}
            </Base.Title>
            <p role="status" className="flex shrink-0 items-center gap-2 text-xs whitespace-nowrap text-muted max-sm:sr-only">
              {words.join(" ")}
              {look ? (
                <span className="flex items-center gap-1">
                  <span aria-hidden style={{ background: look.css }} className="size-2.5 rounded-xs" /> {look.word}
                </span>
              ) : null}
            </p>
            <div className="ml-auto flex shrink-0 items-center gap-1">
              {picture?.video && !isHeard ? (
                <IconButton
                  size="small"
                  label="Play with sound"
                  icon={<Volume2 size={15} aria-hidden />}
                  onClick={() => {
                    setHeardId(picture.id);
                    popup.current?.focus();
                  }}
                />
              ) : null}
              <IconButton
                size="small"
                label="Picture before"
                icon={<ChevronLeft size={15} aria-hidden />}
                disabledReason={way.at === 0 ? "This is the first one." : null}
                onClick={() => step(-1)}
              />
              <span className="min-w-16 text-center text-xs text-muted tabular-nums">
                {(way.at + 1).toLocaleString("en")} of {way.count.toLocaleString("en")}
              </span>
              <IconButton
                size="small"
                label="Next picture"
                icon={<ChevronRight size={15} aria-hidden />}
                disabledReason={way.at === way.count - 1 ? "This is the last one." : null}
                onClick={() => step(1)}
              />
              <Base.Close aria-label="Close" className={CLOSE_BUTTON}>
                <X size={16} aria-hidden />
              </Base.Close>
            </div>
          </header>
          <div className="min-h-0 flex-1">
            {!picture ? null : isHeard || picture.isAwaited ? (
              <div className="size-full p-4">
                {picture.video ? (
                  <Media
                    address={`/assets/${picture.assetId}`}
                    video={picture.video}
                    width={picture.width}
                    height={picture.height}
                    thumbHash={picture.thumbHash}
                    alt={picture.title}
                    className="mx-auto h-full"
                  />
                ) : (
                  <Picture
                    src={`/assets/${picture.assetId}/screen`}
                    width={picture.width}
                    height={picture.height}
                    thumbHash={picture.thumbHash}
                    alt={picture.title}
                    fit="contain"
                    eager
                    className="size-full"
                  />
                )}
              </div>
            ) : (
              <CompareSurface variants={[picture]} view={view} desk={film} near={near} inOverlay />
            )}
          </div>
          <footer className="border-t border-line bg-canvas">
            {picture ? (
              <div className="flex flex-wrap items-center gap-1 px-2 py-1">
                {noChoice === null ? (
                  <ChoosingBar
                    flag={picture.flag}
                    rating={picture.rating}
                    colour={picture.colour}
                    onFlag={(flag) => decide({ flag })}
                    onRate={(rating) => decide({ rating })}
                    onColour={(colour) => decide({ colour })}
                  />
                ) : null}
                <div className="ml-auto">{more}</div>
              </div>
            ) : null}
            {way.count > 1 ? <Filmstrip way={way} /> : null}
          </footer>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

/** How the loupe looks: one picture, as close as the one before was looked at. */
function useLook(): CompareSurfaceProps["view"] {
  const [look] = useState(() => createLookDesk({ looking: LOOKING_AT_ALL, gain: FIRST_GAIN }));
  const [channel, setChannel] = useState<Channel>("all");
  return useMemo(
    () => ({ mode: "side-by-side", channel, pinnedId: null, look, setChannel, setPinnedId: () => undefined }),
    [channel, look],
  );
}
