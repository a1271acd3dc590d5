/** The pictures a value of an axis stands for, small; what they are called stands beside them. */
export function ValueThumbs({ assetIds, size = 28 }: { assetIds: readonly string[]; size?: number }) {
  if (assetIds.length === 0) return null;
  return (
    <span aria-hidden className="mr-1.5 inline-flex gap-0.5 align-middle">
      {assetIds.map((assetId) => (
        // biome-ignore lint/performance/noImgElement: a thumbnail is as small as it gets
        <img
          key={assetId}
          src={`/assets/${assetId}/thumb`}
          alt=""
          width={size}
          height={size}
          loading="lazy"
          style={{ width: size, height: size }}
          className="rounded-sm bg-inset object-cover"
        />
      ))}
    </span>
  );
}
