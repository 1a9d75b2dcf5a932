import {
  AT,
  type Nonsense,
  schedule,
  withCalendar,
  withInsurance,
  withSchedule,
  withService,
} from '../sample.js';

const services = `${AT.calendar}.services`;
const offers = `${AT.schedule}.services`;
const insurance = `${AT.schedule}.insurance`;
const service = { addressServiceId: '10', duration: 30 };
const named = { ...service, id: 'visit' };
const withServices = (...list: unknown[]) =>
  withCalendar({ services: list, schedules: [schedule({ services: ['10'] })] });

/** Services, what schedules offer of them, and insurance. */
export const SERVICES: readonly Nonsense[] = [
  ['no services', withCalendar({ services: [] }), services],
  ['services missing', withCalendar({ services: undefined }), services],
  ['services as text', withCalendar({ services: '10' }), services],
  ['too many services', withCalendar({ services: new Array(201).fill(service) }), services],
  ['a service as an id', withCalendar({ services: ['10'] }), AT.service],
  [
    'one service twice',
    withCalendar({ services: [service, service] }),
    `${services}[1].addressServiceId`,
  ],
  [
    'service without an id',
    withService({ addressServiceId: undefined }),
    `${AT.service}.addressServiceId`,
  ],
  ['service without a duration', withService({ duration: undefined }), `${AT.service}.duration`],
  ['duration 0', withService({ duration: 0 }), `${AT.service}.duration`],
  ['duration -30', withService({ duration: -30 }), `${AT.service}.duration`],
  ['duration 1441', withService({ duration: 1441 }), `${AT.service}.duration`],
  ['duration 0.5', withService({ duration: 0.5 }), `${AT.service}.duration`],
  ['duration not a number', withService({ duration: Number.NaN }), `${AT.service}.duration`],
  [
    'duration infinite',
    withService({ duration: Number.POSITIVE_INFINITY }),
    `${AT.service}.duration`,
  ],
  ['duration as text', withService({ duration: '30' }), `${AT.service}.duration`],
  ['duration as PT30M', withService({ duration: 'PT30M' }), `${AT.service}.duration`],
  ['duration as a bigint', withService({ duration: 30n }), `${AT.service}.duration`],
  ['buffer negative', withService({ bufferAfter: -5 }), `${AT.service}.bufferAfter`],
  ['buffer null', withService({ bufferAfter: null }), `${AT.service}.bufferAfter`],
  ['buffer before', withService({ bufferBefore: 5 }), `${AT.service}.bufferBefore`],
  ['name as a number', withService({ name: 5 }), `${AT.service}.name`],
  ['name too long', withService({ name: 'x'.repeat(256) }), `${AT.service}.name`],
  ['name with a bell', withService({ name: 'a\u0007' }), `${AT.service}.name`],
  [
    'a broken service that a schedule offers',
    withCalendar({ services: [{ duration: 30 }], schedules: [schedule({ services: ['10'] })] }),
    `${AT.service}.addressServiceId`,
  ],
  [
    'a service of a wrong duration that a schedule offers',
    withCalendar({
      services: [{ ...service, duration: 0 }],
      schedules: [schedule({ services: ['10'] })],
    }),
    `${AT.service}.duration`,
  ],
  ['a schedule that offers nothing', withSchedule({ services: [] }), offers],
  ['a schedule that offers null', withSchedule({ services: null }), offers],
  ['an offer of no service', withSchedule({ services: ['30'] }), `${offers}[0]`],
  ['an offer misspelled', withSchedule({ services: ['10', '2O'] }), `${offers}[1]`],
  [
    'an offer twice',
    withSchedule({ services: ['10', { addressServiceId: 10 }] }),
    `${offers}[1].addressServiceId`,
  ],
  [
    'an unknown offer twice',
    withSchedule({ services: ['30', '30'] }),
    `${offers}[0]`,
    `${offers}[1]`,
  ],
  ['an offer that is a list', withSchedule({ services: [['10']] }), `${offers}[0]`],
  ['an offer that is null', withSchedule({ services: [null] }), `${offers}[0]`],
  ['an offer that is empty', withSchedule({ services: [''] }), `${offers}[0]`],
  [
    'an offer of 0 minutes',
    withSchedule({ services: [{ addressServiceId: '10', duration: 0 }] }),
    `${offers}[0].duration`,
  ],
  [
    'an offer with a name',
    withSchedule({ services: [{ addressServiceId: '10', name: 'x' }] }),
    `${offers}[0].name`,
  ],
  [
    'an offer without an id',
    withSchedule({ services: [{ duration: 10 }] }),
    `${offers}[0].service`,
  ],
  [
    'an offer by two names',
    withSchedule({ services: [{ service: '10', addressServiceId: '10' }] }),
    `${offers}[0]`,
  ],
  [
    'an offer by a misspelled name',
    withSchedule({ services: [{ servise: '10' }] }),
    `${offers}[0].servise`,
  ],
  ['an offer of a service that is called otherwise', withServices(named), `${offers}[0]`],
  [
    'an unknown offer by name',
    withSchedule({ services: [{ service: '30' }] }),
    `${offers}[0].service`,
  ],
  [
    'one id of two services',
    withServices(named, { ...service, id: 'visit', addressServiceId: '20' }),
    `${services}[1].id`,
    `${offers}[0]`,
  ],
  [
    'an id that another service has by default',
    withServices(service, { ...service, id: '10', addressServiceId: '20' }),
    `${services}[1].id`,
  ],
  [
    'one service by two ids',
    withServices(service, { ...service, id: 'visit' }),
    `${services}[1].addressServiceId`,
  ],
  [
    'a service with all of its ids twice',
    withServices(named, named),
    `${services}[1].id`,
    `${offers}[0]`,
  ],
  ['an id that is none', withServices({ ...service, id: '' }), `${AT.service}.id`],
  ['a managed service', withService({ serviceId: '3' }), `${AT.service}.serviceId`],
  ['insurance as text', withInsurance('with-insurance-only'), insurance],
  ['insurance empty', withInsurance({}), `${insurance}.accepted`],
  ['insurance of an unknown kind', withInsurance({ accepted: 'all' }), `${insurance}.accepted`],
  [
    'with insurance only, of nobody',
    withInsurance({ accepted: 'with-insurance-only' }),
    `${insurance}.providers`,
  ],
  [
    'with insurance only, of none',
    withInsurance({ accepted: 'with-insurance-only', providers: [] }),
    `${insurance}.providers`,
  ],
  [
    'providers misspelled',
    withInsurance({ accepted: 'with-insurance-only', provider: [1] }),
    `${insurance}.provider`,
  ],
  [
    'without insurance, of somebody',
    withInsurance({ accepted: 'without-insurance-only', providers: [52] }),
    `${insurance}.providers`,
  ],
  [
    'a provider twice',
    withInsurance({ accepted: 'with-insurance-only', providers: [52, 52] }),
    `${insurance}.providers[1]`,
  ],
  [
    'provider 0',
    withInsurance({ accepted: 'with-insurance-only', providers: [0] }),
    `${insurance}.providers[0]`,
  ],
  [
    'a provider as text',
    withInsurance({ accepted: 'with-insurance-only', providers: ['52'] }),
    `${insurance}.providers[0]`,
  ],
  [
    'plan 0',
    withInsurance({ accepted: 'with-and-without-insurance', plans: [0] }),
    `${insurance}.plans[0]`,
  ],
  [
    'a plan twice',
    withInsurance({ accepted: 'with-insurance-only', providers: [52], plans: [7, 8, 7] }),
    `${insurance}.plans[2]`,
  ],
  [
    'plans of no provider',
    withInsurance({ accepted: 'with-insurance-only', plans: [7] }),
    `${insurance}.providers`,
  ],
  [
    'without insurance, of a plan',
    withInsurance({ accepted: 'without-insurance-only', plans: [7] }),
    `${insurance}.plans`,
  ],
  [
    'too many plans',
    withInsurance({ accepted: 'with-and-without-insurance', plans: new Array(1001) }),
    `${insurance}.plans`,
  ],
  [
    'one provider that is no list',
    withInsurance({ accepted: 'with-insurance-only', providers: 52 }),
    `${insurance}.providers`,
  ],
];
