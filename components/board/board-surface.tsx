"use client";
import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from "react";
import { PictureSurface, type SurfaceHandle, type SurfaceSelect, type SurfaceTarget, targetId } from "@/components/picture-surface";
import { useDesk } from "@/lib/client/desk/desk-provider";
import type { PromptView } from "@/lib/domain/prompt/view";
import { createBoardScene } from "./board-scene";

export interface BoardSurfaceProps {
  readonly name: string;
  readonly prompts: readonly PromptView[];
  /** Double click or Enter on a variant. */
  readonly onOpen: (variantId: string) => void;
  /** Double click or Enter on a prompt itself. */
  readonly onEdit: (promptId: string) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
}

/** The lineage on the picture surface: what is chosen lives on the desk, what exists comes from the studio. */
export function BoardSurface({ name, prompts, onOpen, onEdit, onMenu }: BoardSurfaceProps) {
  const surface = useRef<SurfaceHandle>(null);
  const [sceneOf] = useState(createBoardScene);
  const scene = useMemo(() => sceneOf(prompts), [sceneOf, prompts]);
  const variants = useMemo(() => new Set(prompts.flatMap((prompt) => prompt.variants.map((variant) => variant.id))), [prompts]);
  const { selection, place, wanted, select, moveTo, wasShown } = useDesk((desk) => desk);
  const focus: SurfaceTarget | null = place && { itemId: place.promptId, pictureId: place.variantId };

  // A prompt that was just run grows when its run is known: it is brought into view again until then.
  const wantedPrompt = wanted === null ? undefined : prompts.find((prompt) => prompt.id === wanted);
  useEffect(() => {
    if (!wantedPrompt) return;
    surface.current?.reveal({ itemId: wantedPrompt.id, pictureId: null });
    if (wantedPrompt.runs.length > 0) wasShown();
  }, [wantedPrompt, wasShown]);

  const onSelect = ({ targets, mode, by }: SurfaceSelect) => {
    const ids = targets.map(targetId);
    // Extending begins with the picture one stands on, chosen or not.
    const from = mode === "extend" && by === "keyboard" && place?.variantId ? [place.variantId] : [];
    // Drawing a box around cards means their pictures.
    select(by === "marquee" ? ids.filter((id) => variants.has(id)) : [...from, ...ids], mode);
  };
  const open = (target: SurfaceTarget) => {
    if (target.pictureId !== null && variants.has(target.pictureId)) onOpen(target.pictureId);
    else onEdit(target.itemId);
  };
  return (
    <PictureSurface
      ref={surface}
      scene={scene}
      label={`Board ${name}`}
      selection={selection}
      focus={focus}
      hasMinimap={prompts.length > 3}
      onSelect={onSelect}
      onFocus={(target) => moveTo({ promptId: target.itemId, variantId: target.pictureId })}
      onActivate={open}
      onKey={(event: KeyboardEvent, target) => {
        if (event.type === "keyup" && event.key === " " && target?.pictureId && variants.has(target.pictureId)) onOpen(target.pictureId);
      }}
      onContextMenu={(_, at) => onMenu(at)}
    />
  );
}
