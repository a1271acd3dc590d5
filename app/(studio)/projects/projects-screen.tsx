"use client";
import { useInfiniteQuery } from "@tanstack/react-query";
import { FolderKanban, Plus } from "lucide-react";
import { useState } from "react";
import { ProjectCard } from "@/components/projects/project-card";
import { ProjectDialog } from "@/components/projects/project-dialog";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { useShellSlots } from "@/components/shell/shell-context";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may, onlySentence, Role } from "@/lib/domain/access/policy";

const PAGE = 24;
const PLACES = ["first", "second", "third"] as const;

/** Every project with its boards, newest first. */
export function ProjectsScreen() {
  const [isNew, setNew] = useState(false);
  const role = Role.safeParse(useShellSlots().account.role).data;
  const projects = useInfiniteQuery(
    studio.project.list.infiniteOptions({
      input: (cursor: string | undefined) => ({ limit: PAGE, ...(cursor === undefined ? {} : { cursor }) }),
      initialPageParam: undefined,
      getNextPageParam: (page) => page.next ?? undefined,
    }),
  );
  const rows = projects.data?.pages.flatMap((page) => page.items) ?? [];
  const notMine = role !== undefined && !may(role, "project.write") ? onlySentence("project.write") : null;
  const create = (
    <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={notMine} onClick={() => setNew(true)}>
      New project
    </Button>
  );
  return (
    <StudioPage crumbs={[{ label: "Projects" }]}>
      <PageBody>
        <PageHeader title="Projects" actions={create}>
          A brief, its boards and its budget.
        </PageHeader>
        {projects.isPending ? (
          <div className="grid gap-3">
            {PLACES.map((place) => (
              <Skeleton key={place} className="h-44 rounded-md" />
            ))}
          </div>
        ) : projects.error ? (
          <ErrorState title={sentenceOf(projects.error)} onRetry={() => void projects.refetch()} retrying={projects.isFetching} />
        ) : rows.length === 0 ? (
          <EmptyState icon={<FolderKanban size={20} aria-hidden />} title="No project yet" action={create}>
            A project holds a brief, boards to explore on, and a budget nothing can overspend.
          </EmptyState>
        ) : (
          <ul className="grid grid-cols-1 gap-3">
            {rows.map((project) => (
              <li key={project.id}>
                <ProjectCard project={project} />
              </li>
            ))}
          </ul>
        )}
        {projects.hasNextPage ? (
          <div className="pt-4 text-center">
            <Button busy={projects.isFetchingNextPage} onClick={() => void projects.fetchNextPage()}>
              Show more
            </Button>
          </div>
        ) : null}
      </PageBody>
      <ProjectDialog open={isNew} onOpenChange={setNew} maySetBudget={role !== undefined && may(role, "budget.set")} />
    </StudioPage>
  );
}
