import { defaultFilter } from "cmdk";
import type { Command } from "@/lib/client/palette/palette-store";

export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/** Letters that only happen to occur in that order score below this. */
const LEAST_SCORE = 0.05;
/** What a search found fits for reasons of its own; it stands at least here. */
const FOUND_SCORE = 0.4;

/**
 * The commands that fit what was typed, under their headings: the heading with the best fit first, the best fit first under it. Nothing typed:
 * all, as registered.
 */
export function rankCommands(commands: readonly Command[], found: readonly Command[], query: string): readonly CommandGroup[] {
  const typed = query.trim();
  const own = commands.map((command) => ({ command, score: typed === "" ? 1 : scoreOf(command, typed) }));
  const theirs = found.map((command) => ({ command, score: Math.max(FOUND_SCORE, scoreOf(command, typed)) }));
  const ranked = [...own, ...theirs].filter(({ score }) => score >= LEAST_SCORE).sort((one, other) => other.score - one.score);
  const groups = new Map<string, Map<string, Command>>();
  for (const { command } of ranked) {
    const group = groups.get(command.group) ?? new Map<string, Command>();
    groups.set(command.group, group.set(command.id, group.get(command.id) ?? command));
  }
  return [...groups].map(([title, members]) => ({ title, commands: [...members.values()] }));
}

function scoreOf(command: Command, typed: string): number {
  return defaultFilter(command.title, typed, [...(command.keywords ?? [])]);
}
