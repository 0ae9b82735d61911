import type { NavigationItem } from '../plugins/extension';

export interface NavigationSection {
  readonly id: string;
  readonly name: string;
  readonly items: readonly NavigationItem[];
}

/** The console's sections in its order, with the items of its own that this host has pages for. */
const consoleSections: readonly NavigationSection[] = [
  { id: 'home', name: 'Home', items: [] },
  { id: 'workloads', name: 'Workloads', items: [] },
  { id: 'networking', name: 'Networking', items: [] },
  { id: 'storage', name: 'Storage', items: [] },
  {
    id: 'compute',
    name: 'Compute',
    items: [{ id: 'nodes', name: 'Nodes', href: '/k8s/cluster/nodes', startsWith: ['nodes'] }],
  },
  { id: 'observe', name: 'Observe', items: [] },
  { id: 'administration', name: 'Administration', items: [] },
];

const asList = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value;

const insert = (items: readonly NavigationItem[], item: NavigationItem): readonly NavigationItem[] => {
  const before = items.findIndex(({ id }) => asList(item.insertBefore).includes(id));
  if (before >= 0) return [...items.slice(0, before), item, ...items.slice(before)];
  const after = items.findIndex(({ id }) => asList(item.insertAfter).includes(id));
  return after >= 0 ? [...items.slice(0, after + 1), item, ...items.slice(after + 1)] : [...items, item];
};

/** Where each item goes; an empty section is not shown, and an item without a section stands below Home. */
export const navigationSections = (items: readonly NavigationItem[]): readonly NavigationSection[] =>
  consoleSections
    .map((section) => ({
      ...section,
      items: items.filter(({ section: id = 'home' }) => id === section.id).reduce(insert, section.items),
    }))
    .filter((section) => section.items.length > 0);

/** Whether a page belongs to the item: the page itself, one below it, or one that the item names by its beginning. */
export const isActive = ({ href, startsWith = [] }: NavigationItem, pathname: string): boolean =>
  pathname === href ||
  pathname.startsWith(`${href}/`) ||
  startsWith.some((beginning) =>
    [pathname.slice(1), pathname.replace(/^\/k8s\/cluster\//, '')].some(
      (path) => path === beginning || path.startsWith(`${beginning}/`),
    ),
  );
