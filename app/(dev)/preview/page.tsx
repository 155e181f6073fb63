import type { Metadata } from "next";
import { PREVIEW_PARTS } from "@/components/preview/part-names";

export const metadata: Metadata = { title: "Preview" };

export default function Page() {
  return (
    <>
      <h1 className="text-lg">Parts, each in every state</h1>
      <ul className="flex flex-col gap-1">
        {PREVIEW_PARTS.map((part) => (
          <li key={part}>
            <a href={`/preview/${part}`} className="text-accent underline">
              {part}
            </a>
          </li>
        ))}
      </ul>
    </>
  );
}
