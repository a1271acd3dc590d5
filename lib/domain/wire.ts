import { z } from "zod";

/** Shapes shared by everything that leaves the studio as JSON. */
export const Id = z.uuid();
/** ISO 8601 with time zone. */
export const Instant = z.iso.datetime({ offset: true });
/** How often a thing has changed; kept as a 32-bit integer. */
export const Version = z.int().min(0).max(2_147_483_647);

export const PageRequest = {
  /** Opaque; from `next` of the page before. */
  cursor: z.string().max(200).optional(),
  limit: z.int().min(1).max(200).default(50),
};

/** One page of a list, newest first. `next` is null on the last one. */
export const pageOf = <Item extends z.ZodType>(item: Item) => z.strictObject({ items: z.array(item), next: z.string().nullable() });
