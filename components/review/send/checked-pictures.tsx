import { CircleAlert, CircleCheck } from "lucide-react";
import { Picture } from "@/components/ui/picture";
import { addresses } from "../addresses";

/** A picture that is sent with others: exactly one of the two ids. */
export type SentPicture = {
  readonly variantId?: string;
  readonly assetId?: string;
  /** What is shown of it. */
  readonly shown: { readonly assetId: string; readonly width: number; readonly height: number; readonly thumbHash: string };
};

type Check = { readonly problem: string | null; readonly waitsOn: readonly { readonly cardId: string; readonly title: string }[] };

/** Each picture with what the lane would say of it. */
export function CheckedPictures({ pictures, checks }: { pictures: readonly SentPicture[]; checks: readonly Check[] }) {
  return (
    <ol className="flex max-h-48 flex-col gap-1.5 overflow-y-auto">
      {pictures.map(({ shown }, at) => {
        const check = checks[at];
        const waits = check?.waitsOn.map(({ title }) => `“${title}”`).join(", ") ?? "";
        const Icon = check?.problem ? CircleAlert : CircleCheck;
        return (
          <li key={shown.assetId} className="flex items-center gap-2 text-xs">
            <Picture
              src={addresses.picture(shown.assetId, "thumb")}
              width={shown.width}
              height={shown.height}
              thumbHash={shown.thumbHash}
              alt={`Picture ${at + 1}`}
              className="h-9 w-12 shrink-0 rounded-sm"
            />
            {check ? (
              <span className={`flex min-w-0 items-start gap-1 text-pretty ${check.problem ? "text-warn" : "text-muted"}`}>
                <Icon size={13} aria-hidden className="mt-px shrink-0" />
                {check.problem ?? (waits === "" ? "Ready to be sent." : `Waits for a decision on ${waits} already.`)}
              </span>
            ) : (
              <span className="text-faint">Being checked…</span>
            )}
          </li>
        );
      })}
    </ol>
  );
}
