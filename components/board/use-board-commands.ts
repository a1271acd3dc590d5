"use client";
import { useEffect, useMemo, useRef } from "react";
import { useCommands } from "@/lib/client/palette/palette-provider";
import type { Command } from "@/lib/client/palette/palette-store";
import { voteProblem } from "@/lib/domain/vote/words";
import { useReasons } from "./reasons";
import type { BoardActs } from "./use-board-acts";
import { useBoardFinalise } from "./use-board-finalise";
import type { BoardWays } from "./use-board-keys";

/** The board's acts in the command palette; what cannot be done says why. */
export function useBoardCommands(acts: BoardActs, ways: BoardWays): void {
  const finalise = useBoardFinalise(acts);
  const latest = useRef({ acts, ways, finalise });
  useEffect(() => {
    latest.current = { acts, ways, finalise };
  });
  const { title: finaliseTitle, reason: finaliseReason } = finalise;
  const vote = voteProblem(acts.variants.length);
  const { prompt, replay, mix, below, fold, send, compare, promote, section, note } = useReasons(acts);
  const commands = useMemo(() => {
    const rows: readonly (readonly [id: string, title: string, reason: string | null, run: (on: typeof latest.current) => unknown])[] = [
      ["write", "Write a prompt", null, (on) => on.ways.write()],
      ["branch", "Branch", prompt, (on) => on.acts.branch()],
      ["mix", "Branch with all chosen pictures", mix, (on) => on.acts.mix()],
      ["vary", "Vary with new seeds", prompt, (on) => on.acts.vary()],
      ["replay", "Replay: run the recipe of the picture again", replay, (on) => on.ways.replay()],
      ["use-recipe", "Apply the whole recipe to the draft", prompt, (on) => on.ways.takeRecipe()],
      ["below", "Run again from here downwards", below, (on) => on.ways.below()],
      ["edit", "Edit or refine in the composer", prompt, (on) => on.acts.edit()],
      ["compare", "Compare what is selected", compare, (on) => on.ways.compare()],
      ["vote", "Blind vote over what is selected", vote, (on) => on.ways.vote()],
      ["promote", "Promote to a pattern", promote, (on) => on.ways.promote()],
      ["finalise", finaliseTitle, finaliseReason, (on) => on.finalise.start()],
      ["send", "Send to review", send, (on) => on.ways.send()],
      ["fold", "Fold or unfold the prompt", fold, (on) => on.acts.fold()],
      ["search", "Search this board", null, (on) => on.ways.search()],
      ["path", "Follow the path of the prompt", fold, (on) => on.ways.path()],
      ["section", "Put into a section", section, (on) => on.ways.section()],
      ["note", "Write a note", note, (on) => on.ways.note()],
      ["archived", "Show or hide archived prompts", null, (on) => on.ways.archived()],
      ["archive", "Archive or restore the prompt with its branches", prompt, (on) => on.acts.archive()],
      ["fit", "Show the whole board", null, (on) => on.ways.fit()],
      ["map", "Show or hide the map", null, (on) => on.ways.map()],
    ];
    return rows.map(
      ([id, title, disabledReason, run]): Command => ({
        id: `board.${id}`,
        title,
        group: "Board",
        disabledReason,
        run: () => void run(latest.current),
      }),
    );
  }, [prompt, replay, mix, below, fold, send, compare, promote, section, note, vote, finaliseTitle, finaliseReason]);
  useCommands(commands);
}
