"use client";
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { useHistory } from "@/lib/client/history/history-provider";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { CHOSEN_AT_ONCE, type ChoiceProgress, type Target } from "@/lib/domain/asset/choice";
import { type AssetFilter, NO_FILTER } from "@/lib/domain/asset/filter";
import type { GalleryRow } from "@/lib/domain/asset/gallery";
import { refuseComparing } from "@/lib/domain/compare/address";
import { MAX_COMPARED } from "@/lib/domain/compare/comparison";
import type { Choice } from "@/lib/domain/selection/flags";
import { awaitZip } from "./awaited-zips";
import type { Gallery, RowChange } from "./gallery-source";
import type { Selection } from "./selection";

export interface GalleryActs {
  /** What an act is about: what is selected, or the file one is on. Null: nothing. */
  readonly target: Target | null;
  /** How many files that are. */
  readonly count: number;
  /** The files it is about, as far as they are read: all of them, unless a whole filter is meant. */
  readonly rows: readonly GalleryRow[];
  /** A choice of many files that is under way. */
  readonly running: string | null;
  /** Decides about what is selected, or about one file alone. */
  choose(choice: Choice, assetId?: string): void;
  stack(): void;
  unstack(): void;
  cover(): void;
  /** The two to eight files to compare: those selected, or what lies in the one stack that is; else why there are none. */
  compared(): Promise<readonly GalleryRow[] | string>;
  collect(collectionId: string, name: string, target?: Target): void;
  /** Out of the collection one looks into. */
  takeOut(collectionId: string): void;
  remove(): void;
  bringBack(): void;
  download(metadata: "with" | "without"): void;
}

/** As many as one act sends to review. */
const MOST_SENT = 50;

/** Why what is selected cannot be sent to review; null when it can. */
export function whyNotSend({ count, rows }: Pick<GalleryActs, "count" | "rows">): string | null {
  if (count === 0) return "Select a file first.";
  return count > MOST_SENT || rows.length < count ? `Send at most ${MOST_SENT} files at once.` : null;
}

export interface GalleryMoves {
  /** On to the next file, after a decision about one. */
  readonly advance: () => void;
  /** What was selected has left the list. */
  readonly leave: () => void;
}

/** What a person can do with what is selected in the gallery. Keys, panel and menus all come through here. */
export function useGalleryActs(
  gallery: Gallery,
  filter: AssetFilter,
  selection: Selection,
  at: number | null,
  total: number,
  { advance, leave }: GalleryMoves,
): GalleryActs {
  const queries = useQueryClient();
  const history = useHistory();
  const undoable = useUndoable();
  const [running, setRunning] = useState<string | null>(null);
  const here = at === null ? undefined : gallery.rowAt(at);
  const ids = selection.kind === "some" ? [...selection.ids] : [];
  const named = ids.length > 0 ? ids : here ? [here.id] : [];
  const target: Target | null = selection.kind === "all" ? { filter } : named.length > 0 ? { assetIds: named } : null;
  const count = selection.kind === "all" ? total : named.length;
  const rowsOf = (wanted: readonly string[]) =>
    wanted.flatMap((id) => {
      const row = gallery.whereIs(id);
      return row === null ? [] : (gallery.rowAt(row) ?? []);
    });
  const rows = rowsOf(named);
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: studio.gallery.key() }),
      queries.invalidateQueries({ queryKey: studio.asset.key() }),
      queries.invalidateQueries({ queryKey: studio.collection.key() }),
    ]);

  /** Does an act that can be taken back, and says what came of it. */
  const act = (title: string, text: string, forth: () => Promise<unknown>, back: () => Promise<unknown>) => {
    const after = (step: () => Promise<unknown>) => async () => {
      try {
        await step();
      } finally {
        await refresh();
      }
    };
    undoable({ title, forth: after(forth), back: after(back) }, () => ({ tone: "plain", text, id: "gallery-act" })).catch(sayRefusal);
  };

  /** Deletes or brings back: the files leave the list, so nothing of it stays selected. */
  const begin = (title: string, word: string, ask: () => Promise<ChoiceProgress>) => {
    let progress: ChoiceProgress | null = null;
    const files = count === 1 ? "One file" : `${count.toLocaleString("en")} files`;
    const step = {
      title,
      forth: async () => {
        progress = await ask();
        if (progress.status === "running") setRunning(progress.id);
        leave();
        await refresh();
      },
      back: async () => {
        if (progress === null) return;
        const undone = await rpc.asset.undoChoice({ choiceId: progress.id });
        if (undone.status === "undoing") setRunning(progress.id);
        await refresh();
      },
    };
    undoable(step, () => ({
      tone: "plain",
      text: progress?.status === "running" ? `${files} are being ${word}.` : actedOn(progress, word),
      ...(progress?.kept[0] ? { detail: progress.kept.map(keptSentence).join(" ") } : {}),
      id: "gallery-act",
    })).catch(sayRefusal);
  };

  return {
    target,
    count,
    rows,
    running,
    choose(choice, assetId) {
      const meant: Target | null = assetId === undefined ? target : { assetIds: [assetId] };
      if (!meant) return;
      const meantIds = assetId === undefined ? named : [assetId];
      const isAll = assetId === undefined && selection.kind === "all";
      const meantCount = assetId === undefined ? count : 1;
      const isMeant = (row: GalleryRow) => isAll || meantIds.includes(row.id);
      const part: RowChange = {
        ...(choice.flag === undefined ? {} : { flag: choice.flag }),
        ...(choice.rating === undefined ? {} : { rating: choice.rating }),
        ...(choice.colour === undefined ? {} : { colour: choice.colour }),
      };
      const before = new Map(rowsOf(meantIds).map((row) => [row.id, row]));
      gallery.patch((row) => (isMeant(row) ? part : null));
      let choiceId: string | null = null;
      const step = async () => {
        const progress = await rpc.asset.choose({ target: meant, choice });
        choiceId = progress.id;
        if (progress.status === "running") setRunning(progress.id);
      };
      const files = `${meantCount.toLocaleString("en")} files`;
      const chosen = {
        title:
          choice.flag === undefined ? (choice.rating === undefined ? "colour" : "rating") : choice.flag === "none" ? "unflag" : choice.flag,
        forth: () => step().finally(refresh),
        back: async () => {
          gallery.patch((row) => before.get(row.id) ?? null);
          if (choiceId !== null) {
            const progress = await rpc.asset.undoChoice({ choiceId });
            if (progress.status === "undoing") setRunning(choiceId);
          }
          await refresh();
        },
      };
      // One file shows it by itself; of many not all are in sight.
      const text = meantCount > CHOSEN_AT_ONCE && isAll ? `${files} are being chosen.` : `${files} chosen.`;
      const done = meantCount <= 1 ? history.act(chosen) : undoable(chosen, () => ({ tone: "plain", text, id: "gallery-act" }));
      done.catch(sayRefusal);
      // The closer look goes on by itself.
      if (assetId === undefined && count === 1 && choice.flag !== undefined) advance();
    },
    async compared() {
      const [only] = rows;
      if (selection.kind === "all") return refuseComparing(total) ?? gallery.readRows({ first: 0, end: total });
      if (rows.length !== 1 || !only?.stackId || filter.stackId !== undefined) return refuseComparing(named.length) ?? rows;
      if (only.stackSize > MAX_COMPARED) return `This stack holds ${only.stackSize} files: look into it and select two to eight.`;
      return rpc.gallery.rows({ filter: { ...NO_FILTER, stackId: only.stackId }, limit: MAX_COMPARED });
    },
    stack() {
      const assetIds = named;
      let stacked: readonly string[] = [];
      act(
        "stack",
        `${assetIds.length} files lie in one stack.`,
        async () => {
          await rpc.asset.stack({ assetIds: [...assetIds] });
          stacked = assetIds;
        },
        () => rpc.asset.unstack({ assetIds: [...stacked].slice(0, 1) }),
      );
    },
    unstack() {
      const assetIds = named.slice(0, 500);
      let apart: readonly { assetIds: string[]; coverId: string }[] = [];
      act(
        "take apart",
        "The stack is taken apart; every file is still here.",
        async () => {
          apart = (await rpc.asset.unstack({ assetIds })).stacks;
        },
        () => Promise.all(apart.map((stack) => rpc.asset.stack(stack))),
      );
    },
    cover() {
      const [assetId] = named;
      if (assetId === undefined) return;
      let before = assetId;
      act(
        "cover",
        "This file is the cover of its stack.",
        async () => {
          before = (await rpc.asset.cover({ assetId })).before;
        },
        () => rpc.asset.cover({ assetId: before }),
      );
    },
    collect(collectionId, name, meant = target ?? undefined) {
      if (!meant) return;
      let put: readonly string[] = [];
      act(
        "put into collection",
        `Put into “${name}”.`,
        async () => {
          put = (await rpc.collection.collect({ collectionId, target: meant })).assetIds;
        },
        async () => {
          if (put.length > 0) await rpc.collection.collect({ collectionId, target: { assetIds: [...put] }, isIn: false });
        },
      );
    },
    takeOut(collectionId) {
      if (!target) return;
      let out: readonly string[] = [];
      act(
        "take out of collection",
        count === 1 ? "Taken out of the collection; the file is still here." : "Taken out of the collection; the files are still here.",
        async () => {
          out = (await rpc.collection.collect({ collectionId, target, isIn: false })).assetIds;
          leave();
        },
        async () => {
          if (out.length > 0) await rpc.collection.collect({ collectionId, target: { assetIds: [...out] } });
        },
      );
    },
    remove() {
      if (target) begin("delete", "deleted", () => rpc.asset.deleteMany({ target }));
    },
    bringBack() {
      if (target) begin("bring back", "brought back", () => rpc.asset.restoreMany({ target }));
    },
    download(metadata) {
      if (!target) return;
      rpc.zip.start({ target, metadata }).then(
        ({ id, total: zipped }) => {
          awaitZip(id);
          void queries.invalidateQueries({ queryKey: studio.zip.key() });
          const files = zipped === 1 ? "One file is" : `${zipped.toLocaleString("en")} files are`;
          announce({ tone: "plain", text: `${files} being packed. The download begins by itself.`, id: "zip" });
        },
        (error: unknown) => announce({ tone: "bad", text: sentenceOf(error), id: "zip" }),
      );
    },
  };
}

const sayRefusal = (error: unknown) => announce({ tone: "bad", text: sentenceOf(error), id: "gallery-act" });

/** What became of an act on many files: those that were kept are said apart. */
function actedOn(progress: ChoiceProgress | null, word: string): string {
  const kept = progress?.kept.reduce((sum, { files }) => sum + files, 0) ?? 0;
  const acted = (progress?.total ?? 0) - kept;
  return `${acted === 1 ? "One file is" : `${acted.toLocaleString("en")} files are`} ${word}.`;
}

const keptSentence = ({ files, reason }: ChoiceProgress["kept"][number]) =>
  `${files === 1 ? "One file is" : `${files.toLocaleString("en")} files are`} kept: ${reason}`;
