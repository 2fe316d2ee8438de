import * as React from 'react';

/** Drawn here, because Fluent's icon font comes from a network that not every page may reach. */
const PATHS = {
  check: 'M7.5 14.1 3.4 10l1.2-1.2 2.9 2.9 7-7 1.2 1.2z',
  circle: 'M10 4a6 6 0 1 0 0 12 6 6 0 0 0 0-12m0 1.5a4.5 4.5 0 1 1 0 9 4.5 4.5 0 0 1 0-9',
  clock: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13m-.75 2v5.1l3.6 2.1.75-1.25-2.85-1.7V5.5z',
  cross: 'm5.3 4.2 4.7 4.7 4.7-4.7 1.1 1.1-4.7 4.7 4.7 4.7-1.1 1.1-4.7-4.7-4.7 4.7-1.1-1.1 4.7-4.7-4.7-4.7z',
  dash: 'M5 9.25h10v1.5H5z',
  document: 'M5 2h6.5L16 6.5V18H5zm1.5 1.5v13h8v-9H10v-4zm5 .6v1.9h1.9z',
  error: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M9.25 6h1.5v5.5h-1.5zm0 6.8h1.5v1.5h-1.5z',
  info: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M9.25 8.5h1.5V14h-1.5zm0-2.8h1.5v1.5h-1.5z',
  globe: 'M10 2a8 8 0 1 0 0 16 8 8 0 0 0 0-16m0 1.5c.6 0 1.7 1.6 2.2 4H7.8c.5-2.4 1.6-4 2.2-4m-2.4.5a9.5 9.5 0 0 0-1.3 3.5H4A6.5 6.5 0 0 1 7.6 4m4.8 0A6.5 6.5 0 0 1 16 7.5h-2.3A9.5 9.5 0 0 0 12.4 4M3.6 9h2.5a17 17 0 0 0 0 2H3.6a6.5 6.5 0 0 1 0-2m4.1 0h4.6a16 16 0 0 1 0 2H7.7a16 16 0 0 1 0-2m6.2 0h2.5a6.5 6.5 0 0 1 0 2h-2.5a17 17 0 0 0 0-2M4 12.5h2.3A9.5 9.5 0 0 0 7.6 16 6.5 6.5 0 0 1 4 12.5m3.8 0h4.4c-.5 2.4-1.6 4-2.2 4s-1.7-1.6-2.2-4m5.9 0H16a6.5 6.5 0 0 1-3.6 3.5 9.5 9.5 0 0 0 1.3-3.5',
  person: 'M10 3a3.5 3.5 0 1 0 0 7 3.5 3.5 0 0 0 0-7m0 1.5a2 2 0 1 1 0 4 2 2 0 0 1 0-4M4 17c0-3.3 2.5-5.5 6-5.5s6 2.2 6 5.5h-1.5c0-2.4-1.8-4-4.5-4s-4.5 1.6-4.5 4z',
  upload: 'M10 3.2 5.2 8l1.1 1.1 2.95-3V14h1.5V6.1l2.95 3L14.8 8zM4 15.5h12V17H4z',
  calendar: 'M6 2.5h1.5V4h5V2.5H14V4h2.5v13h-13V4H6zM5 8v7.5h10V8zm0-2.5v1h10v-1z'
} as const;

/** Names of the desk's icons. */
export type IconName = keyof typeof PATHS;

/** A small picture beside words that say the same; it is not read out. */
export function Icon({ name, size = 20 }: { readonly name: IconName; readonly size?: number }): React.ReactElement {
  return (
    <svg width={size} height={size} viewBox="0 0 20 20" aria-hidden="true" focusable="false" style={{ flex: 'none', fill: 'currentColor' }}>
      <path d={PATHS[name]} />
    </svg>
  );
}
