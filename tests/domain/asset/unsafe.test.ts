import { expect, test } from "vitest";
import { type ContentClasses, isUnsafe, UNSAFE_FROM, unsafeState } from "@/lib/domain/asset/unsafe";

const NOTHING: ContentClasses = { drawing: 0, hentai: 0, neutral: 0, porn: 0, sexy: 0 };

test("explicit photographs and drawings count together, bare skin alone does not, and what nobody looked at is not clear", () => {
  expect(isUnsafe({ ...NOTHING, hentai: UNSAFE_FROM / 2, porn: UNSAFE_FROM / 2 })).toBe(true);
  expect(isUnsafe({ ...NOTHING, porn: UNSAFE_FROM - 0.01, neutral: 0.31 })).toBe(false);
  expect(unsafeState({ ...NOTHING, sexy: 1 })).toBe("clear");
  expect(unsafeState({ ...NOTHING, hentai: 1 })).toBe("unsafe");
  expect(unsafeState(null)).toBe("not-checked");
});
