import clsx from "clsx";
import { Picture } from "@/components/ui/picture";
import { addresses } from "../addresses";
import type { SentVariant } from "./sent-variant";

export type VariantChoiceProps = { variants: readonly SentVariant[]; chosen: SentVariant; onChoose: (variantId: string) => void };

/** The picture that is sent, and of several, which one. */
export function VariantChoice({ variants, chosen, onChoose }: VariantChoiceProps) {
  return (
    <div className="flex shrink-0 flex-col gap-2 sm:w-52">
      <Picture
        src={addresses.picture(chosen.assetId, "screen")}
        width={chosen.width}
        height={chosen.height}
        thumbHash={chosen.thumbHash}
        alt={`Variant with seed ${chosen.seed}`}
        eager
        className="w-full rounded-md max-sm:max-h-48"
      />
      <p className="text-xs text-muted">
        {chosen.quality === "final" ? "Final quality" : "Draft quality"} · {chosen.width} × {chosen.height}
        <span className="block font-mono text-faint">seed {chosen.seed}</span>
      </p>
      {variants.length > 1 ? (
        <fieldset className="flex flex-wrap gap-1.5">
          <legend className="mb-1 text-xs text-muted">Which of them?</legend>
          {variants.map((variant, index) => (
            <button
              key={variant.id}
              type="button"
              aria-pressed={variant.id === chosen.id}
              aria-label={`Variant ${index + 1}, seed ${variant.seed}`}
              onClick={() => onChoose(variant.id)}
              className={clsx("rounded-sm border-2", variant.id === chosen.id ? "border-accent-ink" : "border-transparent")}
            >
              <Picture
                src={addresses.picture(variant.assetId, "thumb")}
                width={variant.width}
                height={variant.height}
                thumbHash={variant.thumbHash}
                alt=""
                className="size-11 rounded-xs"
              />
            </button>
          ))}
        </fieldset>
      ) : null}
    </div>
  );
}
