import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { ConnectionPage } from "@/components/connections/connection-page";
import { routes } from "@/lib/url/routes";

interface Props {
  params: Promise<{ connection: string }>;
  searchParams: PageSearch;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: `Connection ${(await params).connection}` };
}

export default async function Page({ params, searchParams }: Props) {
  const { connection } = await params;
  await requireUser(routes.connection(connection), searchParams);
  return <ConnectionPage id={connection} />;
}
