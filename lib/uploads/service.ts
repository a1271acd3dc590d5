import { createHmac } from "node:crypto";
import { env } from "@/lib/env";

/** Who takes the bytes: the hosted service a token leads to, or our own ingest, which speaks the same protocol. */
export type UploadService =
  | { readonly kind: "hosted"; readonly token: string }
  | {
      readonly kind: "embedded";
      readonly token: string;
      /** Signs upload addresses and callbacks. */
      readonly apiKey: string;
      readonly appId: string;
      /** Where browsers send bytes, without a trailing slash. */
      readonly ingestUrl: string;
      readonly callbackUrl: string;
    };

const APP_ID = "selects";

export function uploadService(): UploadService {
  const hostedToken = env().uploadThingToken();
  if (hostedToken) return { kind: "hosted", token: hostedToken };
  const apiKey = `sk_embedded_${createHmac("sha256", env().authSecret()).update("upload ingest").digest("hex")}`;
  const token = Buffer.from(JSON.stringify({ apiKey, appId: APP_ID, regions: ["embedded"] })).toString("base64");
  const { origin } = env();
  return { kind: "embedded", token, apiKey, appId: APP_ID, ingestUrl: `${origin}/ut`, callbackUrl: `${origin}/api/uploadthing` };
}
