import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { PREVIEW_PARTS } from "@/components/preview/part-names";
import { PreviewPart } from "@/components/preview/preview-part";

export const metadata: Metadata = { title: "Preview" };

export default async function Page({ params }: { params: Promise<{ part: string }> }) {
  const { part } = await params;
  const name = PREVIEW_PARTS.find((one) => one === part);
  if (!name) notFound();
  return (
    <>
      <h1 className="text-lg">{name}</h1>
      <PreviewPart name={name} />
    </>
  );
}
