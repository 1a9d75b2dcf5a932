import { locateWritable } from '../server/locate.js';
import { ADDRESS_PATH, noContent, type Route } from '../server/operation.js';
import { notFound } from '../server/refusal.js';
import { withAddress } from '../state/world.js';
import { parseDate } from '../time/timestamp.js';
import { clearDay } from './replace-slots.js';

/** deleteSlots (Docplanner API, section 9.3): takes its turn after PUTs that are still being processed. */
export const deleteSlotsRoute: Route = {
  method: 'DELETE',
  path: `${ADDRESS_PATH}/slots/:date`,
  operation: (call) => {
    const address = locateWritable(call);
    const { behaviour, now } = call;
    const date = parseDate(call.param('date'), behaviour.timestamps, address.zone);
    if (date === null) throw notFound();
    const edit = {
      doneAt: now + behaviour.processingDelayMs,
      steps: [clearDay(date, address.zone)],
    };
    const acceptedPuts = address.acceptedPuts.filter(
      (put) => put.doneAt > now || behaviour.duplicateAfterDelete === 'ignored',
    );
    return noContent(
      withAddress(call.world, { ...address, edits: [...address.edits, edit], acceptedPuts }),
    );
  },
};
