import type { Role, Scope } from "@/lib/domain/access/policy";

export const ROLE_WORDS = {
  operator: { label: "Operator", hint: "Writes prompts, runs, compares, picks" },
  reviewer: { label: "Reviewer", hint: "Decides on review cards" },
  lead: { label: "Lead", hint: "Curates libraries, lanes and budgets; publishes" },
  admin: { label: "Admin", hint: "Everything, and members and keys" },
} as const satisfies Record<Role, { label: string; hint: string }>;

export const SCOPE_WORDS = {
  read: { label: "Read", hint: "See everything of the workspace" },
  run: { label: "Run", hint: "Write prompts, add files, spend from budgets" },
  review: { label: "Review", hint: "Make cards and decide on them" },
  publish: { label: "Publish", hint: "Let approved work out" },
  manage: { label: "Manage", hint: "Libraries, lanes, budgets, sessions" },
} as const satisfies Record<Scope, { label: string; hint: string }>;

export const MANAGED_BY_ADMINS = "An admin does this.";

/** A browser as it calls itself, in words: "Chromium on Linux". */
export function browserName(userAgent: string): string {
  const browser = firstFound(userAgent, [
    [/Edg\//, "Edge"],
    [/OPR\//, "Opera"],
    [/Firefox\//, "Firefox"],
    [/HeadlessChrome\//, "Chromium without a window"],
    [/Chrome\//, "Chrome"],
    [/Safari\//, "Safari"],
  ]);
  const system = firstFound(userAgent, [
    [/iPhone|iPad/, "iOS"],
    [/Android/, "Android"],
    [/Windows/, "Windows"],
    [/Mac OS X/, "macOS"],
    [/Linux/, "Linux"],
  ]);
  if (!browser) return userAgent === "" ? "A browser that says nothing of itself" : userAgent.slice(0, 60);
  return system ? `${browser} on ${system}` : browser;
}

/** The order matters: most browsers also name those they descend from. */
const firstFound = (text: string, names: readonly (readonly [RegExp, string])[]) => names.find(([sign]) => sign.test(text))?.[1];
