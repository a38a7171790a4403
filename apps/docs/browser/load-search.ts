import { createSearch, type Search, type SearchEntry } from '../src/search/search.ts';

declare global {
  // Set by the script that holds the entries.
  var fleetcSearchEntries: readonly SearchEntry[] | undefined;
}

let loading: Promise<Search> | undefined;

/** The search over all pages; its entries are loaded when it is wanted for the first time. */
export function loadSearch(root: string): Promise<Search> {
  loading ??= new Promise((resolve, reject) => {
    const script = document.createElement('script');
    script.src = `${root}assets/search-entries.js`;
    script.addEventListener('load', () =>
      resolve(createSearch(globalThis.fleetcSearchEntries ?? [])),
    );
    script.addEventListener('error', reject);
    document.head.append(script);
  });
  return loading;
}
