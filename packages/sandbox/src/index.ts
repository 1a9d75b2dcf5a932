export type { AccessChange, Control, DoctorBreak, PatientBooking } from './control/control.js';
export type { AddressPlace } from './control/find-address.js';
export type { Fault, FaultOutcome } from './faults/fault.js';
export { documentedLimits, type Limits } from './limits/limits.js';
export type { LoggedRequest } from './log/request-log.js';
export { type Behaviour, type Profile, profiles } from './options/behaviour.js';
export type { SandboxOptions } from './options/options.js';
export { type Sandbox, startSandbox } from './sandbox.js';
export { seedProblems } from './seed/check-seed.js';
export { defaultSeed } from './seed/default-seed.js';
export type {
  Access,
  SandboxSeed,
  SeedAddress,
  SeedAddressService,
  SeedDoctor,
  SeedFacility,
  SeedInsuranceProvider,
} from './seed/seed.js';
export type { AddressIds, SeedIds } from './seed/seed-ids.js';
export { Refusal } from './server/refusal.js';
export { type Slot, slotsOfPeriod } from './slots/grid.js';
export type { OfferedService, Range, WorkPeriod } from './slots/work-period.js';
