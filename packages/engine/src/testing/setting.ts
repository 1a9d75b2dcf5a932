import { addDays, datesThrough } from './wallText.js';

/** Where and when a document's events happen, so that they meet the horizon that is asked for. */
export interface Setting {
  /** An IANA zone. Default: Europe/Madrid. */
  readonly timezone?: string;
  /** Events happen on or shortly before the dates `from` through `through`. Default: 2026-10-22. */
  readonly from?: string;
  /** The last of these dates. Default: six days after `from`. */
  readonly through?: string;
}

export interface CompleteSetting extends Required<Setting> {
  /** The day before `from`, then every date through `through`. */
  readonly dates: readonly string[];
}

export function completeSetting(setting: Setting): CompleteSetting {
  const { timezone = 'Europe/Madrid', from = '2026-10-22' } = setting;
  const { through = addDays(from, 6) } = setting;
  return { timezone, from, through, dates: datesThrough(addDays(from, -1), through) };
}
