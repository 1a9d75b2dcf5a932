import type { CalendarAddress } from '@slotwright/engine';
import type { ResultAsync } from 'neverthrow';
import { bodyReader } from '../http/answer/bodyReader.js';
import type { Call, CallOptions } from '../http/call/call.js';
import { belowAddress } from '../http/call/path.js';
import type { ClientError } from '../http/error/clientError.js';
import {
  type AddressService,
  AddressServiceAnswer,
  AddressServices,
} from '../wire/addressServices.js';

/** What an address offers (Docplanner API, section 6). */
export interface AddressServiceCalls {
  /** Docplanner API, getAddressServices; read them often, because ids change. */
  readonly listAddressServices: (
    address: CalendarAddress,
    options?: CallOptions,
  ) => ResultAsync<readonly AddressService[], ClientError>;
  /** Docplanner API, getAddressService. */
  readonly getAddressService: (
    address: CalendarAddress,
    addressServiceId: string,
    options?: CallOptions,
  ) => ResultAsync<AddressService, ClientError>;
}

const readService = bodyReader(AddressServiceAnswer);
const readServices = bodyReader(AddressServices);

export function addressServiceCalls(call: Call): AddressServiceCalls {
  return {
    listAddressServices: (address, options) =>
      call(
        {
          operation: 'getAddressServices',
          method: 'GET',
          path: belowAddress(address, '/services'),
          repeat: 'safe',
          needs: 'body',
          read: readServices,
        },
        options,
      ),
    getAddressService: (address, addressServiceId, options) =>
      call(
        {
          operation: 'getAddressService',
          method: 'GET',
          path: belowAddress(address, '/services/{addressServiceId}', { addressServiceId }),
          repeat: 'safe',
          needs: 'body',
          read: readService,
        },
        options,
      ),
  };
}
