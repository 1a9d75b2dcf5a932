import { z } from 'zod';
import { locateAddress, locateDoctor } from '../server/locate.js';
import { ADDRESS_PATH, items, ok, type Route } from '../server/operation.js';
import { Refusal } from '../server/refusal.js';
import { readBody } from '../server/request-body.js';
import { scopes } from '../server/request-query.js';
import { notify } from '../state/notify.js';
import { visibleAddresses, withAddress } from '../state/world.js';
import { addressView } from '../views/address-view.js';

const UpdateAddress = z.object({
  insurance_support: z.enum(['private', 'insurance', 'private_and_insurance']).optional(),
});

/** Addresses (Docplanner API, section 5). */
export const addressRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/facilities/:facility/doctors/:doctor/addresses',
    operation: (call) => {
      const { doctor } = locateDoctor(call);
      const shown = visibleAddresses(call.world, doctor);
      return ok(call.world, items(shown.map((address) => addressView(address, scopes(call)))));
    },
  },
  {
    method: 'GET',
    path: ADDRESS_PATH,
    operation: (call) => ok(call.world, addressView(locateAddress(call), scopes(call))),
  },
  {
    method: 'PATCH',
    path: ADDRESS_PATH,
    operation: (call) => {
      const address = locateAddress(call);
      const body = readBody(call, UpdateAddress);
      const insuranceSupport = body.insurance_support ?? address.insuranceSupport;
      const changed = { ...address, insuranceSupport };
      const shown = new Set([...scopes(call), 'address.insurance_support']);
      return ok(withAddress(call.world, changed), addressView(changed, shown));
    },
  },
  {
    // Only Docplanner's own practice software may; the address is then out of this client's reach.
    method: 'DELETE',
    path: `${ADDRESS_PATH}/integration`,
    operation: (call) => {
      const address = locateAddress(call);
      if (call.behaviour.client !== 'pms') {
        throw new Refusal(403, 'You are not authorized to use this feature');
      }
      const world = withAddress(call.world, { ...address, access: 'none' });
      return { world: notify(world, call.now, address, 'address-unassigned', {}), status: 202 };
    },
  },
];
