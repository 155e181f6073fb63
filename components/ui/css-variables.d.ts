import "react";

declare module "react" {
  /** Our own custom properties may be set in `style`. */
  interface CSSProperties {
    [variable: `--${string}`]: string | number | undefined;
  }
}
