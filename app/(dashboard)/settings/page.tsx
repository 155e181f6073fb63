import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { SettingsPage } from "@/components/settings/settings-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Settings" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.settings(), searchParams);
  return <SettingsPage />;
}
