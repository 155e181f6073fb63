import { routes } from "@/lib/url/routes";

export default function NotFound() {
  return (
    <main className="mx-auto flex min-h-dvh max-w-md flex-col items-start justify-center gap-3 px-6">
      <h1 className="text-lg">There is no such page</h1>
      <p className="text-muted">The address may have been cut on its way here.</p>
      <a href={routes.jobs()} className="text-accent underline">
        Go to the jobs
      </a>
    </main>
  );
}
