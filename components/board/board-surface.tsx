"use client";
import { type KeyboardEvent, type RefObject, useEffect, useMemo, useState } from "react";
import {
  type Opening,
  PictureSurface,
  type SurfaceHandle,
  type SurfaceMark,
  type SurfaceSelect,
  type SurfaceTarget,
  targetId,
} from "@/components/picture-surface";
import type { Desk } from "@/lib/client/desk/desk";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { THUMB_BUNDLE } from "@/lib/client/thumb-bundle";
import type { Lit } from "@/lib/domain/board/find";
import { foldedAbove } from "@/lib/domain/board/folding";
import { newestWork } from "@/lib/domain/board/newest-work";
import { type SectionView, sectionIdOf, sectionsAround } from "@/lib/domain/board/section";
import type { PromptView } from "@/lib/domain/prompt/view";
import { createBoardScene } from "./board-scene";
import { presenceMarks } from "./presence-marks";
import type { BoardPresence } from "./use-presence";
import { useSectionTabs } from "./use-section-tabs";
import type { BoardSections } from "./use-sections";

export interface BoardSurfaceProps {
  readonly surface: RefObject<SurfaceHandle | null>;
  readonly name: string;
  readonly prompts: readonly PromptView[];
  readonly sections: BoardSections;
  readonly onSectionAct: (act: "rename" | "note", section: SectionView) => void;
  /** What stands out; null when everything does. */
  readonly lit: Lit | null;
  /** Where the map is drawn; null while it is hidden. */
  readonly mapIn: HTMLElement | null;
  /** Double click or Enter on a variant. */
  readonly onOpen: (variantId: string) => void;
  /** Double click or Enter on a prompt itself. */
  readonly onEdit: (promptId: string) => void;
  readonly onMenu: (at: { readonly x: number; readonly y: number }) => void;
  /** Once the pictures in view are on the screen; later, and again, as the board comes to rest. */
  readonly onPainted: () => void;
  /** Who else is here, and what they are told of this tab. */
  readonly presence: BoardPresence;
}

/** The lineage on the picture surface: what is chosen lives on the desk, what exists comes from the studio. */
export function BoardSurface(props: BoardSurfaceProps) {
  const { surface, name, prompts, sections, lit, mapIn, onOpen, onEdit, onMenu, presence } = props;
  const [sceneOf] = useState(createBoardScene);
  const desk = useDeskStore();
  const [zoom, setZoom] = useState(() => desk.getState().left?.camera.zoom ?? 1);
  const { selection, place, folded, wanted, select, moveTo, fold, unfold, wasShown, look } = useDesk((state) => state);
  const { all, notes } = sections;
  const scene = useMemo(() => sceneOf(prompts, folded, lit, { sections: all, notes }), [sceneOf, prompts, folded, lit, all, notes]);
  const tabs = useSectionTabs(scene.regions, sections, props.onSectionAct);
  // A board of thousands is looked through when somebody asks, not at every change of it.
  const targets = useMemo(() => once(() => targetsOf(prompts)), [prompts]);
  const isVariant = (id: string) => targets().get(id)?.pictureId === id;
  const marks: readonly SurfaceMark[] = useMemo(
    () => [...tabs, ...presenceMarks(presence.people, (id) => targets().get(id) ?? null, zoom)],
    [tabs, presence.people, targets, zoom],
  );
  const [opening] = useState(() => openingOf(desk.getState(), prompts));
  const focus: SurfaceTarget | null = place && { itemId: place.promptId, pictureId: place.variantId };

  // Whoever comes back from a closer look goes on where they stood, if nothing else has the keyboard.
  useEffect(() => {
    const { left, place: stood } = desk.getState();
    if (left?.isThisVisit && stood && document.activeElement === document.body) surface.current?.focus();
  }, [desk, surface]);

  // Nobody is led to a place that is out of sight.
  useEffect(() => {
    if (!place) return;
    const inTheWay = [
      ...foldedAbove(prompts, place.promptId, folded),
      ...(place.variantId === null ? [] : [place.promptId]),
      ...(sectionsAround(prompts, all).get(place.promptId) ?? []),
    ];
    if (inTheWay.some((id) => folded.has(id))) unfold(inTheWay);
  }, [place, prompts, all, folded, unfold]);

  // A prompt that was just run grows when its run is known: it is brought into view again until then.
  const wantedPrompt = wanted === null ? undefined : prompts.find((prompt) => prompt.id === wanted);
  useEffect(() => {
    if (!wantedPrompt) return;
    surface.current?.reveal({ itemId: wantedPrompt.id, pictureId: null });
    if (wantedPrompt.runs.length > 0) wasShown();
  }, [wantedPrompt, surface, wasShown]);

  const onSelect = ({ targets, mode, by }: SurfaceSelect) => {
    const ids = targets.map(targetId);
    // Extending begins with the picture one stands on, chosen or not.
    const from = mode === "extend" && by === "keyboard" && place?.variantId ? [place.variantId] : [];
    // Drawing a box around cards means their pictures.
    select(by === "marquee" ? ids.filter(isVariant) : [...from, ...ids], mode);
  };
  const isSection = (itemId: string) => all.some(({ id }) => id === sectionIdOf(itemId));
  const open = (target: SurfaceTarget) => {
    if (isSection(target.itemId)) sections.collapse(sectionIdOf(target.itemId), false);
    else if (target.pictureId !== null && isVariant(target.pictureId)) onOpen(target.pictureId);
    else onEdit(target.itemId);
  };
  return (
    <PictureSurface
      ref={surface}
      scene={scene}
      label={`Board ${name}`}
      selection={selection}
      focus={focus}
      opening={opening}
      bundle={THUMB_BUNDLE}
      minimapIn={mapIn}
      marks={marks}
      onPoint={presence.point}
      onCamera={(camera) => {
        setZoom(camera.zoom);
        look(camera);
        presence.look();
      }}
      onPainted={props.onPainted}
      onSelect={onSelect}
      onFocus={(target) => moveTo({ promptId: target.itemId, variantId: target.pictureId })}
      onActivate={open}
      onFold={(itemId, isFolded) => (isSection(itemId) ? sections.collapse(sectionIdOf(itemId), false) : fold(itemId, isFolded))}
      onKey={(event: KeyboardEvent, target) => {
        if (event.type === "keyup" && event.key === " " && target?.pictureId && isVariant(target.pictureId)) onOpen(target.pictureId);
      }}
      onContextMenu={(_, at) => onMenu(at)}
    />
  );
}

/** Makes something when it is asked for first. */
function once<Made>(make: () => Made): () => Made {
  let made: { readonly it: Made } | null = null;
  return () => {
    made ??= { it: make() };
    return made.it;
  };
}

/** Where a chosen prompt or variant is on the surface. */
function targetsOf(prompts: readonly PromptView[]): ReadonlyMap<string, SurfaceTarget> {
  return new Map(
    prompts.flatMap(({ id, variants }): (readonly [string, SurfaceTarget])[] => [
      [id, { itemId: id, pictureId: null }],
      ...variants.map((variant) => [variant.id, { itemId: id, pictureId: variant.id }] as const),
    ]),
  );
}

/** As it was left a moment ago; where it was left on an earlier day, close enough to read; or at the newest work. */
function openingOf({ left }: Desk, prompts: readonly PromptView[]): Opening {
  if (left) return { kind: left.isThisVisit ? "exactly" : "readable", camera: left.camera };
  const newest = newestWork(prompts);
  return newest === null ? { kind: "everything" } : { kind: "item", itemId: newest };
}
