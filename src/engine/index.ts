/** The engine's entry points (docs/formats.md): pure functions over plain data, the same in a page, a worker and Node. */
export { assessInventory, type EntryAssessment } from './assessment/assess-inventory';
export { type ProtocolUse, protocolsInUse } from './assessment/protocols-in-use';
export { type ReachedRelease, reach } from './assessment/reach';
export { type TracedEntry, type TracedState, tracePlan } from './assessment/trace-plan';
export { type Negotiation, negotiate } from './compatibility/negotiate';
export * from './model';
export { parseCatalog } from './parsing/parse-catalog';
export { parseGoal } from './parsing/parse-goal';
export { parseInventory } from './parsing/parse-inventory';
export { planUpgrade } from './plan-upgrade';
export { type Verification, type Violation, verifyPlan } from './verification/verify-plan';
