import type { QueryClient } from "@tanstack/react-query";
import { withChanges } from "@/lib/domain/prompt/board-changes";
import type { BoardView } from "@/lib/domain/prompt/view";
import { studio } from "../query";
import { rpc } from "../rpc";

export interface BoardQuery {
  readonly boardId: string;
  readonly archived?: boolean;
}

/** The calls a board is read by. */
export interface BoardPorts {
  get(query: BoardQuery, options: { readonly signal: AbortSignal }): Promise<BoardView>;
  changes(
    query: BoardQuery & { readonly since: string },
    options: { readonly signal: AbortSignal },
  ): ReturnType<(typeof rpc)["board"]["changes"]>;
}

interface Known {
  readonly query: string;
  readonly board: BoardView;
}

/** The board each tab was told of last, without what is only shown ahead of the studio's answer. */
const known = new WeakMap<QueryClient, Known>();

/** Reads a board whole the first time; every later reading asks for what became different since. */
export function boardOptions(input: BoardQuery, ports: BoardPorts = rpc.board) {
  const { queryKey } = studio.board.get.queryOptions({ input });
  return {
    queryKey,
    async queryFn({ client, signal }: { readonly client: QueryClient; readonly signal: AbortSignal }): Promise<BoardView> {
      const query = JSON.stringify(input);
      const before = known.get(client);
      const changes =
        before?.query === query && client.getQueryData(queryKey) !== undefined
          ? await ports.changes({ ...input, since: before.board.position }, { signal })
          : null;
      const board = before && changes ? withChanges(before.board, changes) : await ports.get(input, { signal });
      // Whoever was called off may have been overtaken.
      if (!signal.aborted) known.set(client, { query, board });
      return board;
    },
  };
}
