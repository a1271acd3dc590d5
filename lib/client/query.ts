import { createTanstackQueryUtils } from "@orpc/tanstack-query";
import { MutationCache, QueryCache, QueryClient } from "@tanstack/react-query";
import { rpc } from "./rpc";
import { codeOf, isRefusal, sentenceOf } from "./sentence";

/** Query and mutation options of every verb: `useQuery(studio.project.get.queryOptions({ input: { projectId } }))`. */
export const studio = createTanstackQueryUtils(rpc);

declare module "@tanstack/react-query" {
  interface Register {
    /** `isQuiet`: the surface shows the refusal itself, so nothing else is announced. */
    queryMeta: { isQuiet?: boolean };
    mutationMeta: { isQuiet?: boolean };
  }
}

export interface QueryPorts {
  /** Tells the person a sentence wherever they are now. */
  notify(sentence: string): void;
  /** The session has ended; nothing more will be answered. */
  signedOut(): void;
}

/** Two more tries when the studio was not reached or stumbled; a refusal is an answer and is not asked for again. */
const RETRIES = 2;

/** The event stream says when something changed, so what was read stays fresh for long. */
const FRESH_MS = 5 * 60_000;

/**
 * Where the browser keeps what the studio told it. A failed act is announced; a failed first reading is not, because
 * the surface that needed it shows it in its place.
 */
export function createQueryClient(ports: QueryPorts): QueryClient {
  const tell = (error: unknown, isQuiet: boolean) => {
    if (codeOf(error) === "UNAUTHENTICATED") ports.signedOut();
    else if (!isQuiet) ports.notify(sentenceOf(error));
  };
  return new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => tell(error, query.meta?.isQuiet === true || query.state.data === undefined),
    }),
    mutationCache: new MutationCache({
      onError: (error, _variables, _result, mutation) => tell(error, mutation.meta?.isQuiet === true),
    }),
    defaultOptions: {
      queries: {
        staleTime: FRESH_MS,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < RETRIES && !isRefusal(error),
      },
      mutations: { retry: false },
    },
  });
}
