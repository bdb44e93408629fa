/**
 * The reference server: durable log, rights, sync endpoint and GraphQL.
 *
 * @packageDocumentation
 */
export {};
