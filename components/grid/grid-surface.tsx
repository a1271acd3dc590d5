"use client";
import type { KeyboardEvent, RefObject } from "react";
import {
  PictureSurface,
  type SurfaceHandle,
  type SurfaceScene,
  type SurfaceSelect,
  type SurfaceTarget,
  targetId,
} from "@/components/picture-surface";
import type { GridActs } from "./use-grid-acts";

export interface GridSurfaceProps {
  readonly surface: RefObject<SurfaceHandle | null>;
  readonly name: string;
  readonly scene: SurfaceScene;
  readonly acts: GridActs;
  /** Double click or Enter on a picture. */
  readonly onOpen: (variantId: string) => void;
}

/** One page of a grid on the picture surface. */
export function GridSurface({ surface, name, scene, acts, onOpen }: GridSurfaceProps) {
  const isVariant = (target: SurfaceTarget | null): target is SurfaceTarget & { pictureId: string } =>
    target?.pictureId !== null && target?.pictureId !== undefined && !target.pictureId.startsWith("cell ");
  const onSelect = ({ targets, mode, by }: SurfaceSelect) => {
    const from = mode === "extend" && by === "keyboard" && acts.place?.pictureId ? [acts.place.pictureId] : [];
    acts.select([...from, ...targets.filter(isVariant).map(targetId)], mode);
  };
  return (
    <PictureSurface
      ref={surface}
      scene={scene}
      label={`Grid ${name}`}
      selection={acts.selection}
      focus={acts.place}
      onSelect={onSelect}
      onFocus={acts.moveTo}
      onActivate={(target) => isVariant(target) && onOpen(target.pictureId)}
      onKey={(event: KeyboardEvent, target) => {
        if (event.type === "keyup" && event.key === " " && isVariant(target)) onOpen(target.pictureId);
      }}
    />
  );
}
