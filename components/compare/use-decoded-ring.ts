"use client";
import { createContext, use, useEffect, useState, useSyncExternalStore } from "react";
import type { ComparedPicture } from "./compared";
import { ORIGINALS } from "./decode-original";
import { createDecodedRing, type DecodedPicture, type DecodedRing } from "./decoded-ring";
import { whenIdle } from "./when-idle";

/** Eight pictures of 2048 × 2048 with their smaller levels. Bytes. */
const ROOM = 192 * 1024 * 1024;

/** What was decoded ahead on this surface; null where nothing is. */
export const DecodedRingContext = createContext<DecodedRing<DecodedPicture> | null>(null);

export const originalOf = ({ assetId }: Pick<ComparedPicture, "assetId">) => `/assets/${assetId}/original`;

/**
 * Keeps the pictures that a key may show next decoded. Begins when the page has nothing else to do: what is looked at now comes first.
 * @param likely the likeliest first; videos are left out
 */
export function useDecodedRing(likely: readonly ComparedPicture[]): DecodedRing<DecodedPicture> {
  const [ring] = useState(() => createDecodedRing(ORIGINALS, ROOM));
  const said = likely.flatMap((picture) => (picture.video ? [] : [originalOf(picture)])).join(" ");
  useEffect(() => {
    const addresses = said === "" ? [] : said.split(" ");
    if (addresses.every((address) => ring.get(address))) {
      ring.want(addresses);
      return;
    }
    return whenIdle(() => ring.want(addresses));
  }, [ring, said]);
  useEffect(() => () => ring.want([]), [ring]);
  return ring;
}

/** The picture, decoded; undefined while it is not. */
export function useDecoded(picture: ComparedPicture | null): DecodedPicture | undefined {
  const ring = use(DecodedRingContext);
  const address = picture && !picture.video ? originalOf(picture) : null;
  const read = () => (ring && address !== null ? ring.get(address) : undefined);
  return useSyncExternalStore(ring?.subscribe ?? nothing, read, () => undefined);
}

const nothing = () => () => undefined;
