import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { ConnectionsPage } from "@/components/connections/connections-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Connections" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.connections(), searchParams);
  return <ConnectionsPage />;
}
