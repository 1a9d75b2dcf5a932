import { items, ok, type Route } from '../server/operation.js';
import { scopes } from '../server/request-query.js';

/** The service dictionary (Docplanner API, section 6): not what an address offers. */
export const serviceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services',
    operation: (call) => {
      const specialization = call.query.get('specialization_id');
      const onlyDiagnostics = scopes(call).has('services.only_diagnostics');
      const shown = call.world.services.filter(
        (service) =>
          (!onlyDiagnostics || service.onlyDiagnostics) &&
          (specialization === null || service.specializationIds.includes(specialization)),
      );
      return ok(call.world, items(shown.map(({ id, name }) => ({ id, name }))));
    },
  },
];
