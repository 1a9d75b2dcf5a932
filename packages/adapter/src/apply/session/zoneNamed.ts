import { type Zone, zoneId, zoneOf } from '@slotwright/engine';

/** A zone by its name. A plan names one that the engine knows; anything else is taken for UTC. */
export function zoneNamed(timezone: string): Zone | undefined {
  return zoneId(timezone)
    .orElse(() => zoneId('UTC'))
    .map(zoneOf)
    .unwrapOr(undefined);
}
