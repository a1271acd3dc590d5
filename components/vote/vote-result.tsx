import Link from "next/link";
import type { ReactNode } from "react";
import { Picture } from "@/components/ui/picture";
import { compareAddress } from "@/lib/domain/compare/address";
import type { VoteResult as Result, VoteView } from "@/lib/domain/vote/view";
import { agreementWords, signed } from "@/lib/domain/vote/words";
import { Interval } from "./interval";

/** The ranking with its uncertainty: drawn, and in numbers beside it. */
export function VoteResult({ vote, result }: { vote: VoteView; result: Result }) {
  const from = Math.min(...result.ranking.map(({ low }) => low), 0);
  const to = Math.max(...result.ranking.map(({ high }) => high), 0);
  const answers = vote.voters.reduce((sum, voter) => sum + voter.answers, 0);
  return (
    <div className="grid gap-4">
      <dl className="flex flex-wrap gap-x-8 gap-y-2 text-sm">
        <Fact term="Answers">
          {answers} by {vote.voters.length} {vote.voters.length === 1 ? "voter" : "voters"}
        </Fact>
        <Fact term="Order">{result.isSettled ? "Settled" : "Not settled: more voters could change it"}</Fact>
        <Fact term="Agreement between voters">{agreementWords(result.agreement)}</Fact>
      </dl>
      <table className="w-full text-sm">
        <thead>
          <tr className="border-b border-line text-left text-xs text-faint">
            <th className="w-10 py-1.5 font-normal">Rank</th>
            <th className="w-24 font-normal">Picture</th>
            <th className="font-normal">Score with its 95 % interval</th>
            <th className="w-40 pl-4 text-right font-normal">In numbers</th>
            <th className="w-28 text-right font-normal">Chosen</th>
          </tr>
        </thead>
        <tbody>
          {result.ranking.map(({ rank, score, low, high, won, of, boardId, variant }) => (
            <tr key={variant.id} className="border-b border-line">
              <td className="text-lg font-medium tabular-nums">{rank}</td>
              <td className="py-1.5">
                <Link
                  href={compareAddress([{ kind: "variant", id: variant.id }], `/votes/${vote.id}`)}
                  aria-label={`Look at the picture ranked ${rank}`}
                  className="block w-20"
                >
                  <Picture
                    src={`/assets/${variant.assetId}/thumb`}
                    width={variant.width}
                    height={variant.height}
                    alt=""
                    thumbHash={variant.thumbHash}
                    className="max-h-20 w-20 rounded-xs"
                  />
                </Link>
              </td>
              <td>
                <Interval low={low} score={score} high={high} from={from} to={to} />
              </td>
              <td className="pl-4 text-right tabular-nums">
                {signed(score)}{" "}
                <span className="text-xs text-muted">
                  {signed(low)} to {signed(high)}
                </span>
              </td>
              <td className="text-right text-xs text-muted tabular-nums">
                {won} of {of}
                <Link href={`/boards/${boardId}?prompt=${variant.promptId}`} className="block text-accent-ink hover:underline">
                  On its board
                </Link>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="max-w-160 text-xs text-muted text-pretty">
        Bradley and Terry's model: a score 1 higher is chosen about 2.7 times as often of the two. Where two intervals overlap much, the
        order between them is not certain. Agreement is Krippendorff's alpha: 1 is always the same answer, 0 is chance.
      </p>
      <ul aria-label="Voters" className="flex flex-wrap gap-x-4 gap-y-1 text-xs text-muted">
        {vote.voters.map((voter) => (
          <li key={`${voter.name} ${voter.answers}`}>
            {voter.name}
            {voter.isMe ? " (you)" : ""}: {voter.answers}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Fact({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt className="text-xs text-faint">{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}
