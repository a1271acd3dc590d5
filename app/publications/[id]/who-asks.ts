import { requireActor } from "@/lib/auth/require-actor";
import type { Actor } from "@/lib/domain/access/actor";
import { followLink } from "@/lib/services/publication/signed-link";

/** Who asks for a part of a publication: whoever is signed in or has a key, or whoever shows a link we signed for it. */
export async function whoAsks(request: Request, publicationId: string): Promise<Actor> {
  const query = new URL(request.url).searchParams;
  const signature = query.get("signature");
  if (signature === null) return requireActor(request);
  return followLink(publicationId, { until: query.get("until") ?? "", signature }, new Date());
}
