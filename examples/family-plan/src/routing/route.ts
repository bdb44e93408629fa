import { type FamilyTab, isFamilyTab } from './family-tabs.ts';

/** The pages of the app. Addresses hold random record ids and nothing about a person. */
export type Route =
  | { readonly page: 'caseload' }
  | { readonly page: 'attention' }
  | { readonly page: 'register' }
  | { readonly page: 'family'; readonly record: string; readonly tab: FamilyTab }
  | { readonly page: 'print'; readonly record: string }
  | { readonly page: 'missing' };

/** Reads an address. */
export function readRoute(path: string): Route {
  const [first, record, tab = 'plan', ...more] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'caseload' };
  if (first === 'attention' && record === undefined) return { page: 'attention' };
  if (first === 'register' && record === undefined) return { page: 'register' };
  if (first === 'family' && record !== undefined && more.length === 0 && tab === 'print')
    return { page: 'print', record };
  if (first === 'family' && record !== undefined && more.length === 0 && isFamilyTab(tab))
    return { page: 'family', record, tab };
  return { page: 'missing' };
}

/** Writes an address. */
export function pathOf(route: Route): string {
  switch (route.page) {
    case 'caseload':
    case 'missing':
      return '/';
    case 'attention':
      return '/attention';
    case 'register':
      return '/register';
    case 'print':
      return `/family/${route.record}/print`;
    case 'family':
      return route.tab === 'plan' ? `/family/${route.record}` : `/family/${route.record}/${route.tab}`;
  }
}
