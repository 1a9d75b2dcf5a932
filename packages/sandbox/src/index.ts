// Folders in their order, each of which imports only from those before it:
//
// time          instants, zones and timestamps
// answers       JSON, refusals and responses
// seed          what a sandbox is told about its clinic, and whether it can be used
// slots         work periods and the grid of slots inside one
// state         everything a sandbox knows, as one immutable value
// availability  which slots an address has left
// views         parts of the state as the API answers them
// changes       new states: visits, breaks, notifications
// faults, limits, log, oauth   what happens to requests besides being answered
// options       how a sandbox is started and how it behaves
// runtime       what changes while it runs, and its clock
// control       what tests do to it from outside the API
// operation     one request to one operation: context, reply, and how both are read and written
// routes        the operations
// server        HTTP

export type { FieldErrors } from './answers/fieldErrors.js';
export type { Json } from './answers/json.js';
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
  Named,
  SandboxSeed,
  SeedAddress,
  SeedAddressService,
  SeedDoctor,
  SeedFacility,
  SeedInsuranceProvider,
  SeedLicense,
  SeedPatientAges,
  SeedService,
} from './seed/seed.js';
export type { AddressIds, AddressServiceIds, DoctorIds, SeedIds } from './seed/seedIds.js';
export { type Slot, slotsOfPeriod } from './slots/grid.js';
export type { InsuranceAccepted, OfferedService, Range, WorkPeriod } from './slots/workPeriod.js';
export type { TimestampStyle } from './time/timestamp.js';
export type { EpochMs } from './time/zone.js';
