"use client";
import type { KeyboardEvent, RefObject } from "react";
import { PictureSurface, type SurfaceHandle, type SurfaceSelect, type SurfaceTarget, targetId } from "@/components/picture-surface";
import type { GridLabels, GridScene } from "./grid-scene";
import type { GridActs } from "./use-grid-acts";

export interface GridSurfaceProps {
  readonly surface: RefObject<SurfaceHandle | null>;
  readonly name: string;
  readonly drawn: GridScene;
  readonly acts: GridActs;
  /** Double click or Enter on a picture. */
  readonly onOpen: (variantId: string) => void;
}

/** More rows than this are too many to read at once. */
const MOST_LABELLED = 200;

/** One page of a grid on the picture surface. */
export function GridSurface({ surface, name, drawn, acts, onOpen }: GridSurfaceProps) {
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
  const label = labels.rows.get(id) ?? "";
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
          <span className="line-clamp-3 w-full" dir="auto">
            {label}
          </span>
        </div>
      )}
      {isFirst
        ? labels.columns.map((column, index) => (
            <span
              // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
              key={index}
              dir="auto"
              style={{
                left: percent(labels.labelWidth + index * labels.columnStep),
                width: percent(labels.columnWidth),
                bottom: percent(1 - labels.headHeight),
              }}
              className="absolute truncate pb-1.5"
            >
              {column}
            </span>
          ))
        : null}
    </div>
  );
}
