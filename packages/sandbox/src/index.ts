export { Refusal } from './answers/refusal.js';
export type { AccessChange, Control, DoctorBreak, PatientBooking } from './control/control.js';
export type { AddressPlace } from './control/findAddress.js';
export type { Fault, FaultOutcome } from './faults/fault.js';
export { documentedLimits, type Limits } from './limits/limits.js';
export type { LoggedRequest } from './log/requestLog.js';
export { type Behaviour, type Profile, profiles } from './options/behaviour.js';
export type { SandboxOptions } from './options/options.js';
export { type Sandbox, startSandbox } from './sandbox.js';
export { seedProblems } from './seed/checkSeed.js';
export { defaultSeed } from './seed/defaultSeed.js';
export type {
  Access,
  SandboxSeed,
  SeedAddress,
  SeedAddressService,
  SeedDoctor,
  SeedFacility,
  SeedInsuranceProvider,
} from './seed/seed.js';
export type { AddressIds, SeedIds } from './seed/seedIds.js';
export { type Slot, slotsOfPeriod } from './slots/grid.js';
export type { OfferedService, Range, WorkPeriod } from './slots/workPeriod.js';
