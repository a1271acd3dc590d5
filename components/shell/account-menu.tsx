"use client";
import { LogOut } from "lucide-react";
import { Avatar } from "@/components/ui/avatar";
import { Menu, MenuChoice, MenuGroup, MenuItem, MenuSeparator } from "@/components/ui/menu";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import { chooseSurround, chooseTheme } from "@/lib/client/theme";
import { useSurround, useTheme } from "@/lib/client/use-look";
import { useShellSlots } from "./shell-context";
import { signOut } from "./sign-out";

/** Who one is here, how the studio looks, and the way out. */
export function AccountMenu() {
  const { account } = useShellSlots();
  const theme = useTheme();
  const surround = useSurround();
  return (
    <Menu
      trigger={
        <button type="button" className="flex size-7 items-center justify-center rounded-full">
          <VisuallyHidden>Account of</VisuallyHidden> <Avatar name={account.displayName} />
        </button>
      }
    >
      <div className="max-w-64 px-2 pt-1.5 pb-2">
        <p className="truncate font-medium">{account.displayName}</p>
        {account.email ? <p className="truncate text-xs text-muted">{account.email}</p> : null}
        <p className="mt-0.5 truncate text-xs text-faint">
          {account.role} in {account.workspaceName}
        </p>
      </div>
      <MenuSeparator />
      <MenuGroup label="Theme">
        <MenuChoice checked={theme === "dark"} onSelect={() => chooseTheme("dark")}>
          Dark
        </MenuChoice>
        <MenuChoice checked={theme === "light"} onSelect={() => chooseTheme("light")}>
          Light
        </MenuChoice>
        <MenuChoice checked={surround === "judging"} onSelect={() => chooseSurround(surround === "judging" ? "theme" : "judging")}>
          Mid grey behind pictures
        </MenuChoice>
      </MenuGroup>
      <MenuSeparator />
      <MenuItem icon={<LogOut size={14} aria-hidden />} onSelect={signOut}>
        Sign out
      </MenuItem>
    </Menu>
  );
}
