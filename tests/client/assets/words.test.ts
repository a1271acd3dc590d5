import { describe, expect, it } from "vitest";
import { bytesText } from "@/components/assets/words";

describe("the size of a file", () => {
  it.each([
    [0, "0 B"],
    [999, "999 B"],
    [1_000, "1.0 kB"],
    [1_234_567, "1.2 MB"],
    [123_456_789, "123 MB"],
  ])("%i bytes read %s", (bytes, text) => expect(bytesText(bytes)).toBe(text));
});
