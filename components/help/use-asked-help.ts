import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { announce } from "@/components/ui/announce";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import type { HelpQuote, HelpRequest, HelpView } from "@/lib/domain/help/help";

/** Events say when an answer is there; a look from time to time makes up for one that was missed. Milliseconds. */
const LOOK_EVERY_MS = 3_000;

export interface AskedHelp {
  /** Who would answer, at what price; undefined while it is read. */
  readonly quote: HelpQuote | undefined;
  /** What was asked last, and what came. */
  readonly help: HelpView | undefined;
  readonly isWaiting: boolean;
  /** Why it could not even be asked, or priced. */
  readonly problem: string | null;
  ask(by?: "best" | "rules"): void;
  /** Takes back what waits to be asked. Where the language model is asked already, its answer is kept and only the waiting here ends. */
  letGo(): void;
  isLettingGo: boolean;
  reset(): void;
}

/** One help: its price, its question, its answer. `request` null: there is nothing to ask yet. */
export function useAskedHelp(request: HelpRequest | null, onAnswered?: (help: HelpView) => void): AskedHelp {
  const queries = useQueryClient();
  const quote = useQuery({
    ...studio.help.quote.queryOptions({ input: { request: request ?? NOTHING }, meta: { isQuiet: true } }),
    enabled: request !== null,
    retry: false,
  });
  const ask = useMutation(
    studio.help.ask.mutationOptions({
      meta: { isQuiet: true },
      onSuccess: (help) => {
        void queries.invalidateQueries({ queryKey: studio.help.list.key() });
        if (help.status !== "asked") onAnswered?.(help);
      },
    }),
  );
  const letGo = useMutation(
    studio.help.cancel.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => {
        ask.reset();
        void queries.invalidateQueries({ queryKey: studio.help.list.key() });
      },
      onError: (error) => announce({ tone: "plain", text: sentenceOf(error) }),
    }),
  );
  const helpId = ask.data?.id;
  const later = useQuery({
    ...studio.help.get.queryOptions({ input: { helpId: helpId ?? "" }, meta: { isQuiet: true } }),
    enabled: helpId !== undefined && ask.data?.status === "asked",
    refetchInterval: ({ state }) => (state.data === undefined || state.data.status === "asked" ? LOOK_EVERY_MS : false),
  });
  const help = later.data?.id === helpId && later.data ? later.data : ask.data;
  const failed = ask.error ?? quote.error;
  return {
    quote: quote.data,
    help,
    isWaiting: ask.isPending || help?.status === "asked",
    problem: failed ? sentenceOf(failed) : null,
    ask: (by = "best") => {
      if (request === null || ask.isPending) return;
      const seen = by === "best" && quote.data ? { quoteMicros: quote.data.quoteMicros } : {};
      ask.mutate({ request, by, ...seen });
    },
    letGo: () => {
      if (helpId !== undefined && !letGo.isPending) letGo.mutate({ helpId });
    },
    isLettingGo: letGo.isPending,
    reset: ask.reset,
  };
}

/** Stands for no request in a query that is not enabled. */
const NOTHING: HelpRequest = { kind: "alt-text", assetId: "00000000-0000-4000-8000-000000000000" };
