import type { Meter } from '@opentelemetry/api';
import { createNoopMeter, diag, DiagLogLevel } from '@opentelemetry/api';
import type { Log } from './log';
import type { MetricsSettings } from './settings';

/** Under which name the instruments are made. */
const SCOPE = 'contribution-desk';

/** What the reader itself takes for the longest, which must not be longer than the interval. */
const LONGEST_EXPORT_MS = 30_000;

/** So that an orderly stop of the service stays one. */
const LONGEST_STOP_MS = 3000;

/** So much of what OpenTelemetry says of itself is logged. */
const LONGEST_REASON = 200;

/** Where measurements go. */
export interface MetricsExport {
  readonly meter: Meter;
  /** Sends what is left, unless that takes too long, and ends. */
  stop(): Promise<void>;
}

/**
 * Sends measurements by OTLP over HTTP, as JSON; nowhere, and nothing is loaded, without settings. Where to, the headers
 * and the time that it may take come from the variables `OTEL_EXPORTER_OTLP_...`, what the service is called from
 * `OTEL_SERVICE_NAME` and `OTEL_RESOURCE_ATTRIBUTES`. A receiver that is not there does the service no harm; the log says
 * so.
 * Source: OpenTelemetry, "OpenTelemetry Protocol Exporter" and "Environment Variable Specification".
 */
export async function openMetricsExport(settings: MetricsSettings | undefined, log: Log): Promise<MetricsExport> {
  if (settings === undefined) {
    return { meter: createNoopMeter(), stop: async () => undefined };
  }
  const { OTLPMetricExporter } = await import('@opentelemetry/exporter-metrics-otlp-http');
  const { defaultResource, detectResources, envDetector, resourceFromAttributes } = await import('@opentelemetry/resources');
  const { MeterProvider, PeriodicExportingMetricReader } = await import('@opentelemetry/sdk-metrics');
  const warn = (message: string): void => log.warn({ event: 'metrics.notSent', reason: message.slice(0, LONGEST_REASON) });
  diag.setLogger({ error: warn, warn, info: () => undefined, debug: () => undefined, verbose: () => undefined }, { logLevel: DiagLogLevel.WARN, suppressOverrideMessage: true });
  const exportIntervalMillis = settings.intervalMilliseconds;
  const reader = new PeriodicExportingMetricReader({
    exporter: new OTLPMetricExporter(),
    exportIntervalMillis,
    exportTimeoutMillis: Math.min(exportIntervalMillis, LONGEST_EXPORT_MS)
  });
  const resource = defaultResource()
    .merge(resourceFromAttributes({ 'service.name': SCOPE }))
    .merge(detectResources({ detectors: [envDetector] }));
  const provider = new MeterProvider({ resource, readers: [reader] });
  return { meter: provider.getMeter(SCOPE), stop: () => provider.shutdown({ timeoutMillis: LONGEST_STOP_MS }).catch((error: Error) => warn(error.message)) };
}

