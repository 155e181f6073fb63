import type { Metadata } from "next";
import { GROUPS, slugOf } from "@/components/preview/catalogue";

export const metadata: Metadata = { title: "Preview" };

export default function Page() {
  return (
    <main className="mx-auto flex max-w-6xl flex-col gap-5 px-4 py-6">
      <h1 className="text-lg">Parts, each in every state</h1>
      <div className="columns-xs gap-8">
        {GROUPS.map(({ id, title, parts }) => (
          <section key={id} aria-labelledby={id} className="mb-5 break-inside-avoid">
            <h2 id={id} className="mb-1 font-semibold">
              {title}
            </h2>
            <ul>
              {parts.map((part) => (
                <li key={part}>
                  <a href={`/preview/${id}/${slugOf(part)}`} className="inline-block min-h-6 text-accent underline">
                    {part}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </main>
  );
}
