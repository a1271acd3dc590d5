import { expect, test } from "vitest";
import { typedEmailCookie, typedEmailOf } from "@/lib/auth/typed-email";

test("the address typed in vain goes to the sign-in page only, and comes back as it was", () => {
  const cookie = typedEmailCookie("Åda; Path=/@example.com") ?? "";
  const [pair = "", ...attributes] = cookie.split("; ");
  expect(attributes).toEqual(["Path=/signin", "Max-Age=120", "HttpOnly", "SameSite=Lax"]);
  const value = decodeURIComponent(pair.slice(pair.indexOf("=") + 1));
  expect(typedEmailOf({ get: () => ({ value }) })).toBe("Åda; Path=/@example.com");
});

test("what is no address at all, or too long to be one, is not kept", () => {
  expect([typedEmailCookie(""), typedEmailCookie(null), typedEmailCookie("x".repeat(255))]).toEqual([null, null, null]);
  expect(typedEmailOf({ get: () => undefined })).toBe("");
});
