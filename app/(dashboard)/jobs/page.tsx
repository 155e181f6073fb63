import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { JobsPage } from "@/components/jobs/jobs-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Jobs" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.jobs(), searchParams);
  return <JobsPage />;
}
