import { z } from "zod";

export const ROLES = ["operator", "reviewer", "lead", "admin"] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/**
 * Who may do what: the whole policy in one table. Rules about a particular thing (the owner decides, the submitter
 * never decides on their own attempt) live with the noun; this table says which roles may come to the door at all.
 */
const POLICY = {
  "workspace.read": ["operator", "reviewer", "lead", "admin"],
  "project.write": ["operator", "lead", "admin"],
  "budget.set": ["lead", "admin"],
  "asset.write": ["operator", "reviewer", "lead", "admin"],
  "prompt.write": ["operator", "lead", "admin"],
  "note.write": ["operator", "reviewer", "lead", "admin"],
  "run.start": ["operator", "lead", "admin"],
  "run.cancel": ["operator", "lead", "admin"],
  "help.ask": ["operator", "reviewer", "lead", "admin"],
  "variant.choose": ["operator", "reviewer", "lead", "admin"],
  "comparison.write": ["operator", "reviewer", "lead", "admin"],
  "pattern.write": ["operator", "lead", "admin"],
  "library.curate": ["lead", "admin"],
  "trial.judge": ["operator", "reviewer", "lead", "admin"],
  "label.move": ["lead", "admin"],
  "card.write": ["operator", "lead", "admin"],
  "card.decide": ["reviewer", "lead", "admin"],
  "card.exhausted": ["operator", "reviewer", "lead", "admin"],
  "card.waive": ["lead", "admin"],
  "comment.write": ["operator", "reviewer", "lead", "admin"],
  "card.share": ["operator", "reviewer", "lead", "admin"],
  "publication.publish": ["lead", "admin"],
  "lane.write": ["lead", "admin"],
  "taxonomy.write": ["lead", "admin"],
  "session.end": ["operator", "reviewer", "lead", "admin"],
  "account.change": ["operator", "reviewer", "lead", "admin"],
  "member.manage": ["admin"],
  "key.manage": ["admin"],
  "webhook.manage": ["admin"],
  "delivery.manage": ["admin"],
  "mail.test": ["admin"],
  "engine.manage": ["admin"],
  "engine.price": ["lead", "admin"],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof POLICY;

export function may(role: Role, permission: Permission): boolean {
  return (POLICY[permission] as readonly Role[]).includes(role);
}

/** Which roles a permission takes. */
export function rolesThatMay(permission: Permission): readonly Role[] {
  return POLICY[permission];
}

/** What a permission allows, in words that follow "can". */
const ALLOWS = {
  "workspace.read": "look into this workspace",
  "project.write": "start or change projects",
  "budget.set": "set the budget",
  "asset.write": "add or change assets",
  "prompt.write": "write prompts",
  "note.write": "write notes on a board",
  "run.start": "start runs",
  "run.cancel": "cancel runs",
  "help.ask": "ask for help with words",
  "variant.choose": "pick, reject or rate variants",
  "comparison.write": "save comparisons and comment on them",
  "pattern.write": "write patterns",
  "library.curate": "curate style libraries",
  "trial.judge": "judge a trial",
  "label.move": "move labels",
  "card.write": "write and submit review cards",
  "card.decide": "decide on a review card",
  "card.exhausted": "take an exhausted review card on",
  "card.waive": "waive a defect or one more retry",
  "comment.write": "comment on a review card",
  "card.share": "share review cards with guests",
  "publication.publish": "publish or withdraw",
  "lane.write": "set up lanes",
  "taxonomy.write": "name the kinds of defects",
  "session.end": "end sessions",
  "account.change": "change their own account",
  "member.manage": "manage members",
  "key.manage": "manage API keys",
  "webhook.manage": "manage webhooks",
  "delivery.manage": "say where publications are delivered",
  "mail.test": "send a test e-mail",
  "engine.manage": "connect engines",
  "engine.price": "say what a model costs",
} as const satisfies Record<Permission, string>;

/** The sentence of a refusal: "Only a lead or an admin can set the budget." */
export function onlySentence(permission: Permission): string {
  const people = rolesThatMay(permission).map((role) => `${/^[ao]/.test(role) ? "an" : "a"} ${role}`);
  const others = people.slice(0, -1).join(", ");
  return `Only ${others === "" ? "" : `${others} or `}${people.at(-1)} can ${ALLOWS[permission]}.`;
}

/** What an API key may be given. A key never does more than the member who made it may do. */
export const SCOPES = ["read", "run", "review", "publish", "manage"] as const;
export const Scope = z.enum(SCOPES);
export type Scope = z.infer<typeof Scope>;

const SCOPE_OF = {
  "workspace.read": "read",
  "project.write": "run",
  "asset.write": "run",
  "prompt.write": "run",
  "note.write": "run",
  "run.start": "run",
  "run.cancel": "run",
  "help.ask": "run",
  "variant.choose": "run",
  "comparison.write": "run",
  "pattern.write": "run",
  "card.write": "review",
  "card.decide": "review",
  "card.exhausted": "review",
  "card.waive": "review",
  "comment.write": "review",
  "card.share": "review",
  "publication.publish": "publish",
  "library.curate": "manage",
  "trial.judge": "review",
  "label.move": "manage",
  "budget.set": "manage",
  "lane.write": "manage",
  "taxonomy.write": "manage",
  "session.end": "manage",
  "account.change": "manage",
  "member.manage": "manage",
  "key.manage": "manage",
  "webhook.manage": "manage",
  "delivery.manage": "manage",
  "mail.test": "manage",
  "engine.manage": "manage",
  "engine.price": "manage",
} as const satisfies Record<Permission, Scope>;

export function scopeFor(permission: Permission): Scope {
  return SCOPE_OF[permission];
}
