import * as React from 'react';

import { cultures, type LanguageCode } from './cultures';
import type { LocalUser } from './siteAdministration';
import { SiteClock } from './SiteClock';
import type { HostName, ModeName, ThemeName, WidthName, WorkbenchState } from './workbenchState';

/** The bar above the page: everything about the host that one may want to change. */
export interface BarProps {
  readonly state: WorkbenchState;
  readonly users: readonly LocalUser[];
  readonly now: string;
  readonly hasPropertyPane: boolean;
  readonly isPropertyPaneOpen: boolean;
  readonly onChange: (change: Partial<WorkbenchState>) => void;
  readonly onTogglePropertyPane: () => void;
  readonly onClockMoved: () => void;
}

interface ChoiceProps<T extends string> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [value: T, text: string, lang?: string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string>({ label, value, options, onChange }: ChoiceProps<T>): React.ReactElement {
  return (
    <div className="bar-choice">
      <label htmlFor={`bar-${label}`}>{label}</label>
      <select id={`bar-${label}`} value={value} onChange={(event) => onChange(event.target.value as T)}>
        {options.map(([option, text, lang]) => (
          <option key={option} value={option} lang={lang}>
            {text}
          </option>
        ))}
      </select>
    </div>
  );
}

const themeTexts: [ThemeName, string][] = [
  ['light', 'Light'],
  ['dark', 'Dark'],
  ['contrast', 'High contrast']
];
const hostTexts: [HostName, string][] = [
  ['sharepoint', 'SharePoint page'],
  ['teams', 'Teams, channel tab'],
  ['personal', 'Teams, personal app']
];
const widthTexts: [WidthName, string][] = [
  ['full', 'Full width'],
  ['narrow', 'One-third column'],
  ['phone', 'Phone']
];
const modeTexts: [ModeName, string][] = [
  ['read', 'Reading'],
  ['edit', 'Editing']
];
const languageTexts = (Object.keys(cultures) as LanguageCode[]).map((code): [LanguageCode, string, string] => [code, cultures[code].label, code]);

/** The local workbench's own bar; always in English and left to right, whatever the page's language. */
export function Bar(props: BarProps): React.ReactElement {
  const { state, users, onChange } = props;
  const [isOpen, setIsOpen] = React.useState(false);
  const userTexts = users.map(({ email, title }): [string, string] => [email, title]);
  return (
    <header className="bar" dir="ltr" lang="en" aria-label="Local workbench">
      <div className="bar-mark">
        <strong>Local workbench</strong>
        <span>not SharePoint</span>
        <button type="button" className="bar-more" aria-expanded={isOpen} aria-controls="bar-controls" onClick={() => setIsOpen(!isOpen)}>
          Controls
        </button>
      </div>
      <div id="bar-controls" className={isOpen ? 'bar-controls is-open' : 'bar-controls'}>
        <Choice label="User" value={state.user} options={userTexts} onChange={(user) => onChange({ user })} />
        <Choice label="Language" value={state.lang} options={languageTexts} onChange={(lang) => onChange({ lang })} />
        <Choice label="Theme" value={state.theme} options={themeTexts} onChange={(theme) => onChange({ theme })} />
        <Choice label="Host" value={state.host} options={hostTexts} onChange={(host) => onChange({ host })} />
        <Choice label="Width" value={state.width} options={widthTexts} onChange={(width) => onChange({ width })} />
        <Choice label="Page" value={state.mode} options={modeTexts} onChange={(mode) => onChange({ mode })} />
        {state.mode === 'edit' && props.hasPropertyPane && (
          <button type="button" className="bar-button" aria-expanded={props.isPropertyPaneOpen} onClick={props.onTogglePropertyPane}>
            Properties
          </button>
        )}
        <SiteClock now={props.now} onMoved={props.onClockMoved} />
      </div>
    </header>
  );
}
