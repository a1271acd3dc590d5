import { isDeepStrictEqual } from "node:util";
import type { Answer, Outgoing } from "./exchange";
import type { Job, SoughtJob, WireList, WireModel } from "./wire";

/** Clocks differ, and a provider may list a job a while after it took it. */
const CLOCKS_DIFFER_MS = 2 * 60_000;
/** Pages hold a hundred jobs or more; the list is left where it reaches back before the submit. */
const MOST_PAGES = 30;

export type FoundJob =
  | { readonly kind: "found"; readonly job: Job }
  | { readonly kind: "absent" }
  | { readonly kind: "unclear"; readonly reason: string };

/** Goes through a provider's list of jobs, back to just before a submit, and says whether exactly one job of it is that submit's. */
export async function findListed<Model extends WireModel>(
  list: WireList<Model>,
  sought: SoughtJob<Model>,
  facts: { readonly sentAtMs: number; readonly owned: readonly Job[] },
  ask: (outgoing: Outgoing) => Promise<Answer>,
): Promise<FoundJob> {
  const earliestMs = facts.sentAtMs - CLOCKS_DIFFER_MS;
  const matches: Job[] = [];
  let next: Outgoing | null = list.first(sought);
  for (let pages = 0; next !== null; pages += 1) {
    if (pages === MOST_PAGES) return { kind: "unclear", reason: "The provider's list is too long to reach back to this run." };
    const page = list.read(await ask(next), sought, pages);
    const recent = page.jobs.filter(({ createdAtMs }) => createdAtMs >= earliestMs);
    matches.push(...recent.filter(({ isSought, job }) => isSought && !isOwned(job, facts.owned)).map(({ job }) => job));
    next = recent.length < page.jobs.length ? null : page.next;
  }
  const [job, another] = matches;
  if (!job) return { kind: "absent" };
  return another ? { kind: "unclear", reason: "The provider's list has several jobs that could be this run." } : { kind: "found", job };
}

const isOwned = (job: Job, owned: readonly Job[]) => owned.some((other) => isDeepStrictEqual(other, job));
