import type { NextConfig } from "next";

const isDevelopment = process.env.NODE_ENV === "development";

/** Next writes its own start-up scripts into the page, and the development client evaluates code and talks over a socket. */
const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  `script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' blob: data:",
  "media-src 'self' blob:",
  "font-src 'self' data:",
  `connect-src 'self' https://*.uploadthing.com${isDevelopment ? " ws:" : ""}`,
  "worker-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'self'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join("; ");

/**
 * Only the page of a live session speaks to somebody else: to its engine and the conference room that the engine names, which
 * may be a gateway of one's own. Everything else stays as strict as everywhere.
 */
const ON_A_LIVE_PAGE = CONTENT_SECURITY_POLICY.replace(
  "connect-src 'self'",
  "connect-src 'self' https: wss: http://127.0.0.1:* ws://127.0.0.1:* http://localhost:* ws://localhost:*",
);

const EVERYWHERE = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "Referrer-Policy", value: "same-origin" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=()" },
];

export default {
  poweredByHeader: false,
  reactStrictMode: true,
  devIndicators: false,
  allowedDevOrigins: ["127.0.0.1", "localhost"],
  turbopack: { root: import.meta.dirname },
  // Types are checked as a step of their own, by TypeScript 7, which has no interface for Next to use.
  typescript: { ignoreBuildErrors: true },
  // Native code, or code that must exist once in a process.
  serverExternalPackages: [
    "@mediabunny/server",
    "@napi-rs/canvas",
    "@node-rs/argon2",
    "@prisma/adapter-pg",
    "@prisma/client",
    "@resvg/resvg-js",
    "exifr",
    "mediabunny",
    "pg",
    "pg-boss",
    "sharp",
  ],
  async headers() {
    return [
      { source: "/:path*", headers: EVERYWHERE },
      // Next compresses what says its type before a handler answers, and handlers say it too late. The answers for a large board are
      // tens of megabytes.
      { source: "/rpc/:path*", headers: [{ key: "Content-Type", value: "application/json" }] },
      // Stored files carry a stricter policy of their own.
      { source: "/((?!assets/|ut/|live/).*)", headers: [{ key: "Content-Security-Policy", value: CONTENT_SECURITY_POLICY }] },
      {
        source: "/live/:id",
        headers: [
          { key: "Content-Security-Policy", value: ON_A_LIVE_PAGE },
          { key: "Permissions-Policy", value: "camera=(), microphone=(self), geolocation=()" },
        ],
      },
    ];
  },
} satisfies NextConfig;
