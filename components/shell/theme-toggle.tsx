"use client";
import { Moon, Sun } from "lucide-react";
import { IconButton } from "@/components/ui/icon-button";
import { chooseTheme } from "@/lib/client/theme";
import { useTheme } from "@/lib/client/use-look";

export function ThemeToggle() {
  const theme = useTheme();
  const next = theme === "dark" ? "light" : "dark";
  return (
    <span className="max-sm:hidden">
      <IconButton
        label={`Use the ${next} theme`}
        icon={next === "light" ? <Sun size={15} aria-hidden /> : <Moon size={15} aria-hidden />}
        onClick={() => chooseTheme(next)}
      />
    </span>
  );
}
