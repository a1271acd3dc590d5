import type { Metadata } from "next";
import { ApiReference } from "@/components/reference/api-reference";
import { reference } from "@/lib/api/reference/reference";
import { env } from "@/lib/env";

export const metadata: Metadata = { title: "API reference" };

export const dynamic = "force-dynamic";

export default async function ReferencePage() {
  return <ApiReference {...(await reference(env().origin))} />;
}
