import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { AnalyticsPage } from "@/components/charts/analytics-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Analytics" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.analytics(), searchParams);
  return <AnalyticsPage />;
}
