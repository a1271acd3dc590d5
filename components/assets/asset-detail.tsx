"use client";
import { useQuery } from "@tanstack/react-query";
import { Download, Radio, Trash2, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { RelativeTime } from "@/components/ui/relative-time";
import { durationText } from "@/components/ui/video/duration-text";
import { Media } from "@/components/ui/video/media";
import { studio } from "@/lib/client/query";
import { type ListedAsset, videoOf } from "@/lib/domain/asset/asset-view";
import { isStrippable } from "@/lib/domain/asset/file-type";
import { areRightsExpired } from "@/lib/domain/asset/rights";
import { RightsForm } from "./rights-form";
import { useAssetActs } from "./use-asset-acts";
import { Uses } from "./uses";
import { bytesText, ORIGIN_WORDS } from "./words";

export type AssetDetailProps = {
  asset: ListedAsset;
  /** Where its alternative text is written, made by its own surface. */
  altText: ReactNode;
  /** How it was made, by its own surface; null for a file that no run made. */
  recipe: ReactNode;
  isDeleted: boolean;
  /** It was deleted or brought back, and so has left the list it was seen in. */
  onGone: () => void;
};

/** Everything known about one file: what it is, where it comes from, what may be done with it. */
export function AssetDetail({ asset, altText, recipe, isDeleted, onGone }: AssetDetailProps) {
  const { remove, bringBack, isBusy } = useAssetActs(onGone);
  return (
    <div className="grid grid-cols-1 gap-4 p-3">
      {isDeleted ? null : (
        <Media
          key={asset.id}
          address={`/assets/${asset.id}`}
          video={videoOf(asset)}
          width={asset.width}
          height={asset.height}
          thumbHash={asset.thumbHash}
          alt={asset.altText ?? asset.title}
          fit="contain"
          eager
          className={asset.durationMs === null ? "max-h-80 w-full rounded-md" : "w-full"}
        />
      )}
      <p dir="auto" className="text-sm font-medium break-words">
        {asset.title}
      </p>
      <div className="flex flex-wrap gap-2">
        {isDeleted ? (
          <Button icon={<Undo2 size={14} aria-hidden />} busy={isBusy} onClick={() => bringBack(asset)}>
            Bring back
          </Button>
        ) : (
          <>
            {asset.kind === "session" ? <SessionLink assetId={asset.id} /> : null}
            <a href={`${asset.urls.original}?download=1`} download className={buttonStyle("quiet", "medium")}>
              <Download size={14} aria-hidden /> Original
            </a>
            {isStrippable(asset.mimeType) ? (
              <a href={`${asset.urls.original}?download=1&metadata=without`} download className={buttonStyle("ghost", "medium")}>
                Without metadata
              </a>
            ) : null}
            <Button variant="ghost" icon={<Trash2 size={14} aria-hidden />} busy={isBusy} onClick={() => remove(asset)}>
              Delete
            </Button>
          </>
        )}
      </div>
      <Part title="File">
        <Facts asset={asset} />
      </Part>
      {isDeleted ? null : (
        <Part title="Alternative text" note="What it shows, for who cannot see it.">
          {altText}
        </Part>
      )}
      {isDeleted || recipe === null ? null : <div className="border-t border-line pt-3">{recipe}</div>}
      {isDeleted ? null : (
        <Part title="Where it is used">
          <Uses assetId={asset.id} />
        </Part>
      )}
      <Part title="Provenance" note="What the file says of itself. Anybody can write or strip it.">
        <ProvenanceFacts provenance={asset.provenance} isVideo={asset.durationMs !== null} />
      </Part>
      {isDeleted ? null : (
        <Part title="Rights" note={<ExpirySign asset={asset} />}>
          <RightsForm key={`${asset.id} ${asset.version}`} asset={asset} />
        </Part>
      )}
    </div>
  );
}

/** From a session's record to the session. A whole new document: its page may do what others may not. */
function SessionLink({ assetId }: { assetId: string }) {
  const found = useQuery(studio.live.list.queryOptions({ input: { assetId, limit: 1 }, meta: { isQuiet: true } }));
  const id = found.data?.items[0]?.id;
  return id === undefined ? null : (
    <a href={`/live/${id}`} className={buttonStyle("quiet", "medium")}>
      <Radio size={14} aria-hidden /> Session
    </a>
  );
}

function Facts({ asset }: { asset: ListedAsset }) {
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-1 text-xs">
      {asset.title === asset.fileName ? null : <Fact term="Name">{asset.fileName}</Fact>}
      <Fact term="Origin">{ORIGIN_WORDS[asset.origin]}</Fact>
      <Fact term="Type">{asset.mimeType}</Fact>
      {asset.kind === "session" ? null : (
        <Fact term="Pixels">
          {asset.width} × {asset.height}
        </Fact>
      )}
      {asset.durationMs === null ? null : (
        <Fact term="Length">
          {durationText(asset.durationMs)}, {asset.provenance.frames} frames
        </Fact>
      )}
      <Fact term="Size">{bytesText(asset.byteSize)}</Fact>
      <Fact term="Added">
        <RelativeTime at={asset.createdAt} />
      </Fact>
    </dl>
  );
}

function ProvenanceFacts({ provenance, isVideo }: { provenance: ListedAsset["provenance"]; isVideo: boolean }) {
  const { digitalSourceType, hasC2pa, software, frames } = provenance;
  return (
    <dl className="grid grid-cols-[6rem_minmax(0,1fr)] gap-y-1 text-xs">
      <Fact term="Source type">{digitalSourceType === null ? "It does not say" : spacedOut(digitalSourceType)}</Fact>
      <Fact term="Credentials">{hasC2pa ? "C2PA manifest present, not verified" : "None"}</Fact>
      <Fact term="Software">{software ?? "It does not say"}</Fact>
      {frames > 1 && !isVideo ? <Fact term="Frames">{frames}; the first is shown</Fact> : null}
    </dl>
  );
}

/** IPTC's terms are written together: "trainedAlgorithmicMedia". */
const spacedOut = (term: string) => term.replace(/(?<=[a-z])(?=[A-Z])/g, " ").toLowerCase();

function ExpirySign({ asset }: { asset: ListedAsset }) {
  return areRightsExpired(asset.rights, new Date()) ? <Badge tone="warn">Expired</Badge> : null;
}

function Part({ title, note, children }: { title: string; note?: ReactNode; children: ReactNode }) {
  return (
    <section className="border-t border-line pt-3">
      <h3 className="text-xs font-semibold text-ink">{title}</h3>
      {note ? <div className="mb-1.5 text-2xs text-faint text-pretty">{note}</div> : null}
      <div className="pt-1.5">{children}</div>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-faint">{term}</dt>
      <dd className="min-w-0 break-words text-muted">{children}</dd>
    </>
  );
}
