"use client";
import { Picture } from "@/components/ui/picture";
import type { PatternPicture } from "@/lib/domain/pattern/view";
import { addresses } from "../addresses";

export type FacesProps = {
  faces: readonly PatternPicture[];
  /** How its prompt begins: the face of a pattern that has painted nothing yet. */
  words: string;
  /** All of them at once, the same size: for whoever stays on the card. */
  isOpen: boolean;
  eager: boolean;
};

/** The pictures of a pattern: the best one large with two beside it, or as a contact sheet. Fills its box. */
export function Faces({ faces, words, isOpen, eager }: FacesProps) {
  const [first, second, third] = faces;
  if (!first)
    return (
      <span dir="auto" className="line-clamp-6 p-4 font-mono text-sm text-muted text-pretty [overflow-wrap:anywhere]">
        {words}
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
