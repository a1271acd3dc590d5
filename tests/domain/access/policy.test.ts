import { describe, expect, it } from "vitest";
import { type Actor, authorise, requireSignedIn } from "@/lib/domain/access/actor";
import { AppError } from "@/lib/domain/errors";

const ids = { workspaceId: "w", memberId: "m", userId: "u" };
const refusal = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof AppError) return `${error.code}: ${error.message}`;
    throw error;
  }
  return "allowed";
};

describe("who may do what", () => {
  it("says which role an act takes", () => {
    expect(refusal(() => authorise({ kind: "member", ...ids, role: "operator" }, "lane.write"))).toBe(
      "FORBIDDEN: Only a lead or an admin can set up lanes.",
    );
    expect(refusal(() => authorise({ kind: "member", ...ids, role: "lead" }, "member.manage"))).toBe(
      "FORBIDDEN: Only an admin can manage members.",
    );
  });

  it("holds a key to both its member's role and its scopes", () => {
    const key = (role: "admin" | "operator", scopes: ("read" | "manage")[]): Actor => ({
      kind: "key",
      ...ids,
      role,
      apiKeyId: "k",
      scopes,
    });
    expect(refusal(() => authorise(key("admin", ["read"]), "member.manage"))).toBe('FORBIDDEN: This API key lacks the scope "manage".');
    expect(refusal(() => authorise(key("operator", ["read", "manage"]), "member.manage"))).toBe(
      "FORBIDDEN: Only an admin can manage members.",
    );
    expect(refusal(() => authorise(key("admin", ["manage"]), "member.manage"))).toBe("allowed");
  });

  it("hands out access to signed-in people only", () => {
    expect(refusal(() => requireSignedIn({ kind: "member", ...ids, role: "admin" }))).toBe("allowed");
    expect(refusal(() => requireSignedIn({ kind: "key", ...ids, role: "admin", apiKeyId: "k", scopes: ["manage"] }))).toMatch(/^FORBIDDEN/);
    expect(refusal(() => requireSignedIn({ kind: "system", workspaceId: "w" }))).toMatch(/^FORBIDDEN/);
  });
});
