import "@fontsource-variable/geist/wght.css";
import "@fontsource-variable/geist-mono/wght.css";
import "./globals.css";
import type { Metadata, Viewport } from "next";
import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Toaster } from "@/components/ui/toaster";
import { parseSurround, parseTheme, SURROUND_COOKIE, THEME_COOKIE } from "@/lib/client/theme";

export const metadata: Metadata = {
  title: { default: "Selects", template: "%s · Selects" },
  description: "A creator studio for generative images and video: explore widely, choose well, let only documented work out.",
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  themeColor: "#1b1b1b",
};

/** The page every screen stands on: language, look, fonts, announcements. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const jar = await cookies();
  const theme = parseTheme(jar.get(THEME_COOKIE)?.value);
  const surround = parseSurround(jar.get(SURROUND_COOKIE)?.value);
  return (
    <html lang="en" data-theme={theme} data-surround={surround}>
      <body>
        {children}
        <Toaster />
      </body>
    </html>
  );
}
