import { defaultFilter } from "cmdk";
import type { Command } from "@/lib/client/palette/palette-store";

export type CommandGroup = { readonly title: string; readonly commands: readonly Command[] };

/**
 * The commands that fit what was typed, under their headings: the heading with the best fit first, the best fit first under it. Nothing typed:
 * all, as registered. What a search found fits by definition and keeps its search's order.
 */
export function rankCommands(commands: readonly Command[], found: readonly Command[], query: string): readonly CommandGroup[] {
  const typed = query.trim();
  const scored = commands
    .map((command) => ({ command, score: typed === "" ? 1 : score(command, typed) }))
    .filter((entry) => entry.score > 0)
    .sort((one, other) => other.score - one.score);
  const groups = new Map<string, Command[]>();
  const known = new Set<string>();
  for (const command of [...scored.map((entry) => entry.command), ...found]) {
    if (known.has(command.id)) continue;
    known.add(command.id);
    const group = groups.get(command.group);
    if (group) group.push(command);
    else groups.set(command.group, [command]);
  }
  return [...groups].map(([title, members]) => ({ title, commands: members }));
}

function score(command: Command, typed: string): number {
  return defaultFilter(command.title, typed, [command.group, ...(command.keywords ?? [])]);
}
