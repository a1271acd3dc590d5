import { type LiveOffer, MOST_OFFERS, MOST_PICTURES } from "@/lib/domain/live/offers";
import { redact } from "@/lib/domain/log/redact";
import type { Connection } from "@/lib/engines/engine";
import { download } from "@/lib/engines/http/download";
import type { LiveChoice } from "@/lib/engines/live";
import type { LiveRegistry } from "@/lib/engines/live-registry";
import { dataThumbnail } from "@/lib/media/data-thumbnail";
import { connectionOf } from "@/lib/services/engine/connection-of";
import { noteOffers } from "@/lib/services/live/note-offers";

const PICTURE_TIMEOUT_MS = 8_000;
const MAX_PICTURE_BYTES = 8 * 1024 * 1024;
const AT_ONCE = 6;

/**
 * Reads an engine's avatars, voices and contexts, and makes small pictures of the avatars: a browser of ours loads nothing from a
 * provider. An avatar whose picture cannot be had is listed without one.
 */
export async function readOffers(
  job: { workspaceId: string; engineId: string },
  signal: AbortSignal,
  { engines }: { readonly engines: LiveRegistry },
): Promise<void> {
  const { workspaceId, engineId } = job;
  const engine = engines.get(engineId);
  const connection = await connectionOf(workspaceId, engineId);
  if (!engine || !connection) return;
  try {
    const { avatars, voices, contexts } = await engine.choices({ connection, signal });
    const listed = avatars.slice(0, MOST_OFFERS);
    const pictures = await picturesOf(listed.slice(0, MOST_PICTURES), connection, signal);
    await noteOffers(workspaceId, engineId, {
      offers: {
        avatars: listed.map((avatar, index) => offered(avatar, pictures[index] ?? null)),
        voices: voices.slice(0, MOST_OFFERS).map((voice) => offered(voice)),
        contexts: contexts.slice(0, MOST_OFFERS).map((context) => offered(context)),
      },
    });
  } catch (error) {
    signal.throwIfAborted();
    const problem = redact(error instanceof Error ? error.message : String(error), [connection.apiKey]);
    await noteOffers(workspaceId, engineId, { problem });
  }
}

function offered({ id, name, note }: LiveChoice, picture: string | null = null): LiveOffer {
  return { id: id.slice(0, 200), name: name.slice(0, 200), note: note?.slice(0, 200) ?? null, picture };
}

async function picturesOf(avatars: readonly LiveChoice[], connection: Connection, signal: AbortSignal): Promise<(string | null)[]> {
  const pictures: (string | null)[] = [];
  const trustedOrigins = connection.baseUrl === null ? [] : [new URL(connection.baseUrl).origin];
  for (let at = 0; at < avatars.length; at += AT_ONCE)
    pictures.push(
      ...(await Promise.all(
        avatars.slice(at, at + AT_ONCE).map(async ({ pictureUrl }) => {
          if (pictureUrl === null) return null;
          const limits = { signal, timeoutMs: PICTURE_TIMEOUT_MS, maxBytes: MAX_PICTURE_BYTES, trustedOrigins };
          return download(pictureUrl, limits)
            .then(dataThumbnail)
            .catch(() => null);
        }),
      )),
    );
  return pictures;
}
