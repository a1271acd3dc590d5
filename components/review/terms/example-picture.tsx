import { addresses } from "../addresses";

/** A small picture of a defect that is fine, which opens in full. */
export function ExamplePicture({ assetId, kind }: { assetId: string; kind: string }) {
  return (
    <a href={addresses.picture(assetId, "screen")} target="_blank" rel="noreferrer" className="block shrink-0 rounded-sm">
      {/* biome-ignore lint/performance/noImgElement: a stored rendition of the right size; its dimensions are not known here */}
      <img
        src={addresses.picture(assetId, "thumb")}
        alt={`Example of an acceptable defect: ${kind}`}
        loading="lazy"
        className="h-9 w-12 rounded-sm bg-surround object-cover"
      />
    </a>
  );
}
