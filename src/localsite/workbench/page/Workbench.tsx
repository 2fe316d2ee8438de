import type { IPropertyPaneConfiguration } from '@microsoft/sp-property-pane';
import * as React from 'react';

import { Bar } from './Bar';
import { startWebPart, type HostedWebPart } from './hostedWebPart';
import type { HostedModules } from './loaderConfiguration';
import type { PageContextData } from './pageContextData';
import { PropertyPane } from './PropertyPane';
import type { LocalUser } from './siteAdministration';
import { isInTeamsFrame } from './teamsProtocol';
import { TeamsTab } from './TeamsTab';
import { hostTheme } from './themes';
import { queryFromState, type WorkbenchState } from './workbenchState';

/** What the page read from the site before it could show anything. */
export interface WorkbenchProps {
  readonly initialState: WorkbenchState;
  readonly users: readonly LocalUser[];
  readonly now: string;
  readonly modules: HostedModules;
  readonly pageContext: PageContextData;
}

interface Pane {
  readonly configuration: IPropertyPaneConfiguration;
  readonly properties: Record<string, unknown>;
}

/** Settings that a page has from its start on, so that changing them opens it again, as in SharePoint. */
const settingsOfTheWholePage: readonly (keyof WorkbenchState)[] = ['user', 'lang', 'host'];

/** The workbench: its bar, and below it a page of the host with the web part. */
export function Workbench({ initialState, users, now, modules, pageContext }: WorkbenchProps): React.ReactElement {
  const [state, setState] = React.useState(initialState);
  const [webPart, setWebPart] = React.useState<HostedWebPart>();
  const [problem, setProblem] = React.useState<string>();
  const [pane, setPane] = React.useState<Pane>();
  const paneIsOpen = React.useRef(false);
  const place = React.useRef<HTMLDivElement>(null);
  const theme = React.useMemo(() => hostTheme(state.theme), [state.theme]);
  const isFrame = isInTeamsFrame();
  const isTeams = !isFrame && state.host !== 'sharepoint';

  const showPane = async (running: HostedWebPart | undefined, isOpen: boolean): Promise<void> => {
    paneIsOpen.current = isOpen && running !== undefined;
    setPane(paneIsOpen.current && running !== undefined ? await running.propertyPane() : undefined);
  };

  React.useEffect(() => {
    if (isTeams) {
      return;
    }
    let running: HostedWebPart | undefined;
    const domElement = document.createElement('div');
    place.current?.append(domElement);
    startWebPart({
      modules,
      pageContext,
      domElement,
      theme,
      mode: initialState.mode,
      isPropertyPaneOpen: () => paneIsOpen.current,
      onPropertyPaneRequest: (action) => void showPane(running, action === 'refresh' ? paneIsOpen.current : action === 'open')
    }).then(
      (started) => {
        running = started;
        setWebPart(started);
        new ResizeObserver(() => started.resized()).observe(domElement);
      },
      (error: Error) => {
        console.error(error);
        setProblem(error.message);
      }
    );
  }, []);

  const change = (wanted: Partial<WorkbenchState>): void => {
    const next = { ...state, ...wanted };
    if (settingsOfTheWholePage.some((setting) => next[setting] !== state[setting])) {
      window.location.assign(queryFromState(next));
      return;
    }
    window.history.replaceState(undefined, '', queryFromState(next));
    setState(next);
    if (next.theme !== state.theme) {
      webPart?.setTheme(hostTheme(next.theme));
    }
    if (next.mode !== state.mode) {
      webPart?.setMode(next.mode);
      void showPane(webPart, false);
    }
  };

  const { palette, semanticColors } = theme;
  const colors = {
    '--surface': semanticColors.bodyBackground,
    '--text': semanticColors.bodyText,
    '--quiet': semanticColors.bodySubtext,
    '--line': palette.neutralTertiaryAlt,
    '--accent': palette.themePrimary
  } as React.CSSProperties;
  return (
    <div className={`workbench host-${isFrame ? 'frame' : isTeams ? 'teams' : 'page'} width-${state.width} theme-${state.theme}`} style={colors}>
      {!isFrame && (
        <Bar
          state={state}
          users={users}
          now={now}
          hasPropertyPane={webPart !== undefined}
          isPropertyPaneOpen={pane !== undefined}
          onChange={change}
          onTogglePropertyPane={() => void showPane(webPart, pane === undefined)}
          onClockMoved={() => window.location.reload()}
        />
      )}
      {isTeams ? (
        <TeamsTab state={state} title={pageContext.web.title} />
      ) : (
        <div className="page">
          <div className="page-main">
            {!isFrame && (
              <div className="page-title">
                <span aria-hidden="true">{pageContext.web.title.slice(0, 1)}</span>
                <span>{pageContext.web.title}</span>
              </div>
            )}
            <main className="canvas" aria-busy={webPart === undefined && problem === undefined}>
              {problem !== undefined && (
                <p role="alert" className="canvas-problem" dir="ltr" lang="en">
                  The web part did not start: {problem}
                </p>
              )}
              <div className="canvas-zone">
                <div ref={place} data-testid="web-part" />
              </div>
            </main>
          </div>
          {pane !== undefined && webPart !== undefined && (
            <PropertyPane
              configuration={pane.configuration}
              properties={pane.properties}
              onChange={(path, value, fieldType) => {
                webPart.setProperty(path, value, fieldType);
                void showPane(webPart, true);
              }}
              onClose={() => void showPane(webPart, false)}
            />
          )}
        </div>
      )}
    </div>
  );
}
