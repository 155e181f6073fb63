import { routes } from "@/lib/url/routes";

/** A vendor's mark; its name stands beside it or is given as `label`. */
export function VendorMark({ vendor, label, size = 14 }: { vendor: string; label?: string; size?: number }) {
  const style = { backgroundImage: `url("${routes.vendorMark(vendor)}")`, width: size, height: size };
  return (
    <span
      style={style}
      className="inline-block shrink-0 rounded-[3px] bg-line bg-cover align-[-2px]"
      {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
    />
  );
}
