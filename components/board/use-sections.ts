"use client";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type RefObject, useMemo } from "react";
import type { SurfaceHandle } from "@/components/picture-surface";
import { announce } from "@/components/ui/announce";
import { useDesk, useDeskStore } from "@/lib/client/desk/desk-provider";
import { useHistory } from "@/lib/client/history/history-provider";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { useRefusal } from "@/lib/client/use-refusal";
import type { NoteOn, NoteView } from "@/lib/domain/board/note";
import { type Placement, type SectionView, sectionIdOf, sectionsAround, topsOf } from "@/lib/domain/board/section";
import type { BoardView, PromptView } from "@/lib/domain/prompt/view";
import type { Colour } from "@/lib/domain/selection/flags";

/** What people put on a board beside its prompts, and what they can do with it. */
export interface BoardSections {
  readonly all: readonly SectionView[];
  readonly notes: readonly NoteView[];
  /** The section one is on: the innermost around the prompt, or a collapsed one itself. */
  readonly here: SectionView | null;
  /** What a note would be on. */
  readonly noteOn: NoteOn | null;
  /** The tops of what is chosen: what would go into a section. */
  readonly chosen: readonly string[];
  readonly isCollapsed: (sectionId: string) => boolean;
  /** Why sections are somebody else's; null when they are mine. */
  readonly refusal: string | null;
  make(name: string, colour: Colour): Promise<void>;
  /** Puts what is chosen into a section, or out of any. */
  place(sectionId: string | null): Promise<void>;
  change(section: SectionView, to: { readonly name?: string; readonly colour?: Colour }): Promise<void>;
  remove(section: SectionView): void;
  collapse(sectionId: string, isCollapsed: boolean): void;
  /** Brings a section into view, and goes there. */
  show(section: SectionView): void;
  writeNote(on: NoteOn, text: string): Promise<void>;
  editNote(note: NoteView, text: string): Promise<void>;
  removeNote(note: NoteView): void;
}

export function useSections(board: BoardView, surface: RefObject<SurfaceHandle | null>): BoardSections {
  const desk = useDeskStore();
  const history = useHistory();
  const undoable = useUndoable();
  const queries = useQueryClient();
  const { selection, place, folded } = useDesk((state) => state);
  const { prompts, sections, notes } = board;
  const refusal = useRefusal("prompt.write");
  const { mutateAsync } = useMutation({
    mutationFn: (step: () => Promise<unknown>) => step(),
    onSettled: () => queries.invalidateQueries({ queryKey: studio.board.key() }),
  });
  const around = useMemo(() => sectionsAround(prompts, sections), [prompts, sections]);
  const chosen = useMemo(() => {
    const isChosen = ({ id, variants }: PromptView) => selection.has(id) || variants.some((variant) => selection.has(variant.id));
    const ids = selection.size === 0 ? [] : prompts.filter(isChosen);
    const here = prompts.find(({ id }) => id === place?.promptId);
    return topsOf(
      prompts,
      (ids.length > 0 ? ids : here ? [here] : []).map(({ id }) => id),
    );
  }, [prompts, selection, place]);
  const placeId = place?.promptId ?? "";
  const hereId = around.get(placeId)?.[0] ?? sectionIdOf(placeId);
  const here = sections.find(({ id }) => id === hereId) ?? null;
  const isPrompt = prompts.some(({ id }) => id === placeId);

  /** One act with its undo, which is also offered with the words it is announced in. A refusal has been announced. */
  const act = (title: string, forth: () => Promise<unknown>, back: () => Promise<unknown>, told?: string) => {
    const step = { title, forth: () => mutateAsync(forth), back: () => mutateAsync(back) };
    return told === undefined ? history.act(step) : undoable(step, () => ({ tone: "plain", text: told }));
  };
  const putBack = async (before: readonly Placement[]) => {
    if (before.length > 0) await rpc.section.place({ boardId: board.id, placements: [...before] });
  };

  return {
    all: sections,
    notes,
    here,
    noteOn: isPrompt ? { promptId: placeId } : here ? { sectionId: here.id } : null,
    chosen,
    isCollapsed: (sectionId) => folded.has(sectionId),
    refusal,
    make(name, colour) {
      const promptIds = [...chosen];
      let made: { sectionId: string; before: readonly Placement[] } | null = null;
      return act(
        "section",
        async () => {
          if (made) {
            await rpc.section.remove({ sectionId: made.sectionId, removed: false });
            await rpc.section.place({
              boardId: board.id,
              placements: made.before.map(({ promptId }) => ({ promptId, sectionId: made?.sectionId ?? null })),
            });
            return;
          }
          const { section, before } = await rpc.section.make({ boardId: board.id, name, colour, promptIds });
          made = { sectionId: section.id, before };
        },
        async () => {
          if (!made) return;
          await rpc.section.remove({ sectionId: made.sectionId, removed: true });
          await putBack(made.before.filter(({ sectionId }) => sectionId !== null));
        },
      );
    },
    place(sectionId) {
      const placements = chosen.map((promptId) => ({ promptId, sectionId }));
      let before: readonly Placement[] = [];
      return act(
        sectionId === null ? "taking out of a section" : "putting into a section",
        async () => {
          before = (await rpc.section.place({ boardId: board.id, placements })).before;
          if (before.length === 0) announce({ tone: "warn", text: sectionId === null ? OUT_BY_ITS_TOP : "It is in this section already." });
        },
        () => putBack(before),
      );
    },
    change(section, to) {
      const before = { name: section.name, colour: section.colour };
      return act(
        "change of the section",
        () => rpc.section.change({ sectionId: section.id, ...to }),
        () => rpc.section.change({ sectionId: section.id, ...before }),
      );
    },
    remove(section) {
      const put = (removed: boolean) => rpc.section.remove({ sectionId: section.id, removed });
      desk.getState().unfold([section.id]);
      act(
        "removal of the section",
        () => put(true),
        () => put(false),
        `Section “${section.name}” removed. Its prompts stay.`,
      ).catch(() => undefined);
    },
    collapse(sectionId, isCollapsed) {
      if (isCollapsed) return desk.getState().fold(sectionId, true);
      desk.getState().unfold([sectionId]);
      const [first] =
        sections.find(({ id }) => id === sectionId)?.promptIds.filter((id) => prompts.some((prompt) => prompt.id === id)) ?? [];
      if (first === undefined) return;
      desk.getState().moveTo({ promptId: first, variantId: null });
      desk.getState().select([first], "replace");
    },
    show(section) {
      const isCollapsed = folded.has(section.id);
      const [first] = section.promptIds.filter((id) => prompts.some((prompt) => prompt.id === id));
      const itemId = isCollapsed ? section.id : first;
      if (itemId === undefined) return announce({ tone: "warn", text: "Every prompt of this section is archived or hidden." });
      desk.getState().moveTo({ promptId: itemId, variantId: null });
      desk.getState().select([itemId], "replace");
      surface.current?.fit(isCollapsed ? [itemId] : prompts.flatMap(({ id }) => (around.get(id)?.includes(section.id) ? [id] : [])));
    },
    writeNote(on, text) {
      let noteId: string | null = null;
      return act(
        "note",
        async () => {
          if (noteId !== null) await rpc.note.remove({ noteId, removed: false });
          else noteId = (await rpc.note.write({ boardId: board.id, on, text })).id;
        },
        async () => {
          if (noteId !== null) await rpc.note.remove({ noteId, removed: true });
        },
      );
    },
    editNote(note, text) {
      return act(
        "change of the note",
        () => rpc.note.edit({ noteId: note.id, text }),
        () => rpc.note.edit({ noteId: note.id, text: note.text }),
      );
    },
    removeNote(note) {
      act(
        "removal of the note",
        () => rpc.note.remove({ noteId: note.id, removed: true }),
        () => rpc.note.remove({ noteId: note.id, removed: false }),
        "Note removed.",
      ).catch(() => undefined);
    },
  };
}

const OUT_BY_ITS_TOP = "It is in a section only with what it was branched from. Take that prompt out.";
