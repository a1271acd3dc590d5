import { z } from "zod";
import type { LiveChoice, LiveChoices } from "../live";

/** Everybody's avatars, one's own, voices, and contexts: what there is to choose from, none of it billed. */
export const LISTS = ["/v1/avatars/public", "/v1/avatars", "/v1/voices", "/v1/contexts"].map((path) => `${path}?page_size=100`);

const Page = z.object({ results: z.array(z.unknown()) });
const Named = z.object({ id: z.string().min(1).max(200), name: z.string().nullish() });
const Avatar = Named.extend({
  status: z.string().nullish(),
  is_expired: z.boolean().nullish(),
  preview_url: z.string().nullish(),
  default_voice: z.object({ name: z.string().nullish() }).nullish(),
});
const Voice = Named.extend({ language: z.string().nullish(), gender: z.string().nullish() });

/** What the lists say, one's own avatars first; an entry of another shape than we know is left out, not fatal. */
export function choicesOf(lists: { avatars: unknown; own: unknown; voices: unknown; contexts: unknown }): LiveChoices {
  const usable = [...entries(Avatar, lists.own), ...entries(Avatar, lists.avatars)].filter(
    ({ status, is_expired }) => (status ?? "ACTIVE") === "ACTIVE" && is_expired !== true,
  );
  return {
    avatars: [...new Map(usable.map((avatar) => [avatar.id, avatar])).values()].map((avatar) =>
      choice(avatar, avatar.default_voice?.name ?? null, avatar.preview_url ?? null),
    ),
    voices: entries(Voice, lists.voices).map((voice) => choice(voice, [voice.language, voice.gender].filter(Boolean).join(", ") || null)),
    contexts: entries(Named, lists.contexts).map((context) => choice(context, null)),
  };
}

function choice({ id, name }: z.infer<typeof Named>, note: string | null, pictureUrl: string | null = null): LiveChoice {
  return { id, name: name?.trim() || id, note, pictureUrl };
}

function entries<Entry extends z.ZodType>(shape: Entry, list: unknown): z.infer<Entry>[] {
  const { results } = Page.safeParse(list).data ?? { results: [] };
  return results.flatMap((result) => {
    const read = shape.safeParse(result);
    return read.success ? [read.data] : [];
  });
}
