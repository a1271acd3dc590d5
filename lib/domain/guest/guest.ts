import { AppError } from "../errors";
import { PlainText } from "../prompt/recipe";
import { type GuestPower, LACKING_POWER } from "./power";

/**
 * Somebody who came through a share link. Deliberately no `Actor`: a guest has no member, no role and no permission, so no verb of the
 * studio takes one – only the guest's own do, and none of those decides.
 */
export interface Guest {
  readonly kind: "guest";
  readonly workspaceId: string;
  readonly linkId: string;
  readonly guestId: string;
  readonly name: string;
  readonly powers: readonly GuestPower[];
  /** Pictures they are shown carry their name. */
  readonly isWatermarked: boolean;
}

export const GuestName = PlainText.trim()
  .min(1, "Please say who you are.")
  .max(80, "A name has at most 80 characters.")
  .meta({ description: "How a guest calls themselves." });

/** People one link takes in: more than any review has, fewer than a script makes. */
export const MOST_GUESTS = 500;
/** Marks one guest may leave on one attempt. */
export const MOST_MARKS = 100;

/** @throws AppError FORBIDDEN when the link does not allow it */
export function requirePower(guest: Pick<Guest, "powers">, power: GuestPower): void {
  if (!guest.powers.includes(power)) throw new AppError("FORBIDDEN", LACKING_POWER[power]);
}

const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/\bEdg(e|A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(Firefox|FxiOS)\//, "Firefox"],
  [/(Chrome|CriOS)\//, "Chrome"],
  [/\bSafari\//, "Safari"],
];
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/\b(iPhone|iPod)\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bWindows\b/, "Windows"],
  [/\bMac OS X\b/, "macOS"],
  [/\bLinux\b/, "Linux"],
];

/** "Safari on iPhone": what a view log says somebody came with, from what their browser says of itself. */
export function deviceOf(userAgent: string | null): string {
  const found = (known: typeof BROWSERS) => known.find(([sign]) => sign.test(userAgent ?? ""))?.[1];
  const [browser, system] = [found(BROWSERS), found(SYSTEMS)];
  if (browser && system) return `${browser} on ${system}`;
  return browser ?? system ?? "Unknown browser";
}
