import clsx from "clsx";
import Link from "next/link";
import { Picture } from "@/components/ui/picture";
import type { BoardSummary } from "@/lib/domain/project/view";

/** A board as a small contact sheet; an empty one says so. */
export function BoardCover({ board }: { board: BoardSummary }) {
  const { cover } = board;
  return (
    <Link href={`/boards/${board.id}`} className="group block w-60 shrink-0 rounded-md p-1 hover:bg-hover">
      <div className="grid aspect-3/2 grid-cols-2 grid-rows-2 gap-px overflow-hidden rounded-sm border border-line bg-inset">
        {cover.length === 0 ? (
          <p className="col-span-2 row-span-2 grid place-items-center text-xs text-faint">No pictures yet</p>
        ) : (
          cover.map((picture, index) => (
            <div
              key={picture.assetId}
              className={clsx(
                "min-h-0",
                cover.length === 1 && "col-span-2",
                (cover.length < 3 || (cover.length === 3 && index === 0)) && "row-span-2",
              )}
            >
              <Picture
                src={`/assets/${picture.assetId}/thumb`}
                width={picture.width}
                height={picture.height}
                alt=""
                thumbHash={picture.thumbHash}
                className="size-full"
              />
            </div>
          ))
        )}
      </div>
      <p className="flex items-baseline justify-between gap-2 px-0.5 pt-1.5 text-sm">
        <span dir="auto" className="truncate font-medium">
          {board.name}
        </span>
        <span className="shrink-0 text-xs text-faint">
          {board.prompts} {board.prompts === 1 ? "prompt" : "prompts"}
        </span>
      </p>
    </Link>
  );
}
