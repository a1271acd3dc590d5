import { Eye, EyeOff } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { IconButton } from "@/components/ui/icon-button";
import { Menu, MenuChoice, MenuGroup } from "@/components/ui/menu";
import type { BoardPresence } from "./use-presence";

/** Who else is on this board, and whose view is followed. Nothing while one is alone. */
export function PresenceBar({ presence }: { presence: Pick<BoardPresence, "people" | "following" | "follow"> }) {
  const { people, following, follow } = presence;
  if (people.length === 0) return null;
  const names = people.map(({ name }) => name).join(", ");
  return (
    <Menu
      trigger={
        <button
          type="button"
          aria-label={`Also here: ${names}`}
          className="flex h-7 shrink-0 items-center gap-1 rounded-md px-1 hover:bg-hover aria-expanded:bg-hover"
        >
          <span aria-hidden className="flex -space-x-1.5">
            {people.slice(0, 3).map(({ memberId, name }) => (
              <Avatar key={memberId} name={name} size={22} />
            ))}
          </span>
          {people.length > 3 ? <span className="text-xs text-muted">+{people.length - 3}</span> : null}
        </button>
      }
    >
      <MenuGroup label="Follow what they see">
        {people.map(({ memberId, name }) => (
          <MenuChoice
            key={memberId}
            checked={following?.memberId === memberId}
            onSelect={() => follow(following?.memberId === memberId ? null : memberId)}
          >
            {name}
          </MenuChoice>
        ))}
      </MenuGroup>
    </Menu>
  );
}

/** Says whose view one sees, and the way out. */
export function FollowingNote({ name, onStop }: { name: string; onStop: () => void }) {
  return (
    <p
      className="absolute top-2 left-1/2 z-20 flex -translate-x-1/2 items-center gap-2 rounded-md bg-raised py-1 pr-1 pl-3 text-xs shadow-float"
      role="status"
    >
      <Eye size={13} aria-hidden /> You see what {name} sees
      <IconButton label="Look for yourself" icon={<EyeOff size={13} aria-hidden />} size="small" onClick={onStop} />
    </p>
  );
}
