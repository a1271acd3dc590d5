"use client";
import { UserRound } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { SearchField } from "@/components/ui/search-field";
import { Skeleton } from "@/components/ui/skeleton";
import type { LiveOffer } from "@/lib/domain/live/offers";
import type { KnownOffers } from "./use-offers";

/** More than these are found by typing. */
const MANY = 8;

/** Avatars to choose from, as pictures; one whose id is known can be named without being listed. */
export function AvatarPicker({
  engineName,
  known,
  value,
  onChange,
}: {
  engineName: string;
  known: KnownOffers;
  value: string;
  onChange: (avatarId: string) => void;
}) {
  const name = useId();
  const [sought, setSought] = useState("");
  const { offers, isReading, problem, readAgain } = known;
  const { avatars } = offers;
  const isListed = avatars.some(({ id }) => id === value);
  const [isNamed, setNamed] = useState(false);
  const found = avatars.filter((avatar) =>
    `${avatar.name} ${avatar.note ?? ""} ${avatar.id}`.toLowerCase().includes(sought.trim().toLowerCase()),
  );
  const byId = isNamed || avatars.length === 0 || (value !== "" && !isListed);
  return (
    <fieldset className="grid min-w-0 gap-2 sm:col-span-2">
      <legend className="mb-1 text-xs font-medium text-muted">Avatar</legend>
      {problem ? (
        <p role="alert" className="text-xs text-bad text-pretty">
          The list of {engineName} could not be read: {problem}
        </p>
      ) : null}
      {avatars.length > MANY ? <SearchField label="Find an avatar" value={sought} onChange={setSought} className="max-w-72" /> : null}
      {avatars.length > 0 ? (
        <div className="grid max-h-84 auto-rows-max grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2 overflow-y-auto p-0.5">
          {found.map((avatar) => (
            <AvatarCard
              key={avatar.id}
              avatar={avatar}
              name={name}
              checked={avatar.id === value && !isNamed}
              onChoose={() => {
                setNamed(false);
                onChange(avatar.id);
              }}
            />
          ))}
          {found.length === 0 ? <p className="col-span-full py-4 text-sm text-muted">No avatar is called so.</p> : null}
        </div>
      ) : isReading ? (
        <div role="status" className="grid grid-cols-[repeat(auto-fill,minmax(7.5rem,1fr))] gap-2">
          <span className="sr-only">The avatars of {engineName} are being read.</span>
          {[1, 2, 3, 4].map((card) => (
            <Skeleton key={card} className="h-24" />
          ))}
        </div>
      ) : null}
      {byId ? (
        <Field label="Its id" hint={`As ${engineName} names it.`} className="max-w-96">
          <Input mono autoComplete="off" value={value} maxLength={120} onChange={(event) => onChange(event.currentTarget.value)} />
        </Field>
      ) : null}
      <div className="flex flex-wrap items-center gap-2">
        {avatars.length > 0 && !byId ? (
          <Button size="small" variant="ghost" onClick={() => setNamed(true)}>
            Name one by its id
          </Button>
        ) : null}
        <Button size="small" variant="ghost" busy={isReading} onClick={readAgain}>
          {isReading ? "Reading the list" : "Read the list again"}
        </Button>
      </div>
    </fieldset>
  );
}

function AvatarCard({ avatar, name, checked, onChoose }: { avatar: LiveOffer; name: string; checked: boolean; onChoose: () => void }) {
  return (
    <label className="relative flex cursor-pointer flex-col overflow-hidden rounded-md border border-line bg-inset has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent">
      <input
        type="radio"
        name={name}
        className="absolute inset-0 size-full cursor-pointer appearance-none opacity-0"
        checked={checked}
        onChange={onChoose}
      />
      <span className="flex aspect-3/2 items-center justify-center text-faint">
        {avatar.picture ? (
          // biome-ignore lint/performance/noImgElement: a few kilobytes that are already here
          <img src={avatar.picture} alt="" className="size-full object-cover" />
        ) : (
          <UserRound size={24} aria-hidden />
        )}
      </span>
      <span className="min-w-0 px-2 py-1">
        <span className="block truncate text-xs" title={avatar.name}>
          {avatar.name}
        </span>
        <span className="block truncate text-2xs text-faint">{avatar.note ?? "\u00a0"}</span>
      </span>
    </label>
  );
}
