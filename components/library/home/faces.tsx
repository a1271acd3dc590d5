"use client";
import { Braces } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import type { PatternPicture } from "@/lib/domain/pattern/view";
import { addresses } from "../addresses";

export type FacesProps = {
  faces: readonly PatternPicture[];
  /** All of them at once, the same size: for whoever stays on the card. */
  isOpen: boolean;
  eager: boolean;
};

/** The pictures of a pattern: the best one large with two beside it, or as a contact sheet. Fills its box. */
export function Faces({ faces, isOpen, eager }: FacesProps) {
  const [first, second, third] = faces;
  if (!first)
    return (
      <span className="grid size-full place-items-center text-faint">
        <Braces size={28} strokeWidth={1.25} aria-hidden />
      </span>
    );
  return (
    <>
      <div className="flex size-full gap-0.5">
        <Face face={first} rendition="screen" eager={eager} className="h-full min-w-0 flex-[2]" />
        {second ? (
          <div className="flex h-full min-w-0 flex-1 flex-col gap-0.5">
            <Face face={second} rendition="thumb" eager={eager} className="min-h-0 w-full flex-1" />
            {third ? <Face face={third} rendition="thumb" eager={eager} className="min-h-0 w-full flex-1" /> : null}
          </div>
        ) : null}
      </div>
      {isOpen && faces.length > 3 ? (
        <div
          className={`absolute inset-0 grid grid-rows-2 gap-0.5 bg-inset ${faces.length > 4 ? "grid-cols-3" : "grid-cols-2"}`}
          data-contact-sheet
        >
          {faces.map((face) => (
            <Face key={face.assetId} face={face} rendition="thumb" eager className="size-full min-h-0" />
          ))}
        </div>
      ) : null}
    </>
  );
}

type FaceProps = { face: PatternPicture; rendition: "thumb" | "screen"; eager: boolean; className: string };

export function Face({ face, rendition, eager, className }: FaceProps) {
  return (
    <div className={className}>
      <Picture
        src={addresses.picture(face.assetId, rendition)}
        width={face.width}
        height={face.height}
        thumbHash={face.thumbHash}
        alt=""
        eager={eager}
        className="size-full"
      />
    </div>
  );
}
