"use client";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { rpc } from "@/lib/client/rpc";
import { sentenceOf } from "@/lib/client/sentence";
import { GUEST_POWERS, type GuestPower } from "@/lib/domain/guest/power";
import type { MadeShareLink, ShareLinkView } from "@/lib/domain/guest/view";
import { nameOf, type Shared, type SharedCard } from "./shared";
import { SharedCards, SharedPlaylist } from "./shared-cards";
import { daysOf, LIFE_OPTIONS, type Life, POWER_WORDS, WATERMARKED_DOWNLOAD } from "./words";

export type LinkFormProps = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  shared: Shared;
  /** The link that is changed; null: a new one. */
  link: ShareLinkView | null;
  onBack: () => void;
  onMade: (link: MadeShareLink) => void;
  onChanged: () => void;
};

/** What a link shows, allows and asks for. */
export function LinkForm({ shared, link, onBack, onMade, onChanged, ...frame }: LinkFormProps) {
  const [name, setName] = useState(link?.name ?? nameOf(shared));
  const playlist = link ? link.playlist : shared.kind === "playlist" ? shared : null;
  const [cards, setCards] = useState<readonly SharedCard[]>(link?.cards ?? cardsOf(shared));
  const [powers, setPowers] = useState<readonly GuestPower[]>(link?.powers ?? ["see", "comment", "mark", "recommend"]);
  const [life, setLife] = useState<Life | null>(link ? null : "30");
  const [password, setPassword] = useState("");
  const [isWatermarked, setWatermarked] = useState(link?.isWatermarked ?? false);
  const [isUnlocked, setUnlocked] = useState(false);
  const saving = useMutation({
    meta: { isQuiet: true },
    mutationFn: async () => {
      const terms = { name: name.trim(), powers: [...powers], isWatermarked };
      const own = { cardIds: cards.map(({ id }) => id) };
      if (!link)
        return rpc.share.create({
          ...terms,
          ...(playlist ? { playlistId: playlist.id } : own),
          expiresInDays: daysOf(life ?? "30"),
          password: password === "" ? null : password,
        });
      const key = password !== "" ? { password } : isUnlocked ? { password: null } : {};
      await rpc.share.change({
        linkId: link.id,
        ...terms,
        ...(playlist ? {} : own),
        ...key,
        ...(life === null ? {} : { expiresInDays: daysOf(life) }),
      });
      return null;
    },
    onSuccess: (made) => (made ? onMade(made) : onChanged()),
  });
  const lacks =
    name.trim() === ""
      ? "Give the link a name."
      : cards.length === 0
        ? playlist
          ? "Put a card on the playlist first."
          : "A link shows at least one card."
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
        {playlist ? (
          <SharedPlaylist name={playlist.name} cards={cards.length} />
        ) : shared.kind === "card" ? (
          <SharedCards projectId={shared.card.project.id} cards={cards} onChange={setCards} />
        ) : null}
        <fieldset className="flex flex-col gap-1.5">
          <legend className="mb-1 text-xs font-medium text-muted">What guests can do</legend>
          {GUEST_POWERS.map((power) => (
            <Checkbox
              key={power}
              label={POWER_WORDS[power].label}
              hint={power === "download" && isWatermarked ? WATERMARKED_DOWNLOAD : POWER_WORDS[power].hint}
              checked={powers.includes(power)}
              // A link that shows nothing is none.
              disabled={power === "see"}
              onChange={(on) => setPowers(GUEST_POWERS.filter((each) => (each === power ? on : powers.includes(each))))}
            />
          ))}
        </fieldset>
        <Checkbox
          label="Watermark the pictures"
          hint="Every picture carries the guest's name and the day, drawn by the studio. No originals are handed out; a film is shown as its first picture."
          checked={isWatermarked}
          onChange={setWatermarked}
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

const cardsOf = (shared: Shared): readonly SharedCard[] =>
  shared.kind === "card" ? [{ id: shared.card.id, title: shared.card.title }] : shared.cards;
