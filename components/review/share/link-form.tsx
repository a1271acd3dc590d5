"use client";
import { useMutation, useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Combobox } from "@/components/ui/combobox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { studio } from "@/lib/client/query";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { GUEST_POWERS, type GuestPower } from "@/lib/domain/guest/power";
import { MOST_SHARED_CARDS } from "@/lib/domain/guest/share-link";
import type { MadeShareLink, ShareLinkView } from "@/lib/domain/guest/view";
import type { CardView } from "@/lib/domain/review/view";
import { daysOf, LIFE_OPTIONS, type Life, POWER_WORDS } from "./words";

export type LinkFormProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  card: CardView;
  /** The link that is changed; null: a new one. */
  link: ShareLinkView | null;
  onBack: () => void;
  onMade: (link: MadeShareLink) => void;
  onChanged: () => void;
};

type SharedCard = { readonly id: string; readonly title: string };

/** What a link shows, allows and asks for. */
export function LinkForm({ card, link, onBack, onMade, onChanged, ...frame }: LinkFormProps) {
  const [name, setName] = useState(link?.name ?? card.title);
  const [cards, setCards] = useState<readonly SharedCard[]>(link?.cards ?? [{ id: card.id, title: card.title }]);
  const [powers, setPowers] = useState<readonly GuestPower[]>(link?.powers ?? ["see", "comment", "mark", "recommend"]);
  const [life, setLife] = useState<Life | null>(link ? null : "30");
  const [password, setPassword] = useState("");
  const [isWatermarked, setWatermarked] = useState(link?.isWatermarked ?? false);
  const [isUnlocked, setUnlocked] = useState(false);
  const saving = useMutation({
    meta: { isQuiet: true },
    mutationFn: async () => {
      const terms = { name: name.trim(), cardIds: cards.map(({ id }) => id), powers: [...powers], isWatermarked };
      if (!link) return rpc.share.create({ ...terms, expiresInDays: daysOf(life ?? "30"), password: password === "" ? null : password });
      const key = password !== "" ? { password } : isUnlocked ? { password: null } : {};
      await rpc.share.change({ linkId: link.id, ...terms, ...key, ...(life === null ? {} : { expiresInDays: daysOf(life) }) });
      return null;
    },
    onSuccess: (made) => (made ? onMade(made) : onChanged()),
  });
  const lacks =
    name.trim() === ""
      ? "Give the link a name."
      : cards.length === 0
        ? "A link shows at least one card."
        : password !== "" && password.length < 6
          ? "A password has at least 6 characters."
          : null;
  const save = () => lacks === null && !saving.isPending && saving.mutate();
  return (
    <Dialog
      {...frame}
      title={link ? "Change the link" : "New link"}
      description={link ? "Whoever is in already meets the new terms with their next step." : "Its address is shown once, when it is made."}
      footer={
        <>
          <Button variant="ghost" onClick={onBack}>
            Back
          </Button>
          <Button variant="primary" busy={saving.isPending} disabledReason={lacks} onClick={save}>
            {link ? "Save" : "Make the link"}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-4">
        {saving.isError ? (
          <p role="alert" className="rounded-md bg-bad-soft px-3 py-2 text-sm">
            {sentenceOf(saving.error)}
          </p>
        ) : null}
        <Field label="Name" hint="Guests read it at the top of the page.">
          <Input value={name} maxLength={120} onChange={(event) => setName(event.target.value)} />
        </Field>
        <SharedCards card={card} cards={cards} onChange={setCards} />
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 text-xs font-medium text-muted">What guests can do</legend>
          {GUEST_POWERS.map((power) => (
            <Checkbox
              key={power}
              label={POWER_WORDS[power].label}
              hint={POWER_WORDS[power].hint}
              checked={powers.includes(power)}
              // A link that shows nothing is none.
              disabled={power === "see" || (power === "download" && isWatermarked)}
              onChange={(on) => setPowers(GUEST_POWERS.filter((each) => (each === power ? on : powers.includes(each))))}
            />
          ))}
        </fieldset>
        <Checkbox
          label="Watermark the pictures"
          hint="Every picture carries the guest's name and the day, drawn by the studio. No originals are handed out; a film is shown as its first picture."
          checked={isWatermarked}
          onChange={(on) => {
            setWatermarked(on);
            if (on) setPowers(powers.filter((power) => power !== "download"));
          }}
        />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Open">
            <Select
              value={life}
              onChange={setLife}
              options={LIFE_OPTIONS}
              placeholder={link?.expiresAt ? "As it is now" : "Until it is revoked"}
            />
          </Field>
          <Field
            label={link?.hasPassword ? "New password" : "Password"}
            optional
            hint={link?.hasPassword ? "Left empty, the present one stays." : undefined}
          >
            <Input
              type="password"
              autoComplete="new-password"
              value={password}
              maxLength={200}
              onChange={(event) => setPassword(event.target.value)}
            />
          </Field>
        </div>
        {link?.hasPassword && password === "" ? (
          <Checkbox label="Take the password away" checked={isUnlocked} onChange={setUnlocked} />
        ) : null}
      </div>
    </Dialog>
  );
}

/** The cards a link shows, in order; others of the project can join them. */
function SharedCards({
  card,
  cards,
  onChange,
}: {
  card: CardView;
  cards: readonly SharedCard[];
  onChange: (cards: readonly SharedCard[]) => void;
}) {
  const others = useQuery(studio.card.queue.queryOptions({ input: { view: "all", projectId: card.project.id, limit: 200 } }));
  const free = (others.data?.items ?? []).filter(({ id }) => !cards.some((shared) => shared.id === id));
  return (
    <div className="flex flex-col gap-1.5">
      <span className="text-xs font-medium text-muted">Cards it shows, in this order</span>
      <ol className="flex flex-col gap-1">
        {cards.map(({ id, title }, index) => (
          <li key={id} className="flex items-center gap-2 text-sm">
            <span className="w-4 text-xs tabular-nums text-faint">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">{title}</span>
            {cards.length > 1 ? (
              <IconButton
                size="small"
                label={`Leave “${title}” out`}
                icon={<X size={13} aria-hidden />}
                onClick={() => onChange(cards.filter((shared) => shared.id !== id))}
              />
            ) : null}
          </li>
        ))}
      </ol>
      {free.length > 0 && cards.length < MOST_SHARED_CARDS ? (
        <Combobox
          label="Another card"
          placeholder="Add another card of this project…"
          value={null}
          options={free.map(({ id, title, lane }) => ({ value: id, label: title, hint: lane.name }))}
          onChange={(id) => {
            const added = free.find((each) => each.id === id);
            if (added) onChange([...cards, { id: added.id, title: added.title }]);
          }}
        />
      ) : null}
    </div>
  );
}
