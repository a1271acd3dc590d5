import { type Listener, listen } from "@/lib/db/listen";

/** One connection hears for the whole process; every open stream of a workspace is woken by it. */
interface News {
  readonly listener: Listener;
  readonly wakers: Map<string, Set<() => void>>;
}

// Next loads a module once per bundle; the connection must exist once per process.
const shared = globalThis as typeof globalThis & { selectsNews?: News };

function news(): News {
  if (shared.selectsNews) return shared.selectsNews;
  const wakers = new Map<string, Set<() => void>>();
  const wakeAll = () => {
    for (const workspaceId of [...wakers.keys()]) wake(wakers, workspaceId);
  };
  const listener = listen("selects_events", (workspaceId) => wake(wakers, workspaceId), { onReconnect: wakeAll });
  shared.selectsNews = { listener, wakers };
  return shared.selectsNews;
}

function wake(wakers: News["wakers"], workspaceId: string): void {
  for (const waker of [...(wakers.get(workspaceId) ?? [])]) waker();
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
