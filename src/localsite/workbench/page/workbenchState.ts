import { cultures, type LanguageCode } from './cultures';

const themeNames = ['light', 'dark', 'contrast'] as const;
const hostNames = ['sharepoint', 'teams', 'personal'] as const;
const widthNames = ['full', 'narrow', 'phone'] as const;
const modeNames = ['read', 'edit'] as const;

/** How the page looks. */
export type ThemeName = (typeof themeNames)[number];
/** Where the web part is shown. */
export type HostName = (typeof hostNames)[number];
/** How wide the page is. */
export type WidthName = (typeof widthNames)[number];
/** Whether the page is read or edited. */
export type ModeName = (typeof modeNames)[number];

/** Everything that the bar can set; it stands in the address, so that a state can be opened directly. */
export interface WorkbenchState {
  /** E-mail address of the acting user. */
  readonly user: string;
  readonly lang: LanguageCode;
  readonly theme: ThemeName;
  /** A page of the site, a tab of a channel in Teams, or a personal app there. */
  readonly host: HostName;
  readonly width: WidthName;
  readonly mode: ModeName;
  /** The part of the tab that a link in Teams led to, such as `contribution-5`; empty for none. */
  readonly part: string;
}

const defaults: WorkbenchState = { user: 'delegate.fr@example.org', lang: 'en', theme: 'light', host: 'sharepoint', width: 'full', mode: 'read', part: '' };

function oneOf<T extends string>(allowed: readonly T[], value: string | null, otherwise: T): T {
  return allowed.find((candidate) => candidate === value) ?? otherwise;
}

/** The state an address asks for; what it leaves out or misspells gets the default. */
export function stateFromQuery(search: string): WorkbenchState {
  const query = new URLSearchParams(search);
  return {
    user: query.get('user') ?? defaults.user,
    lang: oneOf(Object.keys(cultures) as LanguageCode[], query.get('lang'), defaults.lang),
    theme: oneOf(themeNames, query.get('theme'), defaults.theme),
    host: oneOf(hostNames, query.get('host'), defaults.host),
    width: oneOf(widthNames, query.get('width'), defaults.width),
    mode: oneOf(modeNames, query.get('mode'), defaults.mode),
    part: query.get('part') ?? defaults.part
  };
}

/** The query of a state, with a leading `?`; the inverse of `stateFromQuery`. */
export function queryFromState(state: WorkbenchState): string {
  const { part, ...rest } = state;
  return `?${new URLSearchParams(part === '' ? rest : { ...rest, part }).toString().replaceAll('%40', '@')}`;
}
