import { type NamedService, serviceText } from '../document/serviceText.js';

/** What cannot be known of a calendar from what it shows, or what somebody should look at. */
export type InferenceNote =
  | {
      /** Nothing says how long the service takes: as long as the least time between its starts. */
      readonly type: 'duration-assumed';
      readonly addressServiceId: string;
      /** Minutes. */
      readonly duration: number;
    }
  | {
      /** It is published with another duration than the service has by itself: perhaps a buffer. */
      readonly type: 'duration-differs';
      readonly addressServiceId: string;
      /** Minutes that Docplanner says of the service. */
      readonly said: number;
      /** Minutes that it takes in most windows. */
      readonly published: number;
    }
  | {
      /** The address has the service, and no start shows it. */
      readonly type: 'service-never-shown';
      readonly addressServiceId: string;
    }
  | {
      /** Too few weeks were read to tell every other week from every week. */
      readonly type: 'few-weeks';
      readonly dates: number;
    }
  | {
      /** Nothing is shown after this date, which is closed for it: perhaps it is not published that far. */
      readonly type: 'nothing-shown-after';
      /** `2026-10-05` */
      readonly date: string;
    }
  | {
      /** Starts that a break or booking should hide, or that no document can give: these dates differ. */
      readonly type: 'dates-not-exact';
      /** `2026-10-05` */
      readonly dates: readonly string[];
    };

/**
 * A note as a sentence for people, with the services' names as far as they are known.
 *
 * @example
 * describeInferenceNote({ type: 'service-never-shown', addressServiceId: '7' }, [])
 * // => 'service 7 is never shown: no schedule offers it'
 */
export function describeInferenceNote(
  note: InferenceNote,
  services: readonly NamedService[],
): string {
  const service = 'addressServiceId' in note ? serviceText(note.addressServiceId, services) : '';
  switch (note.type) {
    case 'duration-assumed':
      return `nothing says how long service ${service} takes: ${note.duration} minutes are the least that its starts are apart`;
    case 'duration-differs':
      return `service ${service} takes ${note.said} minutes by itself, and ${note.published} in what is shown: if the rest is a buffer, write bufferAfter`;
    case 'service-never-shown':
      return `service ${service} is never shown: no schedule offers it`;
    case 'few-weeks':
      return `only ${note.dates} dates were read: what happens every other week cannot be told from every week`;
    case 'nothing-shown-after':
      return `nothing is shown after ${note.date}, so a closure says that: remove it if hours are just not published that far`;
    case 'dates-not-exact':
      return `no schedule gives exactly what is shown on ${note.dates.join(', ')}: look at these dates`;
    default:
      return note satisfies never;
  }
}
