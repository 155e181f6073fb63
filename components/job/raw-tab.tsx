import { CopyButton } from "@/components/ui/copy-button";
import { Disclosure } from "@/components/ui/disclosure";
import { JsonView, jsonText } from "@/components/ui/json-view";
import type { JobDetail } from "@/lib/contract/job";

/** The vendor's last bodies, as they came, without secrets. */
export function RawTab({ raw }: { raw: JobDetail["raw"] }) {
  const bodies = Object.entries(raw);
  if (bodies.length === 0) return <p className="text-muted">No body of the vendor is kept.</p>;
  return (
    <div className="flex flex-col gap-3">
      <div className="flex items-center gap-2">
        <span className="text-muted">The vendor&apos;s last bodies; secrets are removed.</span>
        <CopyButton text={() => jsonText(raw)} label="Copy all bodies" word="Copy all" tone="plain" />
      </div>
      {bodies.map(([asked, body], index) => (
        <Disclosure key={asked} open={index === 0} summary={<span className="font-mono text-sm">{asked}</span>}>
          <div className="relative">
            <span className="absolute top-2 right-2">
              <CopyButton text={() => jsonText(body)} label={`Copy the body of ${asked}`} tone="plain" />
            </span>
            <JsonView value={body} label={`Body of ${asked}`} />
          </div>
        </Disclosure>
      ))}
    </div>
  );
}
