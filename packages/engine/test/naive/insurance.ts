import type { Calendar, Insurance } from '../../src/document/clinic.js';

/** Equal for settings that mean the same: providers compare as sets. An absent setting is `none`. */
export function insuranceKey(insurance: Insurance | undefined): string {
  if (insurance === undefined) return 'none';
  const set = (ids: readonly number[]): string => [...new Set(ids)].sort((a, b) => a - b).join(',');
  return `${insurance.accepted} ${set(insurance.providers)} ${set(insurance.plans)}`;
}

/** The setting to print for each key: as the first schedule (then override) that has it writes it. */
export function insuranceByKey(calendar: Calendar): ReadonlyMap<string, Insurance | undefined> {
  const settings = [
    ...calendar.schedules.map((schedule) => schedule.insurance),
    ...calendar.overrides.flatMap(({ windows }) => windows.map((window) => window.insurance)),
  ];
  const found = new Map<string, Insurance | undefined>();
  for (const setting of settings) {
    const key = insuranceKey(setting);
    if (!found.has(key)) found.set(key, setting);
  }
  return found;
}
