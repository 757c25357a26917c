import { DefaultLogger, makeTelemetryFilterString, Runtime } from '@temporalio/worker';

// Once per test file, before anything else wakes the runtime with its talkative defaults.
Runtime.install({
  logger: new DefaultLogger('WARN'),
  telemetryOptions: { logging: { forward: {}, filter: makeTelemetryFilterString({ core: 'ERROR' }) } },
});
