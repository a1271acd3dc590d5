import { z } from "zod";

/** How the queue may be sorted: soonest due, oldest, by the name of the lane, or what was spent most on. */
export const QUEUE_SORTS = ["due", "age", "lane", "cost"] as const;
export const QueueSort = z.enum(QUEUE_SORTS);
export type QueueSort = z.infer<typeof QueueSort>;
