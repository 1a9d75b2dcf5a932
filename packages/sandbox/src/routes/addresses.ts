import * as z from 'zod';
import { Refusal } from '../answers/refusal.js';
import { notify } from '../changes/notifications.js';
import { locateAddress, locateDoctor } from '../operation/locate.js';
import { ADDRESS_PATH, items, ok, type Route } from '../operation/operation.js';
import { readBody } from '../operation/requestBody.js';
import { scopes } from '../operation/requestQuery.js';
import { visibleAddresses, withAddress } from '../state/sandboxState.js';
import { addressView } from '../views/addressView.js';

const UpdateAddress = z.object({
  insurance_support: z.enum(['private', 'insurance', 'private_and_insurance']).optional(),
});

/** Addresses (Docplanner API, section 5). */
export const addressRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/facilities/:facility/doctors/:doctor/addresses',
    operation: (context) => {
      const { doctor } = locateDoctor(context);
      const visible = visibleAddresses(context.state, doctor);
      return ok(
        context.state,
        items(visible.map((address) => addressView(address, scopes(context)))),
      );
    },
  },
  {
    method: 'GET',
    path: ADDRESS_PATH,
    operation: (context) => ok(context.state, addressView(locateAddress(context), scopes(context))),
  },
  {
    method: 'PATCH',
    path: ADDRESS_PATH,
    operation: (context) => {
      const address = locateAddress(context);
      const body = readBody(context, UpdateAddress);
      const insuranceSupport = body.insurance_support ?? address.insuranceSupport;
      const changed = { ...address, insuranceSupport };
      const asked = new Set([...scopes(context), 'address.insurance_support']);
      return ok(withAddress(context.state, changed), addressView(changed, asked));
    },
  },
  {
    // Only Docplanner's own practice software may; the address is then out of this client's reach.
    method: 'DELETE',
    path: `${ADDRESS_PATH}/integration`,
    operation: (context) => {
      const address = locateAddress(context);
      if (context.behaviour.client !== 'pms') {
        throw new Refusal(403, 'You are not authorized to use this feature');
      }
      const state = withAddress(context.state, { ...address, access: 'none' });
      return { state: notify(state, context.now, address, 'address-unassigned', {}), status: 202 };
    },
  },
];
