import { describe, expect, it } from "vitest";
import { invitationState } from "@/lib/domain/member/invitation";
import { EmailAddress, NewPassword } from "@/lib/domain/member/person";
import { mayBeInvited, mayBeRemoved, mayTakeRole, type Seat } from "@/lib/domain/member/seat";

const seat = (change: Partial<Seat> = {}): Seat => ({ id: "s", role: "admin", userId: "u", removedAt: null, ...change });
const now = new Date("2026-01-01T00:00:00Z");

describe("a seat", () => {
  it("of the last acting admin is neither demoted nor removed", () => {
    expect(mayTakeRole(seat(), "lead", 1)).toBe("last_admin");
    expect(mayBeRemoved(seat(), 1)).toBe("last_admin");
    expect(mayTakeRole(seat(), "lead", 2)).toBe(true);
    expect(mayBeRemoved(seat(), 2)).toBe(true);
  });

  it("of an admin nobody sits in may go: it looks after nothing", () => {
    expect(mayBeRemoved(seat({ userId: null }), 1)).toBe(true);
    expect(mayTakeRole(seat({ userId: null }), "operator", 1)).toBe(true);
  });

  it("is handed out while it is empty", () => {
    expect(mayBeInvited(seat({ userId: null }))).toBe(true);
    expect(mayBeInvited(seat())).toBe("taken");
    expect(mayBeInvited(seat({ userId: null, removedAt: now }))).toBe("removed");
  });
});

describe("an invitation", () => {
  it("is open until it is used, withdrawn or a week old", () => {
    const life = { expiresAt: new Date(now.getTime() + 1), acceptedAt: null, revokedAt: null };
    expect(invitationState(life, now)).toBe("open");
    expect(invitationState({ ...life, expiresAt: now }, now)).toBe("expired");
    expect(invitationState({ ...life, revokedAt: now }, now)).toBe("revoked");
    expect(invitationState({ ...life, acceptedAt: now, revokedAt: now }, now)).toBe("accepted");
  });
});

describe("what people type", () => {
  it("makes one address of one person", () => {
    expect(EmailAddress.parse("  Ada@Example.Test ")).toBe("ada@example.test");
    for (const wrong of ["ada", "ada@", "a\u0000da@example.test", `${"a".repeat(250)}@example.test`])
      expect(EmailAddress.safeParse(wrong).success).toBe(false);
  });

  it("asks ten characters of a password and no tricks", () => {
    expect(NewPassword.safeParse("123456789").success).toBe(false);
    expect(NewPassword.safeParse("1234567890").success).toBe(true);
    expect(NewPassword.safeParse("x".repeat(201)).success).toBe(false);
  });
});
