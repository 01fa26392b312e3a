import { hrefOf, type Location } from "../router.ts";

/** The parts of the result. */
export const TABS = ["overview", "promotions", "regions", "missions", "people"] as const;
export type Tab = (typeof TABS)[number];

/** The address of one promotion or person in the result. */
export function hrefTo(location: Location, tab: Tab, id: string): string {
  return hrefOf({ ...location, screen: "result", open: `${tab}/${encodeURIComponent(id)}` });
}
