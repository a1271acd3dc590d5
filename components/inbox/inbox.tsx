"use client";
import { BellOff, CheckCheck } from "lucide-react";
import { parseAsStringLiteral, useQueryStates } from "nuqs";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Select } from "@/components/ui/select";
import { Skeleton } from "@/components/ui/skeleton";
import { ToggleGroup } from "@/components/ui/toggle-group";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { useKeys } from "@/lib/client/keyboard/use-keys";
import { sentenceOf } from "@/lib/client/sentence";
import { NOTICE_KINDS, type NoticeKind } from "@/lib/domain/notice/notice";
import { NOTICE_WORDS } from "@/lib/domain/notice/words";
import { NoticeLine } from "./notice-line";
import { useInbox } from "./use-inbox";

const SHOW = ["all", "unread"] as const;
const place = { show: parseAsStringLiteral(SHOW).withDefault("all"), kind: parseAsStringLiteral(NOTICE_KINDS) };

/** Everything one was told, newest first. Arrows walk, Enter opens, one key says read or unread. */
export function Inbox() {
  const [{ show, kind }, go] = useQueryStates(place);
  const inbox = useInbox({ show, kind });
  const { query, notices, unread, waiting } = inbox;
  const list = useRef<HTMLUListElement>(null);
  const links = () => [...(list.current?.querySelectorAll<HTMLElement>("[data-notice]") ?? [])];
  const here = () => links().findIndex((link) => link.matches(":focus"));
  const step = (by: 1 | -1) => {
    const next = links()[here() < 0 ? 0 : here() + by];
    next?.focus();
    return next !== undefined;
  };
  useKeys("inbox", {
    "notice-up": () => step(-1),
    "notice-down": () => step(1),
    "notice-turn": () => {
      const notice = notices[here()];
      if (notice) inbox.turn(notice);
      return notice !== undefined;
    },
    "notice-all": inbox.markAll,
  });
  const allKeys = useChord("notice-all");
  const kinds = [
    { value: "every", label: "Every kind" },
    ...NOTICE_KINDS.map((each) => ({ value: each, label: `${NOTICE_WORDS[each].label}${unread?.[each] ? ` (${unread[each]})` : ""}` })),
  ] satisfies readonly { value: NoticeKind | "every"; label: string }[];
  return (
    <>
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <ToggleGroup
          label="Show"
          value={show}
          onChange={(next) => void go({ show: next })}
          options={[
            { value: "all", label: "All" },
            { value: "unread", label: waiting > 0 ? `Unread (${waiting})` : "Unread" },
          ]}
        />
        <span className="w-52">
          <Select<NoticeKind | "every">
            label="Kind"
            value={kind ?? "every"}
            onChange={(next) => void go({ kind: next === "every" ? null : next })}
            options={kinds}
          />
        </span>
        <span className="ml-auto flex gap-1.5">
          <Button
            icon={<CheckCheck size={14} aria-hidden />}
            keys={allKeys}
            busy={inbox.isBusy}
            disabledReason={waiting === 0 ? "Nothing is unread." : null}
            onClick={inbox.markAll}
          >
            Mark all as read
          </Button>
          <ButtonLink href="/settings/notices">What I am told of</ButtonLink>
        </span>
      </div>
      {query.isPending ? <Skeleton className="h-96" /> : null}
      {query.isError && notices.length === 0 ? (
        <ErrorState title={sentenceOf(query.error)} onRetry={() => void query.refetch()} retrying={query.isFetching} />
      ) : null}
      {query.data && notices.length === 0 ? (
        <EmptyState icon={<BellOff />} title={show === "unread" || kind ? "Nothing here waits for you" : "Nothing yet"}>
          You are told here when a card comes to you, when yours is decided on, and when somebody names you.
        </EmptyState>
      ) : null}
      {notices.length > 0 ? (
        <ul ref={list} aria-label="Notices" className="divide-y divide-line border-y border-line">
          {notices.map((notice) => (
            <NoticeLine key={notice.id} notice={notice} onOpen={() => inbox.open(notice)} onTurn={() => inbox.turn(notice)} />
          ))}
        </ul>
      ) : null}
      {query.hasNextPage ? (
        <div className="flex justify-center py-4">
          <Button onClick={() => void query.fetchNextPage()} busy={query.isFetchingNextPage}>
            Show earlier
          </Button>
        </div>
      ) : null}
    </>
  );
}
