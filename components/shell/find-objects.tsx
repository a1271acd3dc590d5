import type { QueryClient } from "@tanstack/react-query";
import { BookImage, FolderKanban, Grid3x3, Scale, SquareCheckBig, SquareKanban } from "lucide-react";
import type { Command } from "@/lib/client/palette/palette-store";
import { studio } from "@/lib/client/query";

const READ_AT_MOST = 200;
const GRIDS_AT_MOST = 50;
const FOUND_AT_MOST = 6;
const KNOWN_FOR_MS = 30_000;

/** Projects, boards, grids, votes, patterns and review cards whose names have every word of a query. */
export async function findObjects(queries: QueryClient, open: (href: string) => void, query: string): Promise<readonly Command[]> {
  // What is known answers at once, unless the studio has told of a change: a card made a moment ago is found by its name.
  const staleTime = KNOWN_FOR_MS;
  const [projects, libraries, cards, grids, votes] = await Promise.all([
    queries.fetchQuery({ ...studio.project.list.queryOptions({ input: { limit: READ_AT_MOST } }), staleTime }),
    queries.fetchQuery({ ...studio.library.list.queryOptions({ input: {} }), staleTime }),
    queries.fetchQuery({ ...studio.card.queue.queryOptions({ input: { view: "all", limit: READ_AT_MOST } }), staleTime }),
    queries.fetchQuery({ ...studio.grid.list.queryOptions({ input: { limit: GRIDS_AT_MOST } }), staleTime }),
    queries.fetchQuery({ ...studio.vote.list.queryOptions({ input: { limit: GRIDS_AT_MOST } }), staleTime }),
  ]);
  const go = (href: string) => () => open(href);
  const found: readonly (readonly Command[])[] = [
    projects.items.map((project) => ({
      id: project.id,
      title: project.name,
      group: "Projects",
      icon: <FolderKanban size={15} aria-hidden />,
      run: go(`/projects/${project.id}`),
    })),
    projects.items.flatMap((project) =>
      project.boards.map((board) => ({
        id: board.id,
        title: board.name,
        detail: project.name,
        group: "Boards",
        icon: <SquareKanban size={15} aria-hidden />,
        run: go(`/boards/${board.id}`),
      })),
    ),
    grids.items.map((grid) => ({
      id: grid.id,
      title: grid.title,
      detail: `${grid.cells} cells, ${grid.projectName}`,
      group: "Grids",
      icon: <Grid3x3 size={15} aria-hidden />,
      run: go(`/grids/${grid.id}`),
    })),
    votes.items.map((vote) => ({
      id: vote.id,
      title: vote.title,
      detail: `${vote.candidates} pictures, ${vote.projectName}`,
      group: "Blind votes",
      icon: <Scale size={15} aria-hidden />,
      run: go(`/votes/${vote.id}`),
    })),
    libraries.flatMap((library) =>
      library.patterns.map((pattern) => ({
        id: pattern.id,
        title: pattern.name,
        detail: library.name,
        group: "Patterns",
        icon: <BookImage size={15} aria-hidden />,
        run: go(`/library/patterns/${pattern.slug}`),
      })),
    ),
    cards.items.map((card) => ({
      id: card.id,
      title: card.title,
      detail: card.project.name,
      group: "Review cards",
      icon: <SquareCheckBig size={15} aria-hidden />,
      run: go(`/review/${card.id}`),
    })),
  ];
  return found.flatMap((commands) => commands.filter((command) => isMeant(command, query)).slice(0, FOUND_AT_MOST));
}

/** Every word that was typed occurs in the name or in where it is. */
function isMeant(command: Command, query: string): boolean {
  const text = `${command.title} ${command.detail ?? ""}`.toLowerCase();
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((word) => text.includes(word));
}
