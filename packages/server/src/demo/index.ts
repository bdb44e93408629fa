/**
 * The demo authority: made-up hubs, agencies, practitioners and families, how a store is filled with them, and how to
 * sign in as one of them.
 *
 * @packageDocumentation
 */
export { demoAuthority } from './demo-authority.ts';
export type { DemoRecord, DemoSection } from './demo-record.ts';
export { seedDemo } from './seed-demo.ts';
export { answerPractitioners, answerSignIn } from './demo-endpoints.ts';
