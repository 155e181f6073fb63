import { clsx } from "clsx";
import { routes } from "@/lib/url/routes";

/** A vendor's mark; its name stands beside it or is given as `label`. */
export function VendorMark({
  vendor,
  label,
  size = 14,
  className,
}: {
  vendor: string;
  label?: string;
  size?: number;
  className?: string;
}) {
  const style = { backgroundImage: `url("${routes.vendorMark(vendor)}")`, width: size, height: size };
  return (
    <span
      style={style}
      className={clsx("inline-block shrink-0 bg-cover align-[-2px]", className)}
      {...(label ? { role: "img", "aria-label": label, title: label } : { "aria-hidden": true })}
    />
  );
}
