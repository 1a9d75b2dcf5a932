import { locateDoctor, locateFacility } from '../server/locate.js';
import { items, ok, type Route } from '../server/operation.js';
import { scopes } from '../server/request-query.js';
import { doctorView } from '../views/doctor-view.js';

/** Facilities and doctors (Docplanner API, sections 3 and 4). */
export const facilityRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/facilities',
    operation: (call) => {
      const visible = call.world.facilities.filter((facility) => facility.access !== 'none');
      return ok(call.world, items(visible.map(({ id, name }) => ({ id, name }))));
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility',
    operation: (call) => {
      const { id, name, doctors } = locateFacility(call);
      const shown = doctors.filter((doctor) => doctor.access !== 'none');
      const views = shown.map((doctor) => doctorView(call.world, doctor, scopes(call)));
      return ok(call.world, {
        id,
        name,
        ...(scopes(call).has('facility.doctors') && { doctors: items(views) }),
      });
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility/doctors',
    operation: (call) => {
      const shown = locateFacility(call).doctors.filter((doctor) => doctor.access !== 'none');
      return ok(
        call.world,
        items(shown.map((doctor) => doctorView(call.world, doctor, scopes(call)))),
      );
    },
  },
  {
    method: 'GET',
    path: '/facilities/:facility/doctors/:doctor',
    operation: (call) =>
      ok(call.world, doctorView(call.world, locateDoctor(call).doctor, scopes(call))),
  },
];
