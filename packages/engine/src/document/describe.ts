import { describeRuleError } from '../recurrence/ruleError.js';
import { describeInvalidTime } from '../time/invalidTime.js';
import type { DocumentError } from './errors.js';
import { shortened } from './reader/errorCollector.js';

const quoted = (text: string): string => JSON.stringify(shortened(text));

const didYouMean = (suggestion: string | undefined): string =>
  suggestion === undefined ? '' : `; did you mean ${quoted(suggestion)}?`;

/**
 * One sentence for people: what is wrong and what was expected, without the path. It repeats short
 * values of known keys, never values of unknown ones.
 *
 * @example
 * parseDocument({ ...clinic, timezone: 'Europe/Madird' }).mapErr((errors) =>
 *   errors.map((error) => `${error.path}: ${describeDocumentError(error)}`))
 * // => err(['timezone: Unknown time zone "Europe/Madird"; did you mean "Europe/Madrid"?'])
 */
export function describeDocumentError(error: DocumentError): string {
  return printable(sentence(error));
}

/** Control characters would break the line, or reach a terminal. */
function printable(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\p{Bidi_Control}]/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

function sentence(error: DocumentError): string {
  const { expected } = error;
  switch (error.type) {
    case 'missing':
      return `Required and missing; expected ${expected}.`;
    case 'unknown-key':
      return `Unknown key ${quoted(error.key)}${didYouMean(error.suggestion) || `; expected ${expected}.`}`;
    case 'invalid-value':
      return `Expected ${expected}, found ${error.found}.`;
    case 'unreadable':
      return `The value cannot be read; expected ${expected}.`;
    case 'too-many':
      return `Too many items: expected ${expected}, found ${error.found}.`;
    case 'too-few':
      return `Too few items: expected ${expected}.`;
    case 'duplicate':
      return `${quoted(error.value)} is already used at ${error.first}; expected ${expected}.`;
    case 'not-exactly-one':
      return error.given.length === 0
        ? `Expected ${expected}, found neither.`
        : `Expected ${expected}, found ${error.given.join(' and ')} together.`;
    case 'invalid-time':
      return `${describeInvalidTime(error)}.`;
    case 'unknown-zone':
      return `Unknown time zone ${quoted(error.input)}${didYouMean(error.suggestion) || `; expected ${expected}.`}`;
    case 'invalid-rule':
      return describeRuleError(error.reason);
    case 'rule-never-matches':
      return `The rule can never match a date; expected ${expected}.`;
    case 'end-not-after-start':
      return `The end is not after the start; expected ${expected}.`;
    case 'too-long':
      return `One occurrence lasts longer than ${error.limitDays} days; expected ${expected}.`;
    case 'unknown-service':
      return `The calendar has no service ${quoted(error.id)}${didYouMean(error.suggestion) || `; expected ${expected}.`}`;
    case 'unknown-code':
      return `No finding has the code ${quoted(error.code)}${didYouMean(error.suggestion) || `; expected ${expected}.`}`;
    case 'providers-missing':
    case 'providers-not-allowed':
    case 'plans-not-allowed':
      return `Expected ${expected}.`;
    case 'still-in-use':
      return `The calendar ${quoted(error.calendar)} is there; expected ${expected}.`;
    case 'more-errors':
      return `${error.count} more ${error.count === 1 ? 'error is' : 'errors are'} not listed.`;
    default:
      return error satisfies never;
  }
}
