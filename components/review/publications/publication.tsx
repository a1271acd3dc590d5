"use client";
import { useQuery } from "@tanstack/react-query";
import { Download, FileBadge, FileJson, RotateCcw, Undo2 } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Failure } from "@/components/ui/failure";
import { Skeleton } from "@/components/ui/skeleton";
import { Media } from "@/components/ui/video/media";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { failureOf } from "@/lib/client/sentence";
import { useRefusal } from "@/lib/client/use-refusal";
import type { PublicationDetail } from "@/lib/domain/publication/view";
import { ReasonDialog } from "../acts/reason-dialog";
import { addresses } from "../addresses";
import { useCardAct } from "../use-card-act";
import { Deliveries } from "./deliveries";
import { PublicationBadge } from "./publication-badge";
import { RecordView } from "./record";

/** What was published, to take away or to take back, with its whole record. */
export function Publication({ publicationId, altText }: { publicationId: string; altText: (assetId: string) => ReactNode }) {
  const publication = useQuery(studio.publication.get.queryOptions({ input: { publicationId } }));
  if (publication.isPending)
    return (
      <div aria-busy className="grid gap-6 lg:grid-cols-2">
        <Skeleton className="h-96" />
        <Skeleton className="h-96" />
      </div>
    );
  if (publication.isError)
    return (
      <Failure
        failure={failureOf(publication.error)}
        back={{ href: "/publications", label: "All publications" }}
        kept="The record is kept."
        onRetry={() => void publication.refetch()}
      />
    );
  const shown = publication.data;
  return (
    <div className="grid gap-x-8 gap-y-4 lg:grid-cols-[minmax(0,1fr)_minmax(22rem,30rem)]">
      <div className="lg:sticky lg:top-6 lg:self-start">
        <Media
          address={`/assets/${shown.assetId ?? shown.sourceAssetId}`}
          video={shown.video}
          width={shown.width}
          height={shown.height}
          thumbHash={shown.thumbHash}
          alt={shown.cardTitle}
          fit="contain"
          eager
          className="max-h-[70svh] w-full rounded-md bg-surround"
        />
      </div>
      <div>
        <h1 className="text-2xl font-semibold tracking-tight text-balance">{shown.cardTitle}</h1>
        <div className="mt-2 mb-4 flex flex-wrap items-center gap-2">
          <PublicationBadge state={shown.state} />
          <Downloads publication={shown} />
          <Withdraw publication={shown} />
        </div>
        <section aria-label="Alternative text" className="mb-4">
          <h2 className="mb-1.5 text-xs font-semibold">Alternative text</h2>
          {altText(shown.assetId ?? shown.sourceAssetId)}
          <p className="mt-1.5 text-xs text-muted">Said here it is for the studio; the file keeps what was said when it was published.</p>
        </section>
        {shown.failure === null ? null : <Failed publicationId={shown.id} sentence={shown.failure} />}
        <Deliveries publication={shown} />
        <RecordView publication={shown} />
      </div>
    </div>
  );
}

function Downloads({ publication }: { publication: PublicationDetail }) {
  const waiting = {
    writing: "The file is being written; it will be here in a moment.",
    failed: "The file could not be written.",
    withdrawn: "This publication was withdrawn.",
    ready: null,
  };
  const reason = waiting[publication.state];
  return (
    <>
      {reason === null ? (
        <a href={addresses.publishedFile(publication.id)} download className={buttonStyle("primary", "medium")}>
          <Download size={14} aria-hidden />
          Download file
        </a>
      ) : (
        <Button icon={<Download size={14} aria-hidden />} disabledReason={reason}>
          Download file
        </Button>
      )}
      {reason === null && publication.credentials?.place === "sidecar" ? (
        <a href={addresses.publishedManifest(publication.id)} download className={buttonStyle("quiet", "medium")}>
          <FileBadge size={14} aria-hidden />
          Download manifest
        </a>
      ) : null}
      <a href={addresses.publishedRecord(publication.id)} download className={buttonStyle("quiet", "medium")}>
        <FileJson size={14} aria-hidden />
        Download record
      </a>
    </>
  );
}

/** Why there is no file, and the way on. */
function Failed({ publicationId, sentence }: { publicationId: string; sentence: string }) {
  const notMine = useRefusal("publication.publish");
  const acting = useCardAct();
  return (
    <div role="alert" className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2 border-l-2 border-bad pl-3">
      <p className="min-w-0 flex-1 basis-60 text-sm text-pretty">{sentence} The record is kept.</p>
      <Button
        icon={<RotateCcw size={14} aria-hidden />}
        busy={acting.isBusy}
        disabledReason={notMine}
        onClick={() => acting.run({ said: "The file is being written again.", call: () => rpc.publication.retry({ publicationId }) })}
      >
        Try again
      </Button>
    </div>
  );
}

function Withdraw({ publication }: { publication: PublicationDetail }) {
  const [isAsking, ask] = useState(false);
  const notMine = useRefusal("publication.publish");
  const acting = useCardAct();
  const reason = publication.state === "withdrawn" ? "It was withdrawn already." : notMine;
  return (
    <>
      <Button variant="ghost" icon={<Undo2 size={14} aria-hidden />} disabledReason={reason} onClick={() => ask(true)}>
        Withdraw
      </Button>
      {isAsking ? (
        <ReasonDialog
          onClose={() => ask(false)}
          title="Withdraw the publication"
          description="The file can no longer be taken from here; the record stays readable. The card is approved again, and only a new attempt can be published."
          label="Why is it withdrawn?"
          confirm="Withdraw"
          variant="danger"
          isBusy={acting.isBusy}
          onConfirm={(why) =>
            acting.run(
              {
                said: "The publication is withdrawn.",
                call: () => rpc.publication.withdraw({ publicationId: publication.id, reason: why }),
              },
              () => ask(false),
            )
          }
        />
      ) : null}
    </>
  );
}
