import { describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/access/actor";
import type { Role } from "@/lib/domain/access/policy";
import { behind, placedBefore } from "@/lib/domain/pattern/order";
import { mayCurateShelf, mayUseShelf, OPEN_SHELF, refusalOfAccess, type ShelfAccess } from "@/lib/domain/pattern/shelf-access";

const someone = (role: Role, memberId = `00000000-0000-4000-8000-${role.padEnd(12, "0")}`): Actor => ({
  kind: "member",
  workspaceId: "w",
  userId: "u",
  memberId,
  role,
});

describe("a shelf", () => {
  it("is everybody's to use and everybody's who writes patterns to curate, until somebody says otherwise", () => {
    expect((["operator", "reviewer", "lead", "admin"] as const).map((role) => mayUseShelf(OPEN_SHELF, someone(role)))).toEqual([
      true,
      true,
      true,
      true,
    ]);
    expect((["operator", "reviewer", "lead"] as const).map((role) => mayCurateShelf(OPEN_SHELF, someone(role)))).toEqual([
      true,
      false,
      true,
    ]);
  });

  it("opens to a role or to somebody named, always to an admin, and never widens a role", () => {
    const named = someone("operator");
    const reviewer = someone("reviewer");
    const access: ShelfAccess = {
      use: { roles: ["reviewer"], memberIds: [] },
      curate: { roles: ["lead"], memberIds: [named, reviewer].map((actor) => (actor.kind === "system" ? "" : actor.memberId)) },
    };
    const other = someone("operator", "00000000-0000-4000-8000-0000000other");
    expect([mayCurateShelf(access, named), mayUseShelf(access, named)]).toEqual([true, true]);
    expect([mayCurateShelf(access, other), mayUseShelf(access, other)]).toEqual([false, false]);
    expect([mayCurateShelf(access, reviewer), mayUseShelf(access, reviewer)]).toEqual([false, true]);
    expect([mayCurateShelf(access, someone("admin")), mayCurateShelf(access, someone("lead"))]).toEqual([true, true]);
  });

  it("is not locked by somebody who could not open it again", () => {
    const access: ShelfAccess = { ...OPEN_SHELF, curate: { roles: ["operator"], memberIds: [] } };
    expect(refusalOfAccess(access, someone("lead"))).toMatch(/lock yourself out/);
    expect(refusalOfAccess(access, someone("admin"))).toBeNull();
  });
});

describe("an order", () => {
  it("puts a thing before another, last, or in for the first time, and knows the way back", () => {
    expect(placedBefore(["a", "b", "c"], "c", "a")).toEqual(["c", "a", "b"]);
    expect(placedBefore(["a", "b", "c"], "a", null)).toEqual(["b", "c", "a"]);
    expect(placedBefore(["a", "b"], "x", "b")).toEqual(["a", "x", "b"]);
    expect(placedBefore(["a", "b"], "a", "a")).toEqual(["a", "b"]);
    expect([behind(["a", "b"], "a"), behind(["a", "b"], "b")]).toEqual(["b", null]);
  });
});
