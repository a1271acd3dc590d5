"use client";
import { useQuery } from "@tanstack/react-query";
import { BookOpen, Plus } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { may, type Permission } from "@/lib/domain/access/policy";
import { SettingsSection } from "./settings-section";
import { MANAGED_BY_ADMINS } from "./words";

export type AdminsSectionProps = {
  title: string;
  note: string;
  /** What one must be allowed to do to see and change what stands here. */
  permission: Permission;
  /** Where the API's reference tells of it. */
  reference: string;
  /** What the button says that adds one. */
  add: string;
  onAdd: () => void;
  icon: ReactNode;
  /** What others read in place of it. */
  others: { readonly title: string; readonly hint: string };
  children: ReactNode;
};

/** A part of the settings for programs: a list that admins keep, with the way to the reference. */
export function AdminsSection({ title, note, permission, reference, add, onAdd, icon, others, children }: AdminsSectionProps) {
  const me = useQuery(studio.member.me.queryOptions({ input: {} }));
  const isTheirs = me.data !== undefined && may(me.data.role, permission);
  return (
    <SettingsSection
      title={title}
      note={note}
      action={
        <div className="flex gap-2">
          <ButtonLink href={reference} prefetch={false} icon={<BookOpen size={14} aria-hidden />}>
            Reference
          </ButtonLink>
          <Button
            variant="primary"
            icon={<Plus size={14} aria-hidden />}
            disabledReason={me.data && !isTheirs ? MANAGED_BY_ADMINS : null}
            onClick={onAdd}
          >
            {add}
          </Button>
        </div>
      }
    >
      {me.error ? (
        <ErrorState title={sentenceOf(me.error)} onRetry={() => void me.refetch()} retrying={me.isFetching} />
      ) : !me.data ? (
        <Skeleton className="h-24" />
      ) : isTheirs ? (
        children
      ) : (
        <EmptyState icon={icon} title={others.title}>
          {others.hint}
        </EmptyState>
      )}
    </SettingsSection>
  );
}
