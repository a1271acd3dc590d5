"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { ProjectView } from "@/lib/domain/project/view";
import { TRIALS_BOARD } from "@/lib/domain/trial/view";

/** Where a pattern is to be run. */
export type BoardPlace = { readonly projectId: string; readonly boardId: string };

const MOST_PROJECTS = 200;

/** The projects a pattern can be run in, newest first. */
export function useProjects() {
  return useQuery(studio.project.list.queryOptions({ input: { limit: MOST_PROJECTS } }));
}

/** The newest board of a project, as the place to begin with; that of its trials only when it is the only one. */
export function firstPlaceIn(project: ProjectView | undefined): BoardPlace | null {
  const board = project?.boards.find(({ name }) => name !== TRIALS_BOARD) ?? project?.boards[0];
  return project && board ? { projectId: project.id, boardId: board.id } : null;
}

export type BoardChoiceProps = { projects: readonly ProjectView[]; place: BoardPlace | null; onChange: (place: BoardPlace) => void };

/** A project, and one of its boards or a new one. */
export function BoardChoice({ projects, place, onChange }: BoardChoiceProps) {
  const queries = useQueryClient();
  const project = projects.find(({ id }) => id === place?.projectId);
  const addBoard = useMutation(
    studio.board.create.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: async (board, { projectId }) => {
        await queries.invalidateQueries({ queryKey: studio.project.key() });
        onChange({ projectId, boardId: board.id });
      },
    }),
  );
  const chooseProject = (projectId: string) => {
    const next = firstPlaceIn(projects.find(({ id }) => id === projectId));
    if (next) onChange(next);
  };
  return (
    <>
      <Field label="Project">
        <Select
          value={place?.projectId ?? null}
          onChange={chooseProject}
          options={projects.map(({ id, name, boards }) => ({
            value: id,
            label: name,
            disabledReason: boards.length === 0 ? "It has no board." : null,
          }))}
        />
      </Field>
      <Field label="Board" error={addBoard.error ? sentenceOf(addBoard.error) : null}>
        <div className="flex gap-1.5">
          <Select
            label="Board"
            value={place?.boardId ?? null}
            onChange={(boardId) => project && onChange({ projectId: project.id, boardId })}
            options={(project?.boards ?? []).map(({ id, name }) => ({ value: id, label: name }))}
            className="min-w-0 flex-1"
          />
          <IconButton
            label="New board in this project"
            variant="quiet"
            icon={<Plus size={14} aria-hidden />}
            busy={addBoard.isPending}
            disabledReason={project ? null : "Choose a project first."}
            onClick={() => project && addBoard.mutate({ projectId: project.id, name: `Board ${project.boards.length + 1}` })}
          />
        </div>
      </Field>
    </>
  );
}
