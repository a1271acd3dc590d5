"use client";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Field } from "@/components/ui/field";
import { FormDialog } from "@/components/ui/form-dialog";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { studio } from "@/lib/client/query";
import { sentenceOf } from "@/lib/client/sentence";
import { oddPrice } from "@/lib/domain/engine/entered-price";
import { MOST_WHY, type RouteView } from "@/lib/domain/engine/override";
import { formatMicros, parseDollars } from "@/lib/domain/money/micros";
import { priceText } from "./fact-words";

const UNITS = { second: "a second of video", minute: "a minute of a session", image: "an output" } as const;

export type PriceDialogProps = { engineId: string; modelId: string; onClose: () => void };

/** What a model costs this workspace: budgets hold it before a run. Empty goes back to the catalogue's price. Mount it to ask. */
export function PriceDialog({ engineId, modelId, onClose }: PriceDialogProps) {
  const systems = useQuery(studio.engine.listSystems.queryOptions({ input: {} }));
  const route = systems.data?.flatMap(({ routes }) => routes).find((one) => one.engineId === engineId && one.modelId === modelId);
  return route ? <PriceForm key={route.standing.entered?.micros ?? ""} route={route} onClose={onClose} /> : null;
}

function PriceForm({ route, onClose }: { route: RouteView; onClose: () => void }) {
  const { engineId, modelId, standing, facts, catalogue } = route;
  const queries = useQueryClient();
  const [text, setText] = useState(standing.entered === null ? "" : formatMicros(BigInt(standing.entered.micros)).replace("$", ""));
  const [why, setWhy] = useState(standing.entered?.why ?? "");
  const micros = text.trim() === "" ? null : parseDollars(text);
  const isWrong = text.trim() !== "" && micros === null;
  const save = useMutation(
    studio.engine.setPrice.mutationOptions({
      meta: { isQuiet: true },
      onSettled: () => queries.invalidateQueries({ queryKey: studio.engine.key() }),
      onSuccess: onClose,
    }),
  );
  const per = standing.enteredPer ?? "image";
  const unit = UNITS[per];
  const place = { engineId, modelId };
  const known = (standing.entered === null ? facts.prices : catalogue.prices)?.value ?? null;
  // A session is listed by the hour and entered by the minute.
  const odd = micros === null ? null : per === "minute" ? oddPrice(micros * 60n, known, "hour") : oddPrice(micros, known, per);
  return (
    <FormDialog
      open
      onOpenChange={(isOpen) => isOpen || onClose()}
      size="small"
      title={`Price of ${standing.modelName}`}
      description={`What ${standing.engineName} asks of you for ${unit}. Quotes, budgets, lanes and the choice of engines count with it from the next run on.`}
      submitLabel={micros === null && standing.entered !== null && text.trim() === "" ? "Back to the catalogue" : "Save price"}
      disabledReason={isWrong ? "Enter an amount such as 0.05." : micros !== null && why.trim() === "" ? "Say why: others will ask." : null}
      busy={save.isPending}
      onSubmit={() => save.mutate(micros === null ? { ...place, micros: null } : { ...place, micros: micros.toString(), why: why.trim() })}
    >
      <Field
        label={`Dollars for ${unit}`}
        hint={
          known === null
            ? "The catalogue knows no price: without yours the model cannot be run."
            : `Empty: the catalogue's price, ${known.map(priceText).join("; ")}.`
        }
        error={save.error ? sentenceOf(save.error) : isWrong ? "This is no amount. Write it like 0.05." : null}
      >
        <Input inputMode="decimal" autoComplete="off" value={text} onChange={(event) => setText(event.currentTarget.value)} />
      </Field>
      {micros === null ? null : (
        <Field label="Why" hint="A contract, an invoice, a list of yours: shown beside the price with your name.">
          <Textarea rows={2} value={why} maxLength={MOST_WHY} onChange={(event) => setWhy(event.currentTarget.value)} />
        </Field>
      )}
      {odd === null ? null : (
        <p role="status" className="text-xs text-warn text-pretty">
          {odd}
        </p>
      )}
    </FormDialog>
  );
}
