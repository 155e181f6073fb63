import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { AuditPage } from "@/components/audit/audit-page";
import { routes } from "@/lib/url/routes";

export const metadata: Metadata = { title: "Audit" };

export default async function Page({ searchParams }: { searchParams: PageSearch }) {
  await requireUser(routes.audit(), searchParams);
  return <AuditPage />;
}
