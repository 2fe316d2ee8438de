import * as React from 'react';

import { cultures } from './cultures';
import { TeamsClient, teamsFrameName, type TeamsCall } from './teamsProtocol';
import { queryFromState, type WorkbenchState } from './workbenchState';

/** What Teams shows of a link that an app shares. */
interface SharedLink {
  readonly part: string;
  readonly label: string;
  readonly webUrl?: string;
}

/** As many as fit on a screen. */
const callsKept = 20;

/** A tab of Teams: the app in a frame, and below it what the app asked of Teams. */
export function TeamsTab({ state, title }: { readonly state: WorkbenchState; readonly title: string }): React.ReactElement {
  const frame = React.useRef<HTMLIFrameElement>(null);
  const [calls, setCalls] = React.useState<readonly TeamsCall[]>([]);
  const [shared, setShared] = React.useState<SharedLink>();
  const [part, setPart] = React.useState('');
  /** The frame is not loaded anew when the theme or the width changes. */
  const [source] = React.useState(() => `/${queryFromState({ ...state, theme: 'light', part: '' })}`);
  const [client] = React.useState(
    () =>
      new TeamsClient(
        () => frame.current?.contentWindow ?? null,
        { user: state.user, locale: cultures[state.lang].cultureName.toLowerCase(), theme: state.theme, isPersonal: state.host === 'personal', part: state.part },
        (call) => {
          setCalls((known) => [...known, call].slice(-callsKept));
          if (call.func === 'shareDeepLink') {
            const [sharedPart, label, webUrl] = call.args as [string, string, string | undefined];
            setShared({ part: sharedPart, label, webUrl });
          }
          if (call.func === 'executeDeepLink') {
            window.open(String(call.args[0]), '_blank', 'noopener');
          }
        }
      )
  );
  React.useEffect(() => client.listen(), [client]);
  React.useEffect(() => client.changeTheme(state.theme), [client, state.theme]);

  return (
    <div className="teams" dir="ltr" lang="en">
      <div className="teams-head">
        <strong>{title}</strong>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            client.openPart(part);
          }}
        >
          <label>
            Link to <input value={part} placeholder="contribution-5" onChange={({ target }) => setPart(target.value)} />
          </label>
          <button type="submit">Follow</button>
        </form>
      </div>
      {shared !== undefined && (
        <div role="dialog" aria-label="Copy link" className="teams-dialog">
          <p>{shared.label}</p>
          <label>
            Link <input readOnly value={`https://teams.microsoft.com/l/entity/local/desk?context=${encodeURIComponent(JSON.stringify({ subEntityId: shared.part }))}`} />
          </label>
          <button type="button" onClick={() => setShared(undefined)}>
            Close
          </button>
        </div>
      )}
      <iframe ref={frame} name={teamsFrameName} title="The app" src={source} allow="clipboard-write" />
      <details className="teams-calls">
        <summary>What the app asked of Teams: {calls.length}</summary>
        <ol>
          {calls.map(({ func, args }, index) => (
            <li key={index} data-call={func}>
              {func} {JSON.stringify(args)}
            </li>
          ))}
        </ol>
      </details>
    </div>
  );
}
