import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { TimelinePage } from "@/components/timeline-page/timeline-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Timeline" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.timeline(), searchParams);
  return <TimelinePage />;
}
