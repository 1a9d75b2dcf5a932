import { err, ok, ResultAsync } from 'neverthrow';
import { noBody } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { ADDRESS, DOCTOR, FACILITY, fill, type Path } from '../http/call/path.js';
import type { ClientError, WrongId } from '../http/error/clientError.js';
import { MESSAGE, saysNothing } from '../wire/messages.js';

/** From the outside in, with the operation that reads one. */
const PARTS = [
  { part: 'facility', template: FACILITY, operation: 'getFacility' },
  { part: 'doctor', template: DOCTOR, operation: 'getDoctor' },
  { part: 'address', template: ADDRESS, operation: 'getAddress' },
] as const;

/** What the API's own words tell (Docplanner API, section 2). */
const TOLD: Readonly<Record<string, WrongId['part']>> = {
  [MESSAGE.facilityHidden]: 'facility',
  [MESSAGE.doctorHidden]: 'doctor',
  [MESSAGE.addressHidden]: 'address',
  [MESSAGE.addressOfOtherFacility]: 'address',
  [MESSAGE.addressOfOtherDoctor]: 'address',
};

/**
 * Calls whose errors name the id of facility, doctor or address that is wrong. `Object not found` does not say
 * it: then up to three GETs find it out. Where they do not, the error stays as it was.
 */
export function namingWrongIds(call: Call): Call {
  return (spec, options) =>
    call(spec, options).orElse((error) => {
      if (spec.path.isErr() || (error.type !== 'not-found' && error.type !== 'forbidden')) {
        return err(error);
      }
      const path = spec.path.value;
      return new ResultAsync(
        wrongPart(call, error, path, options).then((part) =>
          part === undefined
            ? err(error)
            : err({ ...error, wrongId: wrongId(part, path.parameters) }),
        ),
      );
    });
}

async function wrongPart(
  call: Call,
  { message }: Extract<ClientError, { readonly type: 'not-found' | 'forbidden' }>,
  path: Path,
  options: CallOptions | undefined,
): Promise<WrongId['part'] | undefined> {
  const told = TOLD[message];
  if (told !== undefined) return told;
  if (message !== MESSAGE.objectNotFound && !saysNothing(message)) return undefined;
  for (const { part, template, operation } of PARTS) {
    if (!path.template.startsWith(template)) return undefined;
    // All that it lies in is right.
    if (path.template === template) return part;
    const found = await call(
      {
        operation,
        method: 'GET',
        path: fill(template, path.parameters),
        repeat: 'safe',
        needs: 'status',
        read: noBody,
      },
      options,
    ).orElse((error) =>
      error.type === 'not-found' || error.type === 'forbidden' ? ok('wrong' as const) : err(error),
    );
    if (found.isErr()) return undefined;
    if (found.value === 'wrong') return part;
  }
  return undefined;
}

function wrongId(part: WrongId['part'], parameters: Path['parameters']): WrongId {
  const { facilityId = '', doctorId, addressId } = parameters;
  return {
    part,
    facilityId,
    ...(doctorId === undefined ? {} : { doctorId }),
    ...(addressId === undefined ? {} : { addressId }),
  };
}
