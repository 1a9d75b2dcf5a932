import type { ClinicDocumentInput } from '../document/reader/documentRecord.js';
import { formatDate } from '../time/date.js';
import type { InferenceNote } from './inferenceNote.js';
import type { ServiceList } from './serviceList.js';
import type { ShownCalendar } from './shownCalendar.js';
import type { ShownDate } from './shownDate.js';

type CalendarInput = ClinicDocumentInput['calendars'][number];

/** What was made of what is shown. */
type Written = Pick<CalendarInput, 'services' | 'closures'>;

/** What notes are made from. */
interface Shown {
  readonly list: ServiceList;
  readonly shown: ShownCalendar;
  readonly dates: readonly ShownDate[];
  /** On which what is written does not show what is shown. */
  readonly wrong: readonly ShownDate[];
}

/** In fewer dates than these, no weekday comes twice in even and twice in odd weeks. */
const DATES_OF_FOUR_WEEKS = 22;
/** A holiday is mostly shorter than so many days at the end of what was read. */
const MAX_HOLIDAYS = 7;

export function notesOf(
  { services, closures = [] }: Written,
  { list, shown, dates, wrong }: Shown,
): readonly InferenceNote[] {
  const notes: InferenceNote[] = [...serviceNotes(services, list, shown)];
  if (dates.length > 0 && dates.length < DATES_OF_FOUR_WEEKS) {
    notes.push({ type: 'few-weeks', dates: dates.length });
  }
  const last = dates.findLastIndex(({ starts }) => starts.size > 0);
  const end = dates[last]?.span.date;
  const isClosed = closures.some(
    ({ through = '' }) => end !== undefined && through > formatDate(end),
  );
  if (end !== undefined && isClosed && dates.length - last > MAX_HOLIDAYS) {
    notes.push({ type: 'nothing-shown-after', date: formatDate(end) });
  }
  if (wrong.length > 0) {
    notes.push({ type: 'dates-not-exact', dates: wrong.map(({ span }) => formatDate(span.date)) });
  }
  return notes;
}

function serviceNotes(
  written: CalendarInput['services'],
  { services, assumed }: ServiceList,
  { slots }: ShownCalendar,
): readonly InferenceNote[] {
  const offered = new Set(
    slots.flatMap((slot) => slot.services.map(({ addressServiceId }) => addressServiceId)),
  );
  const durations = new Map(written.map((each) => [each.addressServiceId, each.duration]));
  return services.flatMap(({ addressServiceId, duration: said }): InferenceNote[] => {
    const published = durations.get(addressServiceId);
    if (!offered.has(addressServiceId)) return [{ type: 'service-never-shown', addressServiceId }];
    if (published === undefined) return [];
    if (assumed.has(addressServiceId)) {
      return [{ type: 'duration-assumed', addressServiceId, duration: published }];
    }
    if (said === undefined || said === published) return [];
    return [{ type: 'duration-differs', addressServiceId, said, published }];
  });
}
