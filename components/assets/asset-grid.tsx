"use client";
import { useVirtualizer } from "@tanstack/react-virtual";
import clsx from "clsx";
import { type KeyboardEvent, useEffect, useRef } from "react";
import { Picture } from "@/components/ui/picture";
import { HoverStrip } from "@/components/ui/video/hover-strip";
import { VideoBadge } from "@/components/ui/video/video-badge";
import type { ListedAsset } from "@/lib/domain/asset/asset-view";
import { stepInGrid } from "./step-in-grid";
import { useColumns } from "./use-columns";

const TILE_PX = 168;
const GAP_PX = 10;
const NAME_PX = 24;
/** Rows drawn beyond both edges, so that scrolling meets pictures and not places. */
const OVERSCAN = 4;

export type AssetGridProps = {
  assets: readonly ListedAsset[];
  selectedId: string | null;
  onSelect: (assetId: string) => void;
  hasMore: boolean;
  /** The end is near: more may be read. */
  onEnd: () => void;
  /** Deleted files have no pictures to show, only what is remembered of them. */
  isDeleted: boolean;
};

/** Every file as a tile, as many in the page as can be seen. One stop for Tab; arrows go through it. */
export function AssetGrid({ assets, selectedId, onSelect, hasMore, onEnd, isDeleted }: AssetGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const wanted = useRef<string | null>(null);
  const { columns, tilePx } = useColumns(scroller, TILE_PX, GAP_PX);
  const rows = Math.ceil(assets.length / columns);
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => tilePx + NAME_PX + GAP_PX,
    overscan: OVERSCAN,
    // Room for the frame of a selected tile in the first row.
    paddingStart: GAP_PX / 2,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: estimateSize reads tilePx, and its answers are kept until they are measured anew
  useEffect(() => virtual.measure(), [virtual, tilePx]);
  const shown = virtual.getVirtualItems();
  const lastShown = shown.at(-1)?.index ?? 0;
  useEffect(() => {
    if (hasMore && lastShown >= rows - OVERSCAN) onEnd();
  }, [hasMore, lastShown, rows, onEnd]);

  const at = Math.max(
    0,
    assets.findIndex(({ id }) => id === selectedId),
  );
  const onKeyDown = (event: KeyboardEvent) => {
    const next = stepInGrid(event.key, at, assets.length, columns);
    const asset = next === null ? undefined : assets[next];
    if (next === null || !asset) return;
    event.preventDefault();
    wanted.current = asset.id;
    virtual.scrollToIndex(Math.floor(next / columns));
    onSelect(asset.id);
  };
  // A tile that was out of sight can take the focus only once it is drawn.
  const takeFocus = (assetId: string) => (tile: HTMLButtonElement | null) => {
    if (!tile || wanted.current !== assetId) return;
    wanted.current = null;
    tile.focus({ preventScroll: true });
  };

  return (
    <div ref={scroller} className="h-full overflow-y-auto px-4 pb-6 sm:px-6">
      <div
        role="listbox"
        aria-label="Files"
        aria-orientation="horizontal"
        tabIndex={-1}
        onKeyDown={onKeyDown}
        style={{ height: virtual.getTotalSize() }}
        className="relative outline-none"
      >
        {shown.map((row) => (
          <div
            key={row.key}
            role="presentation"
            style={{ transform: `translateY(${row.start}px)`, gridTemplateColumns: `repeat(${columns}, ${tilePx}px)`, gap: GAP_PX }}
            className="absolute inset-x-0 top-0 grid"
          >
            {assets.slice(row.index * columns, (row.index + 1) * columns).map((asset, column) => {
              const index = row.index * columns + column;
              const isSelected = asset.id === selectedId;
              return (
                <button
                  key={asset.id}
                  ref={takeFocus(asset.id)}
                  type="button"
                  role="option"
                  aria-selected={isSelected}
                  aria-posinset={index + 1}
                  aria-setsize={hasMore ? -1 : assets.length}
                  tabIndex={index === at ? 0 : -1}
                  onClick={() => onSelect(asset.id)}
                  className="group block min-w-0 rounded-md text-left"
                >
                  <span
                    style={{ height: tilePx }}
                    className={clsx(
                      "flex items-center justify-center overflow-hidden rounded-md bg-inset p-1.5",
                      isSelected ? "ring-2 ring-accent-ink" : "group-hover:bg-hover",
                    )}
                  >
                    {isDeleted ? (
                      <span className="text-xs text-faint">Deleted</span>
                    ) : (
                      <Picture
                        src={asset.urls.thumb}
                        width={asset.width}
                        height={asset.height}
                        thumbHash={asset.thumbHash}
                        alt=""
                        eager
                        className={clsx("max-h-full max-w-full rounded-xs", asset.width >= asset.height ? "w-full" : "h-full")}
                      >
                        {asset.urls.filmstrip ? <HoverStrip src={asset.urls.filmstrip} /> : null}
                        {asset.durationMs === null ? null : (
                          <VideoBadge durationMs={asset.durationMs} className="absolute right-1 bottom-1" />
                        )}
                      </Picture>
                    )}
                  </span>
                  <span
                    dir="auto"
                    title={asset.title}
                    className={clsx("block truncate px-0.5 pt-1 text-xs leading-5", isSelected ? "text-ink" : "text-muted")}
                  >
                    {asset.title}
                  </span>
                </button>
              );
            })}
          </div>
        ))}
      </div>
    </div>
  );
}
