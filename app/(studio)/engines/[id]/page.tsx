import type { Metadata } from "next";
import { EntryScreen } from "./entry-screen";

export const metadata: Metadata = { title: "Engine" };

export default async function EntryPage({ params }: { params: Promise<{ id: string }> }) {
  return <EntryScreen id={(await params).id} />;
}
