"use client";
import { X } from "lucide-react";
import { type Ref, useEffect } from "react";
import { ErrorState } from "@/components/ui/error-state";
import { IconButton } from "@/components/ui/icon-button";
import { useRemembered } from "@/components/ui/remembered";
import { Skeleton } from "@/components/ui/skeleton";
import { sentenceOf } from "@/lib/client/sentence";
import { useDefectKinds } from "@/lib/client/use-defect-kinds";
import type { ThreadView } from "@/lib/domain/review/comment";
import type { AttemptView, CardView, DefectView } from "@/lib/domain/review/view";
import { CommentBox } from "./comment-box";
import { Thread } from "./thread";
import { type Talk, useTalkActs } from "./use-talk";

export type TalkPanelProps = {
  ref: Ref<{ focus: () => void }>;
  card: CardView;
  talk: Talk;
  /** The attempt on the screen: what is said here is about it. */
  shown: AttemptView;
  /** The defect that is pointed at, and so talked about; null: the attempt. */
  topic: DefectView | null;
  onTopic: (defectId: string | null) => void;
};

/** What is said on a card: about the attempt on the screen first, about earlier ones below. */
export function TalkPanel({ ref, card, talk, shown, topic, onTopic }: TalkPanelProps) {
  const acts = useTalkActs(card.id);
  const kinds = useDefectKinds();
  const [draft, setDraft] = useRemembered(`selects.comment.${card.id}`, "");
  const { talk: reading, threads, unread, see } = talk;
  useEffect(() => {
    if (unread > 0) see();
  });
  if (reading.isPending) return <Skeleton className="m-2 h-24" />;
  if (reading.isError) return <ErrorState title={sentenceOf(reading.error)} onRetry={() => void reading.refetch()} />;
  const here = threads.filter(({ attemptId }) => attemptId === shown.id);
  const elsewhere = threads.filter(({ attemptId }) => attemptId !== shown.id);
  const line = (thread: ThreadView) => {
    const found = defectOf(card, thread);
    const isHere = thread.attemptId === shown.id;
    return (
      <Thread
        key={thread.id}
        thread={thread}
        about={aboutOf(thread, found && nameOf(found, kinds.labelOf), isHere)}
        onShow={found && isHere ? () => onTopic(found.defect.id) : null}
        isActive={topic !== null && topic.id === thread.defectId}
        acts={acts}
      />
    );
  };
  const label = topic
    ? `Comment on ${nameOf({ defect: topic, index: shown.defects.indexOf(topic) }, kinds.labelOf)}`
    : `Comment on attempt ${shown.number}`;
  return (
    <div className="flex flex-col gap-2 px-2 py-3">
      {here.length === 0 ? <p className="text-xs text-faint">Nothing was said about attempt {shown.number} yet.</p> : here.map(line)}
      <div className="flex flex-col gap-1">
        {topic ? (
          <p className="flex items-center justify-between gap-2 text-xs text-muted">
            {label}
            <IconButton
              size="small"
              label="Comment on the attempt instead"
              icon={<X size={12} aria-hidden />}
              onClick={() => onTopic(null)}
            />
          </p>
        ) : null}
        <CommentBox
          ref={ref}
          label={label}
          word="Comment"
          value={draft}
          onChange={setDraft}
          isBusy={acts.isBusy}
          onSend={(body, mentions) =>
            acts.add({ attemptId: shown.id, ...(topic ? { defectId: topic.id } : {}), body, mentions }, () => setDraft(""))
          }
        />
      </div>
      {elsewhere.length > 0 ? (
        <section className="mt-2 flex flex-col gap-2">
          <h3 className="text-xs font-medium text-muted">About other attempts</h3>
          {elsewhere.map(line)}
        </section>
      ) : null}
    </div>
  );
}

type Found = { readonly defect: DefectView; readonly index: number };

function defectOf(card: CardView, { attemptId, defectId }: ThreadView): Found | null {
  const defects = card.attempts.find(({ id }) => id === attemptId)?.defects ?? [];
  const index = defects.findIndex(({ id }) => id === defectId);
  const defect = defects[index];
  return defect ? { defect, index } : null;
}

const nameOf = ({ defect, index }: Found, labelOf: (kind: string) => string) =>
  `defect ${index + 1}, ${labelOf(defect.kind).toLowerCase()}`;

/** What a thread is about; null: the attempt that is on the screen. */
function aboutOf({ attempt, defectId }: ThreadView, found: string | null, isHere: boolean): string | null {
  const where = isHere ? [] : [`Attempt ${attempt}`];
  if (defectId === null) return where[0] ?? null;
  const what = found ?? "a defect that was taken back";
  return [...where, isHere ? what.charAt(0).toUpperCase() + what.slice(1) : what].join(": ");
}
