import type { QueryClient } from "@tanstack/react-query";
import { withChanges } from "@/lib/domain/prompt/board-changes";
import type { BoardView } from "@/lib/domain/prompt/view";
import { studio } from "../query";
import { rpc } from "../rpc";
import { sharedWords } from "./shared-words";

export interface BoardQuery {
  readonly boardId: string;
  readonly archived?: boolean;
}

interface Asking {
  readonly signal: AbortSignal;
}

/** The calls a board is read by. */
export interface BoardPorts {
  get(page: BoardQuery & { readonly after?: string; readonly limit: number }, asking: Asking): Promise<BoardView>;
  changes(since: BoardQuery & { readonly since: string }, asking: Asking): ReturnType<(typeof rpc)["board"]["changes"]>;
}

interface Known {
  readonly query: string;
  readonly board: BoardView;
}

/** Prompts of one answer: few enough to be unpacked within a frame or two. */
const PAGE = 250;

/** The board each tab was told of last, without what is only shown ahead of the studio's answer. */
const known = new WeakMap<QueryClient, Known>();

/** Reads a board whole the first time, page by page; every later reading asks for what became different since. */
export function boardOptions(input: BoardQuery, ports: BoardPorts = rpc.board) {
  const { queryKey } = studio.board.get.queryOptions({ input });
  return {
    queryKey,
    async queryFn({ client, signal }: Asking & { readonly client: QueryClient }): Promise<BoardView> {
      const query = JSON.stringify(input);
      const before = known.get(client);
      const changes =
        before?.query === query && client.getQueryData(queryKey) !== undefined
          ? await ports.changes({ ...input, since: before.board.position }, { signal })
          : null;
      const board = before && changes ? withChanges(before.board, changes) : await readWhole(input, ports, { signal });
      // Whoever was called off may have been overtaken.
      if (!signal.aborted) known.set(client, { query, board });
      return board;
    },
  };
}

async function readWhole(input: BoardQuery, ports: BoardPorts, asking: Asking): Promise<BoardView> {
  const share = sharedWords();
  const first = await ports.get({ ...input, limit: PAGE }, asking);
  let page = first.prompts;
  const prompts = [...page];
  share(page);
  for (let last = page.at(-1); last && page.length === PAGE; last = page.at(-1)) {
    page = (await ports.get({ ...input, limit: PAGE, after: last.id }, asking)).prompts;
    share(page);
    prompts.push(...page);
  }
  return { ...first, prompts };
}
