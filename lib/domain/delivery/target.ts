import { z } from "zod";
import { PlainText } from "../prompt/recipe";
import { PersonName } from "../review/view";
import { Id, Instant } from "../wire";

const Line = (most: number, what: string) => PlainText.trim().min(1, `Enter ${what}.`).max(most);

/** A bucket of any S3-compatible store. Its secret key is beside these, sealed, and comes out of no door. */
export const TargetTerms = z.strictObject({
  name: Line(80, "a name"),
  endpoint: Line(500, "the address of the store").meta({ description: "`https://s3.eu-central-1.amazonaws.com`, or any other store's." }),
  region: Line(60, "a region").default("us-east-1"),
  bucket: PlainText.trim().regex(
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/,
    "A bucket's name has 3 to 63 small letters, digits, dots and hyphens.",
  ),
  prefix: PlainText.trim()
    .max(300)
    .regex(/^[A-Za-z0-9._~/-]*$/, "A prefix has letters, digits and the signs . _ ~ / -.")
    .default("")
    .meta({ description: "Stands before every name, e.g. `spring/`." }),
  pathStyle: z.boolean().default(true).meta({ description: "The bucket stands in the path, not before the host's name." }),
  accessKeyId: Line(200, "the access key"),
});
export type TargetTerms = z.infer<typeof TargetTerms>;

export const TargetView = TargetTerms.extend({ id: Id, addedBy: PersonName, createdAt: Instant });
export type TargetView = z.infer<typeof TargetView>;

export const DELIVERY_STATUSES = ["waiting", "delivered", "failed"] as const;
export const DeliveryStatus = z.enum(DELIVERY_STATUSES);

/** One publication on its way to one target, or there. */
export const DeliveryView = z.strictObject({
  id: Id,
  publicationId: Id,
  target: z.strictObject({ id: Id, name: z.string() }),
  status: DeliveryStatus,
  tries: z.int(),
  /** Where in the bucket the file lies, or will. */
  objectKey: z.string(),
  /** What the store said last, or why it said nothing; empty before the first try. */
  answer: z.string(),
  nextTryAt: Instant.nullable(),
  startedBy: PersonName,
  createdAt: Instant,
  deliveredAt: Instant.nullable(),
});
export type DeliveryView = z.infer<typeof DeliveryView>;

/** Where a publication's file lies in a bucket: its own folder, so that two of one name do not meet. */
export function objectKeyOf(prefix: string, publicationId: string, fileName: string): string {
  const folder = prefix.replace(/^\/+|\/+$/g, "");
  const safe = fileName.replace(/[^A-Za-z0-9._-]+/g, "-").replace(/^[.-]+/, "");
  return [folder, publicationId, safe === "" ? "file" : safe].filter((part) => part !== "").join("/");
}

/** The address of an object: the bucket in the path, or before the host. */
export function objectAddress(target: Pick<TargetTerms, "endpoint" | "bucket" | "pathStyle">, key: string): URL {
  const url = new URL(target.endpoint);
  const parts = key.split("/").map(encodeURIComponent);
  if (!target.pathStyle) url.hostname = `${target.bucket}.${url.hostname}`;
  const before = url.pathname.replace(/\/+$/, "");
  url.pathname = [before, ...(target.pathStyle ? [target.bucket] : []), ...parts].join("/");
  return url;
}

/** What an answer of a store means. What it refuses for good is a matter for people; everything else may pass. */
export function deliveryOutcome(code: number | null): "delivered" | "refused" | "again" {
  if (code !== null && code >= 200 && code < 300) return "delivered";
  return code !== null && code >= 400 && code < 500 && code !== 408 && code !== 429 ? "refused" : "again";
}
