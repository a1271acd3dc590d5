"use client";
import clsx from "clsx";
import { Check, X } from "lucide-react";
import { useRef } from "react";
import { colourLook } from "@/components/ui/colours";
import { Picture } from "@/components/ui/picture";
import type { LoupePicture, LoupeWay } from "./loupe-way";
import { useRoom } from "./use-room";

const FRAME_PX = 76;

/** The pictures before and after the one that is looked at, which stays in the middle. For the hand: the arrow keys do the same. */
export function Filmstrip({ way }: { way: LoupeWay }) {
  const strip = useRef<HTMLUListElement>(null);
  const room = useRoom(strip);
  const eachSide = room ? Math.ceil((room.width / FRAME_PX - 1) / 2) : 0;
  const first = Math.max(0, way.at - eachSide);
  const last = Math.min(way.count - 1, way.at + eachSide);
  return (
    <ul ref={strip} aria-label="Filmstrip" className="relative h-16 overflow-hidden">
      {room
        ? Array.from({ length: last - first + 1 }, (_, step) => {
            const place = first + step;
            const picture = way.pictureAt(place);
            return (
              <li
                key={picture?.id ?? place}
                className="absolute top-1 p-0.5"
                style={{ width: FRAME_PX, left: room.width / 2 - FRAME_PX / 2 + (place - way.at) * FRAME_PX }}
              >
                {picture ? <Frame picture={picture} isHere={place === way.at} onGo={() => way.go(place)} /> : <Bare />}
              </li>
            );
          })
        : null}
    </ul>
  );
}

const FLAGS = {
  pick: { word: "picked", sign: <Check size={10} aria-hidden /> },
  reject: { word: "rejected", sign: <X size={10} aria-hidden /> },
  none: null,
} as const;

function Frame({ picture, isHere, onGo }: { picture: LoupePicture; isHere: boolean; onGo: () => void }) {
  const flag = FLAGS[picture.flag];
  const colour = colourLook(picture.colour);
  const words = [picture.label, flag?.word, picture.rating > 0 ? `${picture.rating} of 5 stars` : null, colour?.word.toLowerCase()];
  return (
    <button
      type="button"
      // One stop of Tab a picture would be thousands.
      tabIndex={-1}
      aria-current={isHere || undefined}
      aria-label={words.filter(Boolean).join(", ")}
      onClick={onGo}
      className={clsx(
        "relative block h-13 w-full overflow-hidden rounded-sm outline-offset-0",
        isHere ? "outline-2 outline-accent-ink" : "opacity-80 hover:opacity-100",
      )}
    >
      <Picture
        src={`/assets/${picture.assetId}/thumb`}
        width={picture.width}
        height={picture.height}
        thumbHash={picture.thumbHash}
        alt=""
        eager
        className={clsx("size-full", picture.flag === "reject" && "opacity-40")}
      />
      <span aria-hidden className="absolute inset-x-0.5 bottom-0.5 flex items-center gap-0.5 text-white">
        {flag ? <span className="grid size-3.5 place-items-center rounded-xs bg-black/75">{flag.sign}</span> : null}
        {picture.rating > 0 ? <span className="rounded-xs bg-black/75 px-0.5 text-[9px] leading-3.5">{picture.rating}★</span> : null}
        {colour ? <span style={{ background: colour.css }} className="ml-auto size-2.5 rounded-xs" /> : null}
      </span>
    </button>
  );
}

function Bare() {
  return <span className="block h-13 rounded-sm bg-inset" />;
}
