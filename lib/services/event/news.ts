import { z } from "zod";
import type { Database } from "@/lib/db/client";
import { type Listener, listen } from "@/lib/db/listen";
import { PresenceNews } from "@/lib/domain/board/presence";

type Watcher = (news: PresenceNews) => void;

/** One connection hears for the whole process; every open stream of a workspace is woken by it. */
interface News {
  readonly listener: Listener;
  readonly wakers: Map<string, Set<() => void>>;
  readonly watchers: Map<string, Set<Watcher>>;
}

/** What is said on the channel: the workspace something was committed in, or where somebody is, which is told and not kept. */
const Spread = z.strictObject({ workspaceId: z.uuid(), news: PresenceNews });

// Next loads a module once per bundle; the connection must exist once per process.
const shared = globalThis as typeof globalThis & { selectsNews?: News };

function news(): News {
  if (shared.selectsNews) return shared.selectsNews;
  const wakers: News["wakers"] = new Map();
  const watchers: News["watchers"] = new Map();
  const wakeAll = () => {
    for (const workspaceId of [...wakers.keys()]) wake(wakers, workspaceId);
  };
  const hear = (said: string) => (said.startsWith("{") ? tell(watchers, said) : wake(wakers, said));
  const listener = listen("selects_events", hear, { onReconnect: wakeAll });
  shared.selectsNews = { listener, wakers, watchers };
  return shared.selectsNews;
}

function wake(wakers: News["wakers"], workspaceId: string): void {
  for (const waker of [...(wakers.get(workspaceId) ?? [])]) waker();
}

function tell(watchers: News["watchers"], said: string): void {
  // Another version of the studio may share the database: what it says in other words is not for us.
  const spread = Spread.safeParse(JSON.parse(said)).data;
  if (spread) for (const watcher of [...(watchers.get(spread.workspaceId) ?? [])]) watcher(spread.news);
}

/** Says where somebody is to every process that listens. Nothing is kept. */
export async function spreadPresence(db: Database, workspaceId: string, news: PresenceNews): Promise<void> {
  await db.$executeRaw`SELECT pg_notify('selects_events', ${JSON.stringify({ workspaceId, news } satisfies z.infer<typeof Spread>)})`;
}

/** Calls `watcher` with where people of the workspace are. The result stops it. */
export function onPresence(workspaceId: string, watcher: Watcher): () => void {
  const { watchers } = news();
  const ours = watchers.get(workspaceId) ?? new Set();
  watchers.set(workspaceId, ours.add(watcher));
  return () => {
    ours.delete(watcher);
    if (ours.size === 0 && watchers.get(workspaceId) === ours) watchers.delete(workspaceId);
  };
}

/** Calls `waker` whenever events of the workspace were committed. Resolves, once they are heard, to the way to stop. */
export async function onNews(workspaceId: string, waker: () => void): Promise<() => void> {
  const { listener, wakers } = news();
  const ours = wakers.get(workspaceId) ?? new Set();
  wakers.set(workspaceId, ours.add(waker));
  await listener.ready;
  return () => {
    ours.delete(waker);
    if (ours.size === 0 && wakers.get(workspaceId) === ours) wakers.delete(workspaceId);
  };
}

/** Ends this process's listening, so that the process can exit. */
export async function closeNews(): Promise<void> {
  const current = shared.selectsNews;
  delete shared.selectsNews;
  await current?.listener.close();
}
