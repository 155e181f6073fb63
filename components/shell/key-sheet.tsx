"use client";

import { Dialog } from "@/components/ui/dialog";
import { type KeyBinding, listKeys } from "@/components/shell/keys";

const GROUPS: readonly KeyBinding["group"][] = ["Everywhere", "List", "Job", "Timeline"];
/** How a key is written where its own name is not what stands on it. */
const KEY_NAME: Record<string, string> = { "mod+k": "Ctrl/⌘ K", ArrowLeft: "←", ArrowRight: "→" };

function Keys({ keys }: { keys: string }) {
  return keys.split(" ").map((key, index) => (
    <kbd key={index} className="kbd mr-1">
      {KEY_NAME[key] ?? key}
    </kbd>
  ));
}

/** Every key that works on this page. */
export function KeySheet({ onClose }: { onClose: () => void }) {
  const bindings = listKeys();
  return (
    <Dialog title="Keyboard" description="What can be typed on this page." onClose={onClose}>
      <div className="flex flex-col gap-4">
        {GROUPS.map((group) => {
          const own = bindings.filter((binding) => binding.group === group);
          if (own.length === 0) return null;
          return (
            <section key={group}>
              <h3 className="mb-1 text-sm text-faint">{group}</h3>
              <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1">
                {own.map((binding) => (
                  <div key={binding.keys} className="col-span-2 grid grid-cols-subgrid">
                    <dt>
                      <Keys keys={binding.keys} />
                    </dt>
                    <dd>{binding.label}</dd>
                  </div>
                ))}
              </dl>
            </section>
          );
        })}
      </div>
    </Dialog>
  );
}
