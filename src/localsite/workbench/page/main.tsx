import './fluentSettings';

import { initializeIcons } from '@fluentui/react/lib/Icons';
import * as React from 'react';
import { render } from 'react-dom';

import { cultures } from './cultures';
import type { HostedModules } from './loaderConfiguration';
import { readPageContextData } from './pageContextData';
import { localUsers, requestJson, siteTime } from './siteAdministration';
import { Workbench } from './Workbench';
import { stateFromQuery } from './workbenchState';

/** Opens the page in the state that its address asks for. */
async function openWorkbench(root: HTMLElement): Promise<void> {
  const { sitePath } = root.dataset as { sitePath: string };
  const state = stateFromQuery(window.location.search);
  const { cultureName, rightToLeft } = cultures[state.lang];
  document.documentElement.lang = cultureName;
  document.documentElement.dir = rightToLeft ? 'rtl' : 'ltr';
  initializeIcons();

  const users = await localUsers();
  if (!users.some(({ email }) => email === state.user)) {
    throw new Error(`The local site knows no user ${state.user}. It knows ${users.map(({ email }) => email).join(', ')}.`);
  }
  document.cookie = `localUser=${state.user}; path=/; SameSite=Strict`;
  const [modules, now, pageContext] = await Promise.all([
    requestJson<HostedModules>('The web part could not be found', '/_workbench/modules.json'),
    siteTime(),
    readPageContextData(sitePath, state.lang)
  ]);
  render(<Workbench initialState={state} users={users} now={now} modules={modules} pageContext={pageContext} />, root);
}

const root = document.getElementById('workbench') as HTMLElement;
openWorkbench(root).catch((error: Error) => {
  const message = document.createElement('p');
  message.setAttribute('role', 'alert');
  message.className = 'canvas-problem';
  message.textContent = error.message;
  root.replaceChildren(message);
});
