import { locateDoctor, locateFacility } from '../operation/locate.js';
import { items, ok, type Route } from '../operation/operation.js';
import { scopes } from '../operation/requestQuery.js';
import { doctorView } from '../views/doctorView.js';

/** Facilities and doctors (Docplanner API, sections 3 and 4). */
export const facilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/facilities',
    operation: (context) => {
      const visible = context.state.facilities.filter((facility) => facility.access !== 'none');
      return ok(context.state, items(visible.map(({ id, name }) => ({ id, name }))));
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility',
    operation: (context) => {
      const { id, name, doctors } = locateFacility(context);
      const visible = doctors.filter((doctor) => doctor.access !== 'none');
      const views = visible.map((doctor) => doctorView(context.state, doctor, scopes(context)));
      return ok(context.state, {
        id,
        name,
        ...(scopes(context).has('facility.doctors') && { doctors: items(views) }),
      });
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility/doctors',
    operation: (context) => {
      const visible = locateFacility(context).doctors.filter((doctor) => doctor.access !== 'none');
      return ok(
        context.state,
        items(visible.map((doctor) => doctorView(context.state, doctor, scopes(context)))),
      );
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility/doctors/:doctor',
    operation: (context) =>
      ok(context.state, doctorView(context.state, locateDoctor(context).doctor, scopes(context))),
  },
];
