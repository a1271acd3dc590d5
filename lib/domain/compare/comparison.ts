import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { Id, Instant } from "../wire";
import { CHANNELS } from "./channels";
import { FIRST_GAIN, MAX_GAIN } from "./difference";
import { COMPARE_MODES } from "./modes";

export const MAX_COMPARED = 8;
/** Enough for every conversation, and what one panel can still show. */
export const MAX_COMMENTS_A_COMPARISON = 500;

/** One of the compared pictures: a variant of a run, or any other file. */
export const ComparedMember = z.strictObject({ kind: z.enum(["variant", "asset"]), id: Id });
export type ComparedMember = z.infer<typeof ComparedMember>;

const Part = z.number().min(0).max(1);
const Offset = z.strictObject({ x: z.number().min(-0.5).max(0.5), y: z.number().min(-0.5).max(0.5) });

/** How pictures were looked at. */
export const SavedView = z.strictObject({
  mode: z.enum(COMPARE_MODES).default("side-by-side"),
  channel: z.enum(CHANNELS).default("all"),
  gain: z.number().min(1).max(MAX_GAIN).default(FIRST_GAIN),
  /** The place of the picture that stays while the others are gone through. */
  pinned: z
    .int()
    .min(0)
    .max(MAX_COMPARED - 1)
    .nullable()
    .default(null),
  /** Factor on "fits its cell", and what lies in the middle, in parts of the picture. */
  look: z.strictObject({ zoom: z.number().min(1).max(10_000), x: Part, y: Part }).default({ zoom: 1, x: 0.5, y: 0.5 }),
  /** What each picture is moved by on its own, in parts of it; in the order of the pictures. */
  offsets: z.array(Offset).max(MAX_COMPARED).default([]),
});
export type SavedView = z.infer<typeof SavedView>;

const keyOf = ({ kind, id }: ComparedMember) => `${kind} ${id}`;

export const ComparisonName = PlainText.trim().min(1, "Give the comparison a name.").max(120);
export const ComparisonMembers = z
  .array(ComparedMember)
  .min(2, "Compare two pictures at least.")
  .max(MAX_COMPARED, "Compare takes at most eight pictures.")
  .refine((members) => new Set(members.map(keyOf)).size === members.length, "A picture is compared with others, not with itself.");
export const ComparisonCommentBody = PlainText.trim().min(1, "Write something first.").max(4_000);

export const ComparisonSummary = z
  .strictObject({
    id: Id,
    name: z.string(),
    members: z.array(ComparedMember),
    author: z.string(),
    comments: z.int(),
    isArchived: z.boolean(),
    version: z.int(),
    createdAt: Instant,
  })
  .meta({ description: "Pictures that were looked at together, found again by name." });
export type ComparisonSummary = z.infer<typeof ComparisonSummary>;

export const ComparisonComment = z.strictObject({
  id: Id,
  author: z.string(),
  body: z.string(),
  createdAt: Instant,
  /** The person asking wrote it and may take it back. */
  isOwn: z.boolean(),
});
export type ComparisonComment = z.infer<typeof ComparisonComment>;

export const ComparisonView = ComparisonSummary.omit({ comments: true })
  .extend({
    view: SavedView,
    /** Oldest first. */
    comments: z.array(ComparisonComment),
  })
  .meta({ description: "A saved comparison: its pictures, how they were looked at, and what was said about them." });
export type ComparisonView = z.infer<typeof ComparisonView>;
