import { configurationMaker } from '../../src/calendar/configuration.js';
import type { AddressServiceId, Configuration, Minutes } from '../../src/index.js';

/** A configuration with a service for each duration. */
export function exampleConfiguration(durations: readonly number[]): Configuration {
  const services = durations.map((duration, order) => ({
    addressServiceId: `s${order}` as AddressServiceId,
    duration: duration as Minutes,
    order,
  }));
  const configuration = configurationMaker()(services, undefined);
  if (configuration === undefined) throw new Error('a configuration needs a service');
  return configuration;
}
