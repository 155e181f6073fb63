import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { visibleText } from "@/lib/format/visible-text";

/** What can be done with the form, and what came of it: in view together, however long the form is. */
export function ConnectionFormFoot({
  formId,
  tested,
  problem,
  testing,
  saving,
  onTest,
  onClose,
}: {
  formId: string;
  tested: { ok: boolean; message: string; ms: number } | undefined;
  problem: string | null;
  testing: boolean;
  saving: boolean;
  onTest: () => void;
  onClose: () => void;
}) {
  return (
    <div className="flex flex-col gap-3">
      {tested ? (
        <Notice tone={tested.ok ? "good" : "bad"} live>
          {visibleText(tested.message)} ({tested.ms} ms)
        </Notice>
      ) : null}
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap justify-end gap-2">
        <Button onClick={onTest} disabled={testing} className="mr-auto">
          {testing ? "Asking…" : "Test"}
        </Button>
        <Button onClick={onClose}>Close</Button>
        <Button type="submit" form={formId} tone="primary" disabled={saving}>
          Save
        </Button>
      </div>
    </div>
  );
}
