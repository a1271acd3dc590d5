"use client";
import { type KeyboardEvent, type RefObject, useLayoutEffect, useRef } from "react";
import { PictureSurface, type SurfaceHandle, type SurfaceSelect, type SurfaceTarget, targetId } from "@/components/picture-surface";
import { THUMB_BUNDLE } from "@/lib/client/thumb-bundle";
import { type GridLabels, type GridScene, levelPx } from "./grid-scene";
import type { GridActs } from "./use-grid-acts";
import { ValueThumbs } from "./value-thumbs";

export interface GridSurfaceProps {
  readonly surface: RefObject<SurfaceHandle | null>;
  readonly name: string;
  readonly drawn: GridScene;
  /** Another word for another arrangement or page: what is shown then is shown whole. */
  readonly arrangedAs: string;
  readonly acts: GridActs;
  /** Double click or Enter on a picture. */
  readonly onOpen: (variantId: string) => void;
}

/** More rows than this are too many to read at once. */
const MOST_LABELLED = 200;

/** One page of a grid on the picture surface. */
export function GridSurface({ surface, name, drawn, arrangedAs, acts, onOpen }: GridSurfaceProps) {
  const fittedAs = useRef(arrangedAs);
  useLayoutEffect(() => {
    if (fittedAs.current === arrangedAs) return;
    fittedAs.current = arrangedAs;
    surface.current?.showAll();
  }, [arrangedAs, surface]);
  const isVariant = (target: SurfaceTarget | null): target is SurfaceTarget & { pictureId: string } =>
    target?.pictureId !== null && target?.pictureId !== undefined && !target.pictureId.startsWith("cell ");
  const onSelect = ({ targets, mode, by }: SurfaceSelect) => {
    const from = mode === "extend" && by === "keyboard" && acts.place?.pictureId ? [acts.place.pictureId] : [];
    acts.select([...from, ...targets.filter(isVariant).map(targetId)], mode);
  };
  return (
    <PictureSurface
      ref={surface}
      scene={drawn.scene}
      label={`Grid ${name}`}
      selection={acts.selection}
      bundle={THUMB_BUNDLE}
      focus={placeIn(drawn, acts.place)}
      overlayItemIds={drawn.scene.items.slice(0, MOST_LABELLED).map(({ id }) => id)}
      renderOverlay={(item) => <RowLabels id={item.id} labels={drawn.labels} />}
      onSelect={onSelect}
      onFocus={acts.moveTo}
      onActivate={(target) => isVariant(target) && onOpen(target.pictureId)}
      onKey={(event: KeyboardEvent, target) => {
        if (event.type === "keyup" && event.key === " " && isVariant(target)) onOpen(target.pictureId);
      }}
    />
  );
}

/** The same picture in the table as it is arranged now. */
function placeIn({ scene }: GridScene, place: SurfaceTarget | null): SurfaceTarget | null {
  const row = place?.pictureId && scene.items.find(({ pictures }) => pictures.some(({ id }) => id === place.pictureId));
  return row ? { itemId: row.id, pictureId: place.pictureId } : place;
}

/** The label of a row beside its pictures, and over the first row those of the columns: of one size, however far away one is. */
function RowLabels({ id, labels }: { id: string; labels: GridLabels }) {
  const { text: label, pictures } = labels.rows.get(id) ?? { text: "", pictures: [] };
  const isFirst = id === labels.firstRow;
  const percent = (part: number) => `${part * 100}%`;
  const top = isFirst ? labels.headHeight : 0;
  return (
    <div aria-hidden className="absolute inset-0 text-xs leading-4 text-muted">
      {label === "" ? null : (
        <div
          style={{ width: percent(labels.labelWidth), top: percent(top) }}
          className="absolute bottom-0 left-0 flex items-center overflow-hidden pr-3 text-right"
        >
          <span className="flex w-full flex-col items-end gap-1">
            <ValueThumbs assetIds={pictures} size={40} />
            <span className="line-clamp-3 w-full" dir="auto">
              {label}
            </span>
          </span>
        </div>
      )}
      {isFirst ? <ColumnHeads labels={labels} /> : null}
    </div>
  );
}

/** A level for each axis across: an outer value stands over its columns with a rule beneath it. */
function ColumnHeads({ labels: { heads, labelWidth, columnStep, gap, headHeight } }: { labels: GridLabels }) {
  const percent = (part: number) => `${part * 100}%`;
  return (
    <div style={{ height: percent(headHeight) }} className="absolute inset-x-0 top-0 flex flex-col justify-end pb-1.5">
      {heads.map((level, depth) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a level is its place
        <div key={depth} className="relative shrink-0" style={{ height: levelPx(level) }}>
          {level.map(({ label, pictures, from, span }) => (
            <span
              key={from}
              dir="auto"
              style={{ left: percent(labelWidth + from * columnStep), width: percent(span * columnStep - gap) }}
              className={`absolute inset-y-0 truncate ${depth < heads.length - 1 ? "border-b border-line" : ""}`}
            >
              <ValueThumbs assetIds={pictures} size={34} />
              {label}
            </span>
          ))}
        </div>
      ))}
    </div>
  );
}
