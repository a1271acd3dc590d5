"use client";
import { Dialog as Base } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { useRef } from "react";
import { colourLook } from "@/components/ui/colours";
import { CLOSE_BUTTON } from "@/components/ui/control-style";
import { Media } from "@/components/ui/video/media";
import { choosingKeys } from "@/lib/client/choosing/choosing-keys";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { type ListedAsset, videoOf } from "@/lib/domain/asset/asset-view";
import type { GalleryRow } from "@/lib/domain/asset/gallery";
import type { Choice, Colour } from "@/lib/domain/selection/flags";

export type LoupeProps = {
  row: GalleryRow;
  /** How it plays, once it is read. */
  file: ListedAsset | undefined;
  onStep: (by: 1 | -1) => void;
  onChoose: (choice: Choice) => void;
  onColour: (colour: Exclude<Colour, "none">) => void;
  onClose: () => void;
};

const FLAG_WORDS = { none: null, pick: "Picked", reject: "Rejected" } as const;

/** One file as large as the window allows, under the same keys as the gallery. */
export function Loupe({ row, file, onStep, onChoose, onColour, onClose }: LoupeProps) {
  const popup = useRef<HTMLDivElement>(null);
  const inOverlay = { inOverlay: true };
  const choosing = choosingKeys({
    flag: (flag) => onChoose({ flag }),
    rate: (rating) => onChoose({ rating }),
    colour: onColour,
  });
  useKeys(
    "pictures",
    {
      ...choosing.pictures,
      loupe: onClose,
      left: () => onStep(-1),
      right: () => onStep(1),
    },
    inOverlay,
  );
  useKeys("ratings", choosing.ratings, inOverlay);
  const look = colourLook(row.colour);
  const words = [FLAG_WORDS[row.flag], row.rating > 0 ? "★".repeat(row.rating) : null].filter((word) => word !== null);
  return (
    <Base.Root open onOpenChange={(isOpen) => isOpen || onClose()}>
      <Base.Portal>
        <Base.Popup
          ref={popup}
          tabIndex={-1}
          // On nothing that could be pressed: every key is one of the loupe's.
          initialFocus={popup}
          className="fixed inset-0 z-40 flex flex-col bg-surround text-ink outline-none"
        >
          <header className="flex items-center gap-3 bg-canvas px-4 py-2 text-sm">
            <Base.Title dir="auto" className="min-w-0 truncate font-medium">
              {row.title}
            </Base.Title>
            <p role="status" className="flex items-center gap-2 text-xs whitespace-nowrap text-muted">
              {words.join(" ")}
              {look ? (
                <span className="flex items-center gap-1">
                  <span aria-hidden style={{ background: look.css }} className="size-2.5 rounded-xs" /> {look.word}
                </span>
              ) : null}
            </p>
            <Base.Close aria-label="Close" className={`${CLOSE_BUTTON} ml-auto`}>
              <X size={16} aria-hidden />
            </Base.Close>
          </header>
          <div className="min-h-0 flex-1 p-4">
            <Media
              key={row.id}
              address={`/assets/${row.id}`}
              video={file?.id === row.id ? videoOf(file) : null}
              width={row.width}
              height={row.height}
              thumbHash={row.thumbHash}
              alt={row.title}
              fit="contain"
              eager
              className="size-full"
            />
          </div>
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}
