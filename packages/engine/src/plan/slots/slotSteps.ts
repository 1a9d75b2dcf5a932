import { formatDate } from '../../time/date.js';
import type { StagedSteps } from '../order.js';
import type { ChangedDate } from './changedDates.js';
import { datesByRequest, type Split, slotsRequest } from './requests.js';

/** The calls that send changed dates, each date whole. */
export function slotSteps(changed: readonly ChangedDate[], split: Split): StagedSteps {
  return {
    replace: datesByRequest(changed, split).map((dates) => ({
      type: 'replace-slots',
      dates: dates.map(({ date }) => formatDate(date.date)),
      body: slotsRequest(dates),
    })),
  };
}
