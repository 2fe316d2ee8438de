/* Stands in for `@msinternal/sp-telemetry`: the workbench measures nothing and sends nothing. */

function nothing(): undefined {
  return undefined;
}

export const _PerformanceLogger = {
  addLoadTime: nothing,
  devMark: nothing,
  endFailureForComponent: nothing,
  endMarkForComponent: nothing,
  endMarkForComponentWithTimestamp: nothing,
  fullPageLoad: nothing,
  getPerformanceData: nothing,
  getScenarioId: nothing,
  getWebpartFlightsAndExperiments: nothing,
  markComponent: nothing,
  markComponentModuleLoaded: nothing,
  markSpLoaderStart: nothing,
  now: (): number => performance.now(),
  readComponentBreakdown: nothing,
  readFullEUPLBreakDown: nothing,
  readTempData: nothing,
  setPerformanceProperty: nothing,
  startMarkForComponent: nothing,
  trackExperiment: nothing,
  trackModuleLoadTimes: nothing
};

export const _PerformanceDataDimensions = { DataProvider: 'DataProvider', Layout: 'Layout' };

export const _EngagementLogger = { log: nothing };

export const _SPPerfExperiment = { getVariantAndTrackExperiment: nothing };

export const _Telemetry = { buildNumber: '', haltBackend: nothing, initialize: nothing, isInitialized: true, startRealTimeProcessing: nothing };

/** Takes what is measured and keeps none of it. */
export class _QosMonitor {
  public readonly writeSuccess = nothing;
  public readonly writeExpectedFailure = nothing;
  public readonly writeUnexpectedFailure = nothing;
}
