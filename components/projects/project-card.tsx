import { Plus } from "lucide-react";
import Link from "next/link";
import type { ProjectView } from "@/lib/domain/project/view";
import { BoardCover } from "./board-cover";
import { BudgetMeter } from "./budget-meter";

const SHOWN_BOARDS = 4;

/** A project in the list: what it is for, what it may cost, and its newest boards. */
export function ProjectCard({ project }: { project: ProjectView }) {
  const hidden = project.boards.length - SHOWN_BOARDS;
  return (
    <article className="rounded-md border border-line bg-surface p-3">
      <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2 px-1">
        <div className="min-w-0 max-w-160">
          <h2 dir="auto" className="text-lg font-semibold">
            <Link href={`/projects/${project.id}`} className="hover:underline">
              {project.name}
            </Link>
          </h2>
          {project.brief === "" ? null : (
            <p dir="auto" className="line-clamp-2 text-sm text-muted">
              {project.brief}
            </p>
          )}
        </div>
        <BudgetMeter budget={project.budget} />
      </div>
      <div className="flex gap-2 overflow-x-auto pt-2 [scrollbar-width:thin]">
        {project.boards.slice(0, SHOWN_BOARDS).map((board) => (
          <BoardCover key={board.id} board={board} />
        ))}
        {hidden > 0 ? (
          <Link
            href={`/projects/${project.id}`}
            className="flex w-28 shrink-0 items-center justify-center gap-1 text-sm text-muted hover:text-ink"
          >
            <Plus size={13} aria-hidden /> {hidden} more
          </Link>
        ) : null}
      </div>
    </article>
  );
}
