import { datameer } from "@/lib/vendors/datameer";
import { dremio } from "@/lib/vendors/dremio";
import { huaweiDli } from "@/lib/vendors/huawei-dli";
import type { VendorConnector } from "@/lib/vendors/types";

/** Every vendor that this build speaks to, by id. */
export const vendors: Readonly<Record<string, VendorConnector>> = { dremio, "huawei-dli": huaweiDli, datameer };
