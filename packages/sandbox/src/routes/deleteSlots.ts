import { notFound } from '../answers/refusal.js';
import { locateWritable } from '../operation/locate.js';
import { ADDRESS_PATH, noContent, type Route } from '../operation/operation.js';
import { withAddress } from '../state/sandboxState.js';
import { parseDate } from '../time/timestamp.js';
import { clearDay } from './replaceSlots.js';

/** deleteSlots (Docplanner API, section 9.3): takes its turn after PUTs that are still being processed. */
export const deleteSlotsRoute: Route = {
  method: 'DELETE',
  path: `${ADDRESS_PATH}/slots/:date`,
  operation: (context) => {
    const address = locateWritable(context);
    const { behaviour, now } = context;
    const date = parseDate(context.param('date'), behaviour.timestamps, address.zone);
    if (date === null) throw notFound();
    const edit = {
      doneAt: now + behaviour.processingDelayMs,
      steps: [clearDay(date, address.zone)],
    };
    const acceptedPuts = address.acceptedPuts.filter(
      (put) => put.doneAt > now || behaviour.duplicateAfterDelete === 'ignored',
    );
    return noContent(
      withAddress(context.state, { ...address, edits: [...address.edits, edit], acceptedPuts }),
    );
  },
};
