import { z } from "zod";
import { titleOf } from "@/lib/domain/prompt/title";
import { Id } from "@/lib/domain/wire";
import { read } from "../read";
import { loadAsset } from "./asset-view";

/** Of each kind, the newest so many. */
const SHOWN = 20;

const Use = z.strictObject({
  kind: z.enum(["variant", "reference", "pattern", "card", "collection"]),
  /** What it is known by. */
  title: z.string(),
  /** The page of it, relative to the studio. */
  href: z.string(),
});

/** Where a file is used: the prompt that made it, prompts and patterns it lends itself to, cards and collections it lies in. */
export const getUses = read({
  verb: "asset.uses",
  permission: "workspace.read",
  input: z.strictObject({ assetId: Id }),
  output: z.array(Use),
  async run({ db, actor }, { assetId }) {
    const { workspaceId } = actor;
    await loadAsset(db, workspaceId, assetId);
    const newest = { orderBy: { id: "desc" as const }, take: SHOWN };
    const prompt = { select: { text: true, boardId: true } };
    const [variants, references, patterns, attempts, collections] = await Promise.all([
      db.variant.findMany({ where: { assetId, workspaceId }, ...newest, select: { prompt } }),
      db.promptReference.findMany({ where: { assetId, prompt: { workspaceId } }, take: SHOWN, select: { prompt } }),
      db.patternVersionReference.findMany({
        where: { assetId },
        take: SHOWN,
        select: { version: { select: { number: true, pattern: { select: { slug: true, name: true, workspaceId: true } } } } },
      }),
      db.attempt.findMany({
        where: { assetId, card: { workspaceId } },
        ...newest,
        select: { card: { select: { id: true, title: true } } },
      }),
      db.collectionAsset.findMany({
        where: { assetId, collection: { workspaceId, deletedAt: null } },
        take: SHOWN,
        select: { collection: { select: { id: true, name: true } } },
      }),
    ]);
    const ofPrompt = (kind: "variant" | "reference", { text, boardId }: { text: string; boardId: string }) => ({
      kind,
      title: titleOf(text) || "A prompt without words",
      href: `/boards/${boardId}`,
    });
    return [
      ...variants.map((variant) => ofPrompt("variant", variant.prompt)),
      ...references.map((reference) => ofPrompt("reference", reference.prompt)),
      ...patterns
        .filter(({ version }) => version.pattern.workspaceId === workspaceId)
        .map(({ version }) => ({
          kind: "pattern" as const,
          title: `${version.pattern.name}, version ${version.number}`,
          href: `/library/patterns/${version.pattern.slug}`,
        })),
      ...attempts.map(({ card }) => ({ kind: "card" as const, title: card.title, href: `/review/${card.id}` })),
      ...collections.map(({ collection }) => ({
        kind: "collection" as const,
        title: collection.name,
        href: `/assets?collection=${collection.id}`,
      })),
    ];
  },
});
