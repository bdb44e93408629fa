/**
 * The demo authority: made-up hubs, agencies, practitioners and families, how a store is filled with them, and how to
 * sign in as one of them.
 *
 * @packageDocumentation
 */
export { demoAuthority, type DemoAuthority, type DemoOptions } from './demo-authority.ts';
export type { AuthoredUpdate, DemoRecord, DemoSection } from './demo-record.ts';
export type { DemoAgency, DemoHub } from './places.ts';
export type { DemoPractitioner } from './practitioners.ts';
export { seedDemo, type SeedProgress } from './seed-demo.ts';
export { answerPractitioners, answerSignIn, type DemoAnswer, type ListedPractitioner } from './demo-endpoints.ts';
