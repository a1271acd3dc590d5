"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Archive, History } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Popover } from "@/components/ui/popover";
import { RelativeTime } from "@/components/ui/relative-time";
import { SearchField } from "@/components/ui/search-field";
import type { Draft } from "@/lib/client/desk/draft";
import { otherDrafts } from "@/lib/client/desk/draft-keeper";
import { useUndoable } from "@/lib/client/history/use-undoable";
import { studio } from "@/lib/client/query";
import { SnippetName } from "@/lib/domain/snippet/snippet";

export interface PromptHistoryProps {
  readonly boardId: string;
  readonly text: string;
  readonly onText: (text: string, negative: string) => void;
  readonly onDraft: (draft: Draft) => void;
}

/** What was written before: unsent texts of other tabs, everything that ran or was put away, and the workspace's snippets. */
export function PromptHistory(props: PromptHistoryProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      title="Earlier prompts and snippets"
      side="top"
      open={isOpen}
      onOpenChange={setOpen}
      className="w-112 max-w-[90vw]"
      trigger={<IconButton size="small" side="top" label="Earlier prompts and snippets" icon={<History size={14} aria-hidden />} />}
    >
      {isOpen ? <Lists {...props} close={() => setOpen(false)} /> : null}
    </Popover>
  );
}

function Lists({ boardId, text, onText, onDraft, close }: PromptHistoryProps & { close: () => void }) {
  const [query, setQuery] = useState("");
  const history = useQuery({
    ...studio.prompt.history.queryOptions({ input: { query: query.trim() }, meta: { isQuiet: true } }),
    placeholderData: (before) => before,
  });
  const unsent = otherDrafts(boardId).filter(({ draft }) => draft.recipe.text.toLowerCase().includes(query.trim().toLowerCase()));
  const take = (act: () => void) => () => {
    act();
    close();
  };
  return (
    <div className="grid gap-1 p-2">
      <SearchField label="Search what you wrote" value={query} onChange={setQuery} />
      {unsent.length > 0 ? (
        <Section title="Not sent, from another tab">
          {unsent.map(({ tab, at, draft }) => (
            <Entry key={tab} text={draft.recipe.text} when={new Date(at).toISOString()} onTake={take(() => onDraft(draft))} />
          ))}
        </Section>
      ) : null}
      <Section title="Written by you">
        {history.data?.map((entry) => (
          <Entry key={entry.promptId} text={entry.text} when={entry.usedAt} onTake={take(() => onText(entry.text, entry.negative))} />
        ))}
        {history.data?.length === 0 ? (
          <p className="px-2 py-1.5 text-xs text-muted">
            {query === "" ? "Nothing yet. What you write is kept here." : "Nothing matches."}
          </p>
        ) : null}
        {history.error ? <p className="px-2 py-1.5 text-xs text-bad">It could not be read. Open this again.</p> : null}
      </Section>
      <Snippets text={text} />
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  const id = useId();
  return (
    <section aria-labelledby={id}>
      <h3 id={id} className="px-2 pt-2 pb-1 text-2xs font-medium text-faint">
        {title}
      </h3>
      <div className="max-h-56 overflow-y-auto">{children}</div>
    </section>
  );
}

function Entry({ text, when, onTake }: { text: string; when: string; onTake: () => void }) {
  return (
    <button type="button" onClick={onTake} className="flex w-full items-baseline gap-2 rounded-md px-2 py-1 text-left hover:bg-hover">
      <span className="line-clamp-2 min-w-0 flex-1 font-mono text-xs" dir="auto">
        {text}
      </span>
      <span className="shrink-0 text-2xs text-faint">
        <RelativeTime at={when} />
      </span>
    </button>
  );
}

function Snippets({ text }: { text: string }) {
  const queries = useQueryClient();
  const [isNaming, setNaming] = useState(false);
  const snippets = useQuery(studio.snippet.list.queryOptions({ input: {}, meta: { isQuiet: true } }));
  const refresh = () => queries.invalidateQueries({ queryKey: studio.snippet.key() });
  const { mutateAsync } = useMutation(studio.snippet.archive.mutationOptions({ onSettled: refresh }));
  const undoable = useUndoable();
  const putAway = (snippetId: string, name: string) => {
    const put = (archived: boolean) => () => mutateAsync({ snippetId, archived });
    const said = () => ({ tone: "plain", text: `Snippet /${name} put away.` }) as const;
    undoable({ title: "putting a snippet away", forth: put(true), back: put(false) }, said).catch(() => undefined);
  };
  return (
    <Section title="Snippets: type / and the name">
      {snippets.data?.map(({ id, name, text: words }) => (
        <div key={id} className="flex items-baseline gap-2 rounded-md px-2 py-0.5">
          <span className="shrink-0 font-mono text-xs text-accent-ink">/{name}</span>
          <span className="min-w-0 flex-1 truncate text-xs text-muted" dir="auto">
            {words}
          </span>
          <IconButton size="small" label={`Put /${name} away`} icon={<Archive size={12} aria-hidden />} onClick={() => putAway(id, name)} />
        </div>
      ))}
      <div className="px-2 py-1.5">
        <Button
          size="small"
          disabledReason={text.trim() === "" ? "Write something in the prompt first." : null}
          onClick={() => setNaming(true)}
        >
          Keep the prompt as a snippet
        </Button>
      </div>
      <NameSnippet text={text} open={isNaming} onOpenChange={setNaming} onSaved={refresh} />
    </Section>
  );
}

function NameSnippet(props: { text: string; open: boolean; onOpenChange: (open: boolean) => void; onSaved: () => unknown }) {
  const [name, setName] = useState("");
  const save = useMutation(
    studio.snippet.save.mutationOptions({
      onSuccess: () => {
        props.onOpenChange(false);
        void props.onSaved();
      },
    }),
  );
  const problem = SnippetName.safeParse(name).success ? null : "A snippet is named with letters, digits and hyphens, like golden-hour.";
  return (
    <FormDialog
      open={props.open}
      onOpenChange={props.onOpenChange}
      size="small"
      title="Keep as a snippet"
      description="Everybody in the workspace can put it in with / and its name."
      submitLabel="Keep"
      busy={save.isPending}
      disabledReason={problem}
      onSubmit={() => save.mutate({ name, text: props.text.trim().slice(0, 2_000) })}
    >
      <Field label="Name">
        <Input mono value={name} placeholder="golden-hour" onChange={(event) => setName(event.currentTarget.value)} />
      </Field>
      <p className="line-clamp-4 font-mono text-xs text-muted">{props.text}</p>
    </FormDialog>
  );
}
