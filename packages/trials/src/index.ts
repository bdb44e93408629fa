/**
 * Tests of the whole, over all packages, with real Chromium and real PostgreSQL.
 *
 * @packageDocumentation
 */
export {};
