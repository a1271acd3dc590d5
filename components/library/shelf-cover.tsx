import { Picture } from "@/components/ui/picture";
import type { LibraryView, PatternPicture } from "@/lib/domain/pattern/view";
import { addresses } from "./addresses";

const MOST = 5;

/** The best of a shelf side by side: what was picked of its patterns, then their covers. Nothing before something was picked. */
export function ShelfCover({ library, eager }: { library: LibraryView; eager: boolean }) {
  const faces = facesOf(library);
  if (library.best.length === 0 || faces.length < 2) return null;
  const [first, ...others] = faces;
  return (
    <div aria-hidden className="mt-3 flex h-32 gap-1 overflow-hidden rounded-lg sm:h-44">
      {first ? <Face face={first} rendition="screen" eager={eager} className="min-w-0 flex-[2.4]" /> : null}
      {others.map((face, index) => (
        <Face
          key={face.assetId}
          face={face}
          rendition="thumb"
          eager={eager}
          className={`min-w-0 flex-1 ${index >= 2 ? "max-sm:hidden" : ""}`}
        />
      ))}
    </div>
  );
}

type FaceProps = { face: PatternPicture; rendition: "thumb" | "screen"; eager: boolean; className: string };

function Face({ face, rendition, eager, className }: FaceProps) {
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

function facesOf({ best, patterns }: LibraryView): readonly PatternPicture[] {
  const faces = [...best, ...patterns.flatMap(({ cover }) => (cover ? [cover] : []))];
  return [...new Map(faces.map((face) => [face.assetId, face])).values()].slice(0, MOST);
}
