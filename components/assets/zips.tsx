"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Download, X } from "lucide-react";
import { useEffect } from "react";
import { announce } from "@/components/ui/announce";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Meter } from "@/components/ui/meter";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { ZipView } from "@/lib/domain/zip/zip";
import { isDue } from "./awaited-zips";
import { bytesText } from "./words";

/** Events say when a part is packed; this is for the case that one is missed. */
const AGAIN_MS = 3_000;

/** One's zips: how far those are that are being packed, and the way to those that are ready. Nothing while there is none. */
export function Zips() {
  const queries = useQueryClient();
  const zips = useQuery({
    ...studio.zip.list.queryOptions({ input: {}, meta: { isQuiet: true } }),
    refetchInterval: ({ state }) => (state.data?.some(({ status }) => status === "packing") ? AGAIN_MS : false),
  });
  const cancel = useMutation(
    studio.zip.cancel.mutationOptions({
      meta: { isQuiet: true },
      onError: (error) => announce({ tone: "bad", text: sentenceOf(error), id: "zip" }),
      onSettled: () => queries.invalidateQueries({ queryKey: studio.zip.key() }),
    }),
  );
  const { data } = zips;
  useEffect(() => {
    for (const zip of data ?? []) if (zip.status === "ready" && isDue(zip.id)) void save(zip);
  }, [data]);
  if (zips.error) return <p className="text-bad">{sentenceOf(zips.error)}</p>;
  if (!data || data.length === 0) return null;
  return (
    <ul aria-label="Zips" className="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-1">
      {data.map((zip) => (
        <li key={zip.id} className="flex items-center gap-1">
          {zip.status === "packing" ? (
            <div className="w-44">
              <Meter
                label="Packing the zip"
                fraction={zip.total === 0 ? null : zip.done / zip.total}
                text={`${zip.done.toLocaleString("en")} of ${zip.total.toLocaleString("en")}`}
              />
            </div>
          ) : (
            <Button size="small" variant="ghost" icon={<Download size={13} aria-hidden />} onClick={() => void save(zip)}>
              {filesText(zip)}, {bytesText(zip.byteSize)}
            </Button>
          )}
          <IconButton
            size="small"
            label={zip.status === "packing" ? "Cancel the zip" : "Forget the zip"}
            icon={<X size={13} aria-hidden />}
            onClick={() => cancel.mutate({ zipId: zip.id })}
          />
        </li>
      ))}
    </ul>
  );
}

const filesText = ({ total, missing }: ZipView) => {
  const files = total - missing;
  return `${files.toLocaleString("en")} ${files === 1 ? "file" : "files"}`;
};

/** The browser saves it as it comes, however large it is, and goes on by itself where a download broke off. The page stays. */
async function save(zip: ZipView): Promise<void> {
  const answer = await fetch(zip.url, { method: "HEAD" }).catch(() => null);
  if (!answer?.ok) {
    announce({
      tone: "bad",
      text: answer?.status === 404 ? "This zip is no longer kept. Ask for it again." : "The zip could not be downloaded.",
      ...(answer === null ? { detail: "The studio could not be reached. Press it again in a moment." } : {}),
      id: "zip",
    });
    return;
  }
  const link = Object.assign(document.createElement("a"), { href: zip.url, download: "" });
  document.body.append(link);
  link.click();
  link.remove();
  const lost =
    zip.missing === 0
      ? ""
      : ` ${zip.missing === 1 ? "One file was" : `${zip.missing.toLocaleString("en")} files were`} not there any more.`;
  announce({ tone: zip.missing === 0 ? "ok" : "warn", text: `The download of ${filesText(zip)} has begun.${lost}`, id: "zip" });
}
