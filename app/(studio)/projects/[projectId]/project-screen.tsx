"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus, Wallet } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { GridList } from "@/components/grid/grid-list";
import { BoardCover } from "@/components/projects/board-cover";
import { BudgetDialog } from "@/components/projects/budget-dialog";
import { BudgetMeter } from "@/components/projects/budget-meter";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { useShellSlots } from "@/components/shell/shell-context";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { VoteList } from "@/components/vote/vote-list";
import { studio } from "@/lib/client/query";
import { failureOf } from "@/lib/client/sentence";
import { may, onlySentence, Role } from "@/lib/domain/access/policy";

/** One project: brief, budget and boards. */
export function ProjectScreen({ projectId }: { projectId: string }) {
  const router = useRouter();
  const queries = useQueryClient();
  const { account } = useShellSlots();
  const role = Role.safeParse(account.role).data;
  const [isBudgetOpen, setBudgetOpen] = useState(false);
  const project = useQuery(studio.project.get.queryOptions({ input: { projectId } }));
  const addBoard = useMutation(
    studio.board.create.mutationOptions({
      onSuccess: async (board) => {
        await queries.invalidateQueries({ queryKey: studio.project.key() });
        router.push(`/boards/${board.id}`);
      },
    }),
  );
  const boards = project.data?.boards ?? [];
  return (
    <StudioPage crumbs={[{ label: "Projects", href: "/projects" }, { label: project.data?.name ?? "Project" }]}>
      <PageBody>
        {project.data ? (
          <>
            <PageHeader
              title={project.data.name}
              actions={
                <>
                  <Button
                    icon={<Wallet size={14} aria-hidden />}
                    disabledReason={role && may(role, "budget.set") ? null : onlySentence("budget.set")}
                    onClick={() => setBudgetOpen(true)}
                  >
                    Budget
                  </Button>
                  <Button
                    variant="primary"
                    icon={<Plus size={14} aria-hidden />}
                    busy={addBoard.isPending}
                    disabledReason={role && may(role, "project.write") ? null : onlySentence("project.write")}
                    onClick={() => addBoard.mutate({ projectId, name: `Board ${boards.length + 1}` })}
                  >
                    New board
                  </Button>
                </>
              }
            >
              {project.data.brief === "" ? "No brief yet." : project.data.brief}
            </PageHeader>
            <BudgetMeter budget={project.data.budget} />
            <ul className="flex flex-wrap gap-3 pt-5">
              {boards.map((board) => (
                <li key={board.id}>
                  <BoardCover board={board} />
                </li>
              ))}
            </ul>
            <GridList projectId={projectId} />
            <VoteList projectId={projectId} />
            <BudgetDialog key={project.data.budget.hardMicros} project={project.data} open={isBudgetOpen} onOpenChange={setBudgetOpen} />
          </>
        ) : project.error ? (
          <Failure
            failure={failureOf(project.error)}
            back={{ href: "/projects", label: "All projects" }}
            onRetry={() => void project.refetch()}
            retrying={project.isFetching}
          />
        ) : (
          <Skeleton className="h-60 rounded-md" />
        )}
      </PageBody>
    </StudioPage>
  );
}
