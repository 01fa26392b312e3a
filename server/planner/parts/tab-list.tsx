import { hrefOf, type Location } from "../router.ts";

/** The parts of a screen as links; each has an address of its own. */
export function TabList<Tab extends string>({
  label,
  tabs,
  names,
  current,
  location,
}: {
  readonly label: string;
  readonly tabs: readonly Tab[];
  readonly names: Readonly<Record<Tab, string>>;
  readonly current: Tab;
  readonly location: Location;
}) {
  return (
    <nav aria-label={label}>
      <ul class="tabs">
        {tabs.map((one) => (
          <li key={one}>
            <a href={hrefOf({ ...location, open: one })} aria-current={one === current ? "page" : undefined}>
              {names[one]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
