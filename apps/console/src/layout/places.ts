import type { WordKey } from '../words/words';

interface Place {
  readonly name: string;
  readonly word: WordKey;
  /** Pressed after G. */
  readonly key: string;
  /** The strokes of its sign. */
  readonly sign: string;
}

/** Where one can go, in the order of a day's work. */
export const PLACES: readonly { readonly word: WordKey; readonly places: readonly Place[] }[] = [
  {
    word: 'nav.group.work',
    places: [
      { name: 'desk', key: 'D', word: 'nav.desk', sign: 'M4 13h7V4H4zM13 20h7v-9h-7zM4 20h7v-4H4zM13 8h7V4h-7z' },
      { name: 'dispatch', key: 'P', word: 'nav.dispatch', sign: 'M4 6h10M4 12h6M4 18h10M15 8l5 4-5 4M10 12h10' },
      {
        name: 'cases',
        key: 'C',
        word: 'nav.cases',
        sign: 'M7 4h10a1 1 0 0 1 1 1v15H6V5a1 1 0 0 1 1-1zM9 9h6M9 13h6M9 17h3',
      },
      { name: 'suggestions', key: 'S', word: 'nav.suggestions', sign: 'M4 6h6v12H4zM14 6h6v12h-6zM10 12h4' },
    ],
  },
  {
    word: 'nav.group.city',
    places: [
      { name: 'map', key: 'M', word: 'nav.map', sign: 'M4 7l5-2 6 2 5-2v12l-5 2-6-2-5 2zM9 5v12M15 7v12' },
      {
        name: 'hot-issues',
        key: 'H',
        word: 'nav.hot',
        sign: 'M12 4c3 4 6 6 6 10a6 6 0 0 1-12 0c0-2 1-4 3-5 0 2 1 3 2 3 1-2 0-5 1-8z',
      },
      { name: 'bulletin', key: 'B', word: 'nav.bulletin', sign: 'M5 20V10M12 20V4M19 20v-7M3 20h18' },
      {
        name: 'undertakings',
        key: 'U',
        word: 'nav.undertakings',
        sign: 'M4 7l2 2 3-4M4 16l2 2 3-4M12 7h8M12 16h8',
      },
    ],
  },
  {
    word: 'nav.group.links',
    places: [
      { name: 'deliveries', key: 'V', word: 'nav.deliveries', sign: 'M4 12 20 5l-5 15-4-6zM11 14l9-9' },
      { name: 'endpoints', key: 'E', word: 'nav.endpoints', sign: 'M9 4v5M15 4v5M6 9h12v3a6 6 0 0 1-12 0zM12 18v3' },
      { name: 'platforms', key: 'F', word: 'nav.platforms', sign: 'M5 5h14v5H5zM5 14h14v5H5zM8 7.5h.1M8 16.5h.1' },
      { name: 'quarantine', key: 'Q', word: 'nav.quarantine', sign: 'M12 4 3 20h18zM12 10v5M12 17.4v.2' },
    ],
  },
  {
    word: 'nav.group.house',
    places: [
      {
        name: 'ledger',
        key: 'L',
        word: 'nav.ledger',
        sign: 'M12 4v16M5 7h14M5 7l-2.5 6h5zM19 7l-2.5 6h5zM8 20h8',
      },
      {
        name: 'people',
        key: 'R',
        word: 'nav.people',
        sign: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM3 20a6 6 0 0 1 12 0M16 5a3 3 0 0 1 0 6M18 14a5 5 0 0 1 3 6',
      },
      { name: 'api-keys', key: 'K', word: 'nav.apiKeys', sign: 'M8 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 12h9M18 12v4M15 12v3' },
      { name: 'duty-list', key: 'T', word: 'nav.duties', sign: 'M6 4h12v16H6zM9 8h6M9 12h6M9 16h3M4 8h2M4 12h2M4 16h2' },
      { name: 'audit', key: 'A', word: 'nav.audit', sign: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4' },
    ],
  },
];
