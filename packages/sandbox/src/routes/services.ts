import { items, ok, type Route } from '../operation/operation.js';
import { scopes } from '../operation/requestQuery.js';

/** The service dictionary (Docplanner API, section 6): not what an address offers. */
export const serviceRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/services',
    operation: (context) => {
      const specialization = context.query.get('specialization_id');
      const onlyDiagnostics = scopes(context).has('services.only_diagnostics');
      const found = context.state.services.filter(
        (service) =>
          (!onlyDiagnostics || service.onlyDiagnostics) &&
          (specialization === null || service.specializationIds.includes(specialization)),
      );
      return ok(context.state, items(found.map(({ id, name }) => ({ id, name }))));
    },
  },
];
