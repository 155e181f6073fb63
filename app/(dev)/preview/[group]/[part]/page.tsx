import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { findPart } from "@/components/preview/catalogue";
import { PreviewPart } from "@/components/preview/preview-part";

export const metadata: Metadata = { title: "Preview" };

export default async function Page({ params }: { params: Promise<{ group: string; part: string }> }) {
  const { group, part } = await params;
  const found = findPart(group, part);
  if (!found) notFound();
  const { id, title, whole } = found.group;
  return (
    <div className={whole ? "flex h-dvh flex-col" : "mx-auto flex max-w-[1500px] flex-col gap-4 px-3 py-4 md:px-5"}>
      <header className={whole ? "flex flex-wrap items-baseline gap-x-3 border-b border-line px-5 py-1" : undefined}>
        <p className="text-sm text-muted">
          <Link href="/preview" prefetch={false} className="underline">
            Preview
          </Link>{" "}
          · {title}
        </p>
        <h1 className="text-lg">{found.name}</h1>
      </header>
      <main className={whole ? "flex min-h-0 flex-1 flex-col overflow-y-auto" : "flex min-h-96 flex-col gap-3"}>
        <PreviewPart group={id} name={found.name} />
      </main>
    </div>
  );
}
