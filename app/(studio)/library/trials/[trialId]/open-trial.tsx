"use client";
import { useMutation } from "@tanstack/react-query";
import { CircleStop, Columns2, Eye, EyeOff, FileSpreadsheet, Play, RotateCcw } from "lucide-react";
import { useRouter } from "next/navigation";
import { parseAsInteger, useQueryState } from "nuqs";
import { useState } from "react";
import { addresses } from "@/components/library/addresses";
import { nextUnjudged, step } from "@/components/library/trial/judging";
import { StartTrialDialog } from "@/components/library/trial/start-trial-dialog";
import { TrialInspector } from "@/components/library/trial/trial-inspector";
import { TrialMatrix } from "@/components/library/trial/trial-matrix";
import { TrialStanding } from "@/components/library/trial/trial-standing";
import { useJudging } from "@/components/library/trial/use-judging";
import { useTrialKeys } from "@/components/library/trial/use-trial-keys";
import { Verdicts } from "@/components/library/trial/verdicts";
import { StudioPage } from "@/components/shell/studio-page";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Picture } from "@/components/ui/picture";
import { unless } from "@/components/ui/unless";
import { useChord } from "@/lib/client/keyboard/keyboard-provider";
import { studio } from "@/lib/client/query";
import { useRefusal } from "@/lib/client/use-refusal";
import { compareAddress } from "@/lib/domain/compare/address";
import { MAX_COMPARED } from "@/lib/domain/compare/comparison";
import type { Judgement } from "@/lib/domain/trial/judgement";
import type { TrialView } from "@/lib/domain/trial/view";

/** An open trial: its matrix, live; one picture at a time under the keyboard; judging, and the ways to stop and to try again. */
export function OpenTrial({ trial }: { trial: TrialView }) {
  const { subjects, seeds, cells, status, count } = trial;
  const [here, setHere] = useQueryState("cell", parseAsInteger.withDefault(0));
  const [isLarge, setLarge] = useState(false);
  const [isAgain, setAgain] = useState(false);
  const router = useRouter();
  const put = useJudging(trial.id);
  const cancel = useMutation(studio.grid.cancel.mutationOptions());
  const goOn = useMutation(studio.grid.continue.mutationOptions());
  const setBlind = useMutation(studio.trial.setBlind.mutationOptions());
  const notJudge = useRefusal("trial.judge");
  const notRun = useRefusal("run.start");
  const cell = cells[here] ?? cells[0];

  const judge = (judgement: Judgement | null) => {
    if (!cell) return;
    put(cell.index, judgement);
    if (judgement === null) return;
    const next = nextUnjudged(cells, cell.index);
    if (next !== null) void setHere(next);
  };
  const blocked = notJudge ?? (cell?.variant ? null : "There is no picture here to judge.");
  const compareKeys = useChord("trial-compare");
  // The picture one is on comes first, then the next seeds, round.
  const row = cells.filter(({ subject, variant }) => subject === cell?.subject && variant !== null);
  const first = Math.max(
    0,
    row.findIndex(({ index }) => index === cell?.index),
  );
  const besides = [...row.slice(first), ...row.slice(0, first)].flatMap(({ variant }) => variant ?? []);
  const notComparable = besides.length < 2 ? "Two seeds of this subject must have their pictures first." : null;
  const compare = () =>
    unless(notComparable, () =>
      router.push(
        compareAddress(
          besides.slice(0, MAX_COMPARED).map(({ id }) => ({ kind: "variant", id })),
          `${location.pathname}${location.search}`,
        ),
      ),
    );
  useTrialKeys(
    {
      go: (by) => void setHere(step(here, by, { rows: subjects.length, columns: seeds.length })),
      next: () => {
        const next = nextUnjudged(cells, here);
        if (next !== null) void setHere(next);
      },
      judge,
      turnLarge: () => setLarge((is) => !is),
      compare,
      leave: () => setLarge(false),
    },
    blocked,
  );
  const isRunning = status === "starting" || count.inFlight > 0;
  // To stop, to go on or to try again: in the top bar, on a phone under the pictures, where there is room for words.
  const ways = (
    <>
      {status === "stopped" ? (
        <Button
          size="small"
          icon={<Play size={13} aria-hidden />}
          busy={goOn.isPending}
          disabledReason={notRun}
          onClick={() => goOn.mutate({ gridId: trial.id })}
        >
          Go on
        </Button>
      ) : null}
      {isRunning ? (
        <Button
          size="small"
          icon={<CircleStop size={13} aria-hidden />}
          busy={cancel.isPending}
          disabledReason={notRun}
          onClick={() => cancel.mutate({ gridId: trial.id })}
        >
          Cancel
        </Button>
      ) : (
        <Button size="small" icon={<RotateCcw size={13} aria-hidden />} disabledReason={notRun} onClick={() => setAgain(true)}>
          Try again
        </Button>
      )}
    </>
  );
  const actions = (
    <>
      <Button
        size="small"
        variant="ghost"
        icon={trial.blind ? <EyeOff size={14} aria-hidden /> : <Eye size={14} aria-hidden />}
        tip={trial.blind ? "Show judges each other's verdicts" : "Hide judges' verdicts from each other until they have judged"}
        aria-pressed={trial.blind}
        busy={setBlind.isPending}
        disabledReason={notRun}
        onClick={() => setBlind.mutate({ trialId: trial.id, blind: !trial.blind })}
      >
        <Word>{trial.blind ? "Blind" : "Open"}</Word>
      </Button>
      <Button
        size="small"
        variant="ghost"
        keys={compareKeys}
        icon={<Columns2 size={14} aria-hidden />}
        tip="Compare the seeds of this subject"
        disabledReason={notComparable}
        onClick={compare}
      >
        <Word>Compare</Word>
      </Button>
      <ButtonLink
        size="small"
        variant="ghost"
        href={`/grids/${trial.id}/cells.csv`}
        icon={<FileSpreadsheet size={14} aria-hidden />}
        prefetch={false}
      >
        <Word>CSV</Word>
      </ButtonLink>
      <span className="contents max-sm:hidden">{ways}</span>
    </>
  );
  return (
    <StudioPage
      crumbs={[
        { label: "Libraries", href: "/library" },
        { label: trial.patternName, href: `${addresses.pattern(trial.patternSlug)}?v=${trial.number}` },
        { label: `Trial of v${trial.number}` },
      ]}
      actions={actions}
      inspector={{
        title: "Picture",
        content: cell ? <TrialInspector trial={trial} cell={cell} refusal={notJudge} onJudge={judge} /> : null,
      }}
      fill
    >
      <div className="grid h-full grid-rows-[auto_minmax(0,1fr)_auto] gap-3 p-4">
        <div className="grid gap-2">
          <h1 dir="auto" className="text-lg font-semibold tracking-tight text-balance">
            {trial.patternName} v{trial.number}
            {trial.evalSetName === null ? null : <span className="font-normal text-muted"> on {trial.evalSetName}</span>}
          </h1>
          <TrialStanding trial={trial} />
          {trial.stopReason === null ? null : <p className="text-xs text-warn text-pretty">It stopped: {trial.stopReason}</p>}
        </div>
        {isLarge && cell?.variant ? (
          <Picture
            src={addresses.picture(cell.variant.assetId, "screen")}
            width={cell.variant.width}
            height={cell.variant.height}
            thumbHash={cell.variant.thumbHash}
            alt={`${subjects[cell.subject]?.name}, seed ${seeds[cell.seed]}`}
            fit="contain"
            eager
            className="mx-auto h-full max-w-full bg-canvas"
          />
        ) : (
          <TrialMatrix
            trial={trial}
            here={cell?.index ?? 0}
            onGo={(index) => void setHere(index)}
            onOpen={(index) => {
              void setHere(index);
              setLarge(true);
            }}
          />
        )}
        <div className="grid gap-2 sm:hidden">
          <Verdicts mine={cell?.mine ?? null} blocked={blocked} onJudge={judge} />
          <div className="grid auto-cols-fr grid-flow-col gap-2">{ways}</div>
        </div>
      </div>
      {isAgain ? <StartTrialDialog versionId={trial.versionId} number={trial.number} like={trial} onClose={() => setAgain(false)} /> : null}
    </StudioPage>
  );
}

/** On a phone the icon alone has room; its name stays for whoever listens. */
function Word({ children }: { children: string }) {
  return <span className="max-sm:sr-only">{children}</span>;
}
