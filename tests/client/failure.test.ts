import { ORPCError } from "@orpc/client";
import { expect, test } from "vitest";
import { failureOf } from "@/lib/client/sentence";

const refusal = (code: string, status: number) => failureOf(new ORPCError(code, { status, message: "A sentence." }));

test("what is not there, or not for this person, is not asked for again; what may pass is", () => {
  expect(refusal("NOT_FOUND", 404)).toEqual({ sentence: "A sentence.", isMissing: true, mayPass: false });
  expect(refusal("FORBIDDEN", 403)).toEqual({ sentence: "A sentence.", isMissing: false, mayPass: false });
  expect(refusal("TOO_MANY_REQUESTS", 429).mayPass).toBe(true);
  expect(refusal("INTERNAL", 500).mayPass).toBe(true);
  expect(failureOf(new TypeError("Failed to fetch")).mayPass).toBe(true);
});
