/**
 * What the tests of servers share: a PostgreSQL in which each file makes databases of its own, and a device that may say what
 * no honest one says. The global setup of a project is `src/postgres/embedded-setup.ts` or `src/postgres/url-setup.ts`.
 *
 * @packageDocumentation
 */

// A PostgreSQL
export { type SharedPostgres, sharedPostgres } from './postgres/shared-postgres.ts';
export { startPostgres, type TestPostgres } from './postgres/test-postgres.ts';
export { type TestAddress, withOptions } from './postgres/test-address.ts';
export { tlsCertificate } from './postgres/tls-certificate.ts';

// A device
export { type Kept, TestDevice } from './device/test-device.ts';
