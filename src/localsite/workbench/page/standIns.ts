import * as odspCoreBundle from './standIns/odspCoreBundle';
import * as spEditCustomerPromise from './standIns/spEditCustomerPromise';
import * as spIdleWebTask from './standIns/spIdleWebTask';
import * as spPropertyPane from './standIns/spPropertyPane';
import * as spSafeHtml from './standIns/spSafeHtml';
import * as spTelemetry from './standIns/spTelemetry';

/**
 * Every module of SharePoint's that the workbench makes up, because npm does not have it or what it
 * has does not run without such modules. All other modules of the page are the published ones.
 */
export const standIns = {
  '@microsoft/sp-property-pane': spPropertyPane,
  '@msinternal/odsp-core-bundle': odspCoreBundle,
  '@msinternal/sp-edit-customer-promise': spEditCustomerPromise,
  '@msinternal/sp-idle-web-task': spIdleWebTask,
  '@msinternal/sp-safehtml': spSafeHtml,
  '@msinternal/sp-telemetry': spTelemetry
} as const;
