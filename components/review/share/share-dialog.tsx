"use client";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ErrorState } from "@/components/ui/error-state";
import { Skeleton } from "@/components/ui/skeleton";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { MadeShareLink, ShareLinkView } from "@/lib/domain/guest/view";
import { LinkForm } from "./link-form";
import { LinkRow } from "./link-row";
import { MadeLink } from "./made-link";
import type { Shared } from "./shared";

type Face =
  | { readonly kind: "list" | "new" }
  | { readonly kind: "edit"; readonly link: ShareLinkView }
  | { readonly kind: "made"; readonly link: MadeShareLink };

/** The links through which guests see this card or playlist: made, changed, revoked, and who came through them. */
export function ShareDialog({ shared, onClose }: { shared: Shared; onClose: () => void }) {
  const [face, setFace] = useState<Face>({ kind: "list" });
  const queries = useQueryClient();
  const links = useQuery(
    studio.share.list.queryOptions({
      input: { ...(shared.kind === "card" ? { cardId: shared.card.id } : { playlistId: shared.id }), limit: 100 },
    }),
  );
  const notMine = useRefusal("card.share");
  const readAgain = () => queries.invalidateQueries({ queryKey: studio.share.key() });
  const revoke = async (link: ShareLinkView) => {
    try {
      await rpc.share.revoke({ linkId: link.id });
      announce({ tone: "ok", text: `“${link.name}” is revoked: nobody gets in any more.` });
    } catch (error) {
      announce({ tone: "bad", text: sentenceOf(error) });
    }
    await readAgain();
  };
  const back = () => setFace({ kind: "list" });
  const frame = { open: true, onOpenChange: (open: boolean) => !open && onClose() } as const;
  if (face.kind === "new" || face.kind === "edit")
    return (
      <LinkForm
        {...frame}
        shared={shared}
        link={face.kind === "edit" ? face.link : null}
        onBack={back}
        onMade={(link) => {
          void readAgain();
          setFace({ kind: "made", link });
        }}
        onChanged={() => {
          void readAgain();
          back();
        }}
      />
    );
  if (face.kind === "made") return <MadeLink {...frame} link={face.link} onBack={back} />;
  const items = links.data?.items ?? [];
  return (
    <Dialog
      {...frame}
      title="Share with guests"
      description={`Somebody without an account opens a link. They see this ${shared.kind}, say what you let them say, and never decide.`}
      footer={
        <Button variant="primary" icon={<Plus size={14} aria-hidden />} disabledReason={notMine} onClick={() => setFace({ kind: "new" })}>
          New link
        </Button>
      }
    >
      {links.isPending ? (
        <Skeleton className="h-20" />
      ) : links.isError ? (
        <ErrorState title={sentenceOf(links.error)} onRetry={() => void links.refetch()} />
      ) : items.length === 0 ? (
        <p className="py-4 text-sm text-muted">No link shows this {shared.kind} yet.</p>
      ) : (
        <ul className="flex flex-col divide-y divide-line">
          {items.map((link) => (
            <LinkRow
              key={link.id}
              link={link}
              notMine={notMine}
              onEdit={() => setFace({ kind: "edit", link })}
              onRevoke={() => void revoke(link)}
            />
          ))}
        </ul>
      )}
    </Dialog>
  );
}
