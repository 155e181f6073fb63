import type { Metadata } from "next";
import { type PageSearch, requireUser } from "@/app/(dashboard)/require-user";
import { JobPage } from "@/components/job/job-page";
import { routes } from "@/lib/url/routes";

interface Props {
  params: Promise<{ connection: string; kind: string; id: string }>;
  searchParams: PageSearch;
}

/** A segment as it was meant; one that is not well encoded stays as it is, and is no job of ours. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

async function readRef(params: Props["params"]) {
  const { connection, kind, id } = await params;
  return { connection: decode(connection), kind: decode(kind), id: decode(id) };
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { connection, kind } = await readRef(params);
  return { title: `Job on ${connection}, ${kind}` };
}

export default async function Page({ params, searchParams }: Props) {
  const ref = await readRef(params);
  await requireUser(routes.job(ref), searchParams);
  return <JobPage key={routes.job(ref)} {...ref} />;
}
