import type { z } from "zod";
import { type Database, db } from "@/lib/db/client";
import { AppError } from "@/lib/domain/errors";
import { type Guest, requirePower } from "@/lib/domain/guest/guest";
import { type GuestPower, GuestPowers } from "@/lib/domain/guest/power";
import { CLOSED_LINK_SENTENCES, linkState } from "@/lib/domain/guest/share-link";
import { transact } from "../transact";
import { parseInput } from "../verb";
import { record, type Unchanged, type Written } from "../write";

/**
 * What a guest may ask of the studio. It takes a guest and never an actor, and carries a power instead of a permission: no door of
 * the studio calls one for a member, and no verb of the studio takes a guest.
 */
export interface GuestVerb<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType> {
  (guest: Guest, input: z.input<Input>): Promise<z.output<Output>>;
  /** `guest.verb`, the name in the audit trail. */
  readonly verb: string;
  readonly power: GuestPower;
  readonly input: Input;
  readonly output: Output;
}

interface Asking {
  readonly guest: Guest;
  readonly now: Date;
}

/** Look: link open → power → parse → query. Every query names the guest's link. */
export function guestRead<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  verb: string;
  power: GuestPower;
  input: Input;
  output: Output;
  run(context: Asking & { readonly db: Database }, input: z.output<Input>): Promise<z.output<Output>>;
}): GuestVerb<Input, Output> {
  const call = async (guest: Guest, input: z.input<Input>) => {
    const now = new Date();
    requirePower({ powers: await powersOf(db(), guest, now) }, definition.power);
    return definition.run({ db: db(), guest, now }, parseInput(definition.input, input));
  };
  const { verb, power, input, output } = definition;
  return Object.assign(call, { verb, power, input, output });
}

/** Act: parse → transaction (link open, power, the changes, audit in the guest's name, events). */
export function guestWrite<Input extends z.ZodType, Output extends z.ZodType>(definition: {
  verb: string;
  power: GuestPower;
  input: Input;
  output: Output;
  run(
    context: Asking & { readonly tx: Database },
    input: z.output<Input>,
  ): Promise<Written<z.output<Output>> | Unchanged<z.output<Output>>>;
}): GuestVerb<Input, Output> {
  const call = async (guest: Guest, input: z.input<Input>) => {
    const parsed = parseInput(definition.input, input);
    return transact(async (tx) => {
      const now = new Date();
      // Taking the link back waits for what is being said through it, and nothing is said afterwards.
      await tx.$queryRaw`SELECT 1 FROM "ShareLink" WHERE "id" = ${guest.linkId}::uuid FOR SHARE`;
      requirePower({ powers: await powersOf(tx, guest, now) }, definition.power);
      const written = await definition.run({ tx, guest, now }, parsed);
      const { workspaceId, guestId } = guest;
      const author = { workspaceId, actorKind: "guest", memberId: null, apiKeyId: null, guestId } as const;
      if (!("unchanged" in written)) await record(tx, author, definition.verb, written, now);
      return written.result;
    });
  };
  const { verb, power, input, output } = definition;
  return Object.assign(call, { verb, power, input, output });
}

/** What the link allows at this moment, whatever it did when the guest came. */
async function powersOf(database: Database, { workspaceId, linkId }: Guest, now: Date): Promise<readonly GuestPower[]> {
  const link = await database.shareLink.findFirst({
    where: { id: linkId, workspaceId },
    select: { powers: true, expiresAt: true, revokedAt: true },
  });
  const state = link ? linkState(link, now) : "unknown";
  if (!link || state !== "open") throw new AppError("FORBIDDEN", CLOSED_LINK_SENTENCES[state === "open" ? "unknown" : state]);
  return GuestPowers.parse(link.powers);
}
