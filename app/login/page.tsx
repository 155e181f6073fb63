import type { Metadata } from "next";
import { LoginCard } from "@/components/login/login-card";
import { safeCallback } from "@/lib/url/callback-url";
import { routes } from "@/lib/url/routes";
import { demoAccounts } from "@/app/login/demo-accounts";

export const metadata: Metadata = { title: "Log in" };
export const dynamic = "force-dynamic";

export default async function LoginPage({
  searchParams,
}: {
  searchParams: Promise<{ callbackUrl?: string | string[] }>;
}) {
  const { callbackUrl } = await searchParams;
  const wanted = safeCallback(Array.isArray(callbackUrl) ? callbackUrl[0] : callbackUrl);
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col justify-center gap-5 px-5 py-10">
      <div className="flex items-center gap-2.5">
        <svg aria-hidden width="26" height="26" viewBox="0 0 18 18">
          <rect width="18" height="18" rx="5" fill="#4338ca" />
          <path d="M4 9h2l2-4 2.4 8L12.5 9H14" fill="none" stroke="#fff" strokeWidth="1.6" strokeLinejoin="round" />
        </svg>
        <h1 className="text-[17px]">Log in to Jobwatch</h1>
      </div>
      <LoginCard target={wanted ?? routes.jobs()} demo={demoAccounts()} />
    </main>
  );
}
