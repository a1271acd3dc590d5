import { expect, test } from "vitest";
import { readNewPassword } from "@/lib/domain/member/new-password";

const words = "a few plain words";

test.each([
  ["the same twice is taken as it is", `${words} `, `${words} `, { password: `${words} ` }],
  ["a slip in one of the two is found", words, `${words}x`, { problems: { again: "The two are not the same." } }],
  [
    "too short is said first, whatever the second is",
    "short",
    "other",
    { problems: { password: "A password has at least 10 characters." } },
  ],
])("%s", (_, password, again, read) => {
  expect(readNewPassword({ password, again })).toEqual(read);
});
