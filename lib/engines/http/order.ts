import type { z } from "zod";
import type { ReferenceRole } from "@/lib/domain/prompt/recipe";
import type { LoadedReference, Order } from "./wire";

/** The seed of a run of one output. */
export function seedOf({ request }: Order): number {
  return request.seeds[0] ?? 0;
}

/** A setting as text; empty when the model has no such setting. */
export function settingOf({ request }: Order, key: string): string {
  return String(request.settings[key] ?? "");
}

export function withRole({ references }: Order, role: ReferenceRole): LoadedReference | undefined {
  return references.find((reference) => reference.role === role);
}

export function dataUrl({ mimeType, bytes }: LoadedReference): string {
  return `data:${mimeType};base64,${base64(bytes)}`;
}

export function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64");
}

export function fromBase64(text: string): Uint8Array {
  return new Uint8Array(Buffer.from(text, "base64"));
}

/** A field that is only there when it says something. */
export function optional<Value>(key: string, value: Value | undefined | ""): { readonly [key: string]: Value } {
  return value === undefined || value === "" ? {} : { [key]: value };
}

/** An answer in the shape we know; throws when it is another one, so that nothing is guessed. */
export function known<Schema extends z.ZodType>(schema: Schema, body: unknown): z.output<Schema> {
  const parsed = schema.safeParse(body);
  if (!parsed.success)
    throw new Error(`The answer has a shape we do not know: ${parsed.error.issues.map(({ path }) => path.join(".")).join(", ")}`);
  return parsed.data;
}
